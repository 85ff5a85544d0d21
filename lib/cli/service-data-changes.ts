import {
  type ActionData,
  type ConditionKeyData,
  isWildcardOnly,
  type ServiceData,
} from "../rules/aws/iam/service-data/service-data";

/** What became of a service between two extracts, a line each: what a policy may have to say anew. */
export function serviceChanges(service: string, before: ServiceData, after: ServiceData): string[] {
  return [
    ...actionChanges(service, before, after),
    ...Object.keys(after.resourceTypes)
      .filter((type) => !(type in before.resourceTypes))
      .map((type) => `${service}: new resource type ${type}`),
    ...Object.entries(before.resourceTypes).flatMap(([type, { arn }]) => {
      const now = after.resourceTypes[type]?.arn;
      if (now === undefined) return [`${service}: resource type ${type} is gone`];
      return now === arn ? [] : [`${service}: ARNs of ${type} are now ${now}`];
    }),
    ...keyChanges(service, before.keys, after.keys),
  ];
}

/** What became of condition keys, a line each. */
export function keyChanges(
  service: string,
  before: Readonly<Record<string, ConditionKeyData>>,
  after: Readonly<Record<string, ConditionKeyData>>,
): string[] {
  const come = Object.entries(after).flatMap(([key, { type, deprecated }]) => {
    const old = before[key];
    if (old === undefined) return [`${service}: new key ${key}, ${keyKind(type)}`];
    return [
      ...(old.type === type ? [] : [`${service}: ${key} is now ${keyKind(type)}`]),
      ...(old.deprecated === deprecated ? [] : [`${service}: ${key} is deprecated: ${deprecated ?? "not any more"}`]),
    ];
  });
  const gone = Object.keys(before).filter((key) => !(key in after));
  return [...come, ...gone.map((key) => `${service}: key ${key} is gone`)];
}

function actionChanges(service: string, before: ServiceData, after: ServiceData): string[] {
  const come = Object.entries(after.actions).flatMap(([name, action]) => {
    const old = before.actions[name];
    const id = `${service}:${name}`;
    return old === undefined
      ? [`${service}: new action ${id}, ${summary(action, after)}`]
      : differences(id, old, action);
  });
  const gone = Object.keys(before.actions).filter((name) => !(name in after.actions));
  return [...come, ...gone.map((name) => `${service}: action ${service}:${name} is gone`)];
}

function summary(action: ActionData, { keys }: ServiceData): string {
  const scope = isWildcardOnly(action) ? "wildcard-only" : `on ${[...action.required, ...action.optional].join(", ")}`;
  const references = action.keys.filter((key) => isReference(keys[key]?.type));
  return `${action.level}, ${scope}${references.length > 0 ? `, by reference: ${references.join(", ")}` : ""}`;
}

function differences(id: string, before: ActionData, after: ActionData): string[] {
  const lines: string[] = [];
  const service = id.split(":")[0] ?? "";
  const tell = (what: string) => lines.push(`${service}: ${id} ${what}`);
  if (isWildcardOnly(before) !== isWildcardOnly(after))
    tell(isWildcardOnly(after) ? "is wildcard-only now" : "can be scoped now");
  if (before.level !== after.level) tell(`is ${after.level} now`);
  if (before.deprecated !== after.deprecated) tell(`is deprecated: ${after.deprecated ?? "not any more"}`);
  for (const [what, old, now] of [
    ["resource type", before.required, after.required],
    ["optional resource type", before.optional, after.optional],
    ["key", before.keys, after.keys],
  ] as const) {
    for (const name of now.filter((entry) => !old.includes(entry))) tell(`has the new ${what} ${name}`);
    for (const name of old.filter((entry) => !now.includes(entry))) tell(`has no ${what} ${name} any more`);
  }
  return lines;
}

function isReference(type: string | undefined): boolean {
  return type?.endsWith("ARN") === true;
}

function keyKind(type: string): string {
  return isReference(type) ? `${type}, which names another resource` : type;
}
