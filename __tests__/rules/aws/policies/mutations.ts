import type { Fields } from "../../../../lib/rules/aws/iam/rule";

/** A statement as it stands in a policy. */
export type Statement = Fields & { readonly Effect: string };

/** A weaker policy, with what was done to it. */
export interface Mutation {
  /** The statement to which it was done. */
  readonly sid: string;
  /** What was done, as in "without the Deny". */
  readonly what: string;
  readonly statements: readonly Fields[];
}

/** Every way to weaken a policy of a stack that the rules must tell of. */
export function mutationsOf(statements: readonly Statement[], stack: string): Mutation[] {
  return statements.flatMap((statement, index) => {
    const sid = String(statement.Sid);
    const others = (...instead: readonly Fields[]) => statements.toSpliced(index, 1, ...(instead as Statement[]));
    const changed = (what: string, changes: Fields): Mutation => ({
      sid,
      what,
      statements: others({ ...statement, ...changes }),
    });
    return [
      ...(statement.Effect === "Deny"
        ? [{ sid, what: "without the Deny", statements: others() }, changed("with Allow", { Effect: "Allow" })]
        : [...wider(statement, "Action"), ...wider(statement, "Resource")].map((changes) =>
            changed(`with "*" in ${Object.keys(changes).join("")}`, changes),
          )),
      ...foreign(statement, stack).map((changes) =>
        changed(`with another's ${Object.keys(changes).join("")}`, changes),
      ),
      ...fewerActions(statement).map((changes) => changed("with fewer actions", changes)),
      ...lessConditions(statement).map(([key, Condition]) => changed(`without ${key}`, { Condition })),
      ...(statement.Principal === undefined || statement.Principal === "*"
        ? []
        : [changed("with everybody", { Principal: "*" })]),
    ];
  });
}

function wider(statement: Statement, field: "Action" | "Resource"): Fields[] {
  const value = statement[field];
  if (value === undefined || value === "*") return [];
  return [{ [field]: [value, "*"].flat() }];
}

/** The conditions without each of their keys, and without all. */
function lessConditions({ Condition }: Statement): [string, unknown][] {
  const operators = Object.entries((Condition ?? {}) as Record<string, Fields>);
  const keys = operators.flatMap(([operator, of]) => Object.keys(of).map((key) => ({ operator, key })));
  if (keys.length === 0) return [];
  const less = keys.map(({ operator, key }): [string, unknown] => {
    const rest = operators.flatMap(([name, of]): [string, Fields][] => {
      const left = Object.entries(of).filter(([one]) => name !== operator || one !== key);
      return left.length === 0 ? [] : [[name, Object.fromEntries(left)]];
    });
    return [`${operator} ${key}`, rest.length === 0 ? undefined : Object.fromEntries(rest)];
  });
  return keys.length === 1 ? less : [...less, ["conditions", undefined]];
}

/** The lists of what a statement lets in or leaves out, each with the same of another tenant or account. */
function foreign(statement: Statement, stack: string): Fields[] {
  const tenant = stack.replace("tenant-", "");
  const others = (texts: unknown) =>
    [texts]
      .flat()
      .filter((text): text is string => typeof text === "string" && text.includes(`-${tenant}--`))
      .slice(0, 1)
      .map((text) => text.replaceAll(`-${tenant}--`, "-umbrella--").replaceAll(`/${tenant}/`, "/umbrella/"));
  const field = statement.Effect === "Allow" ? "Resource" : "NotResource";
  const named = others(statement[field]).map((other) => ({ [field]: [statement[field], other].flat() }));
  const operators = Object.entries((statement.Condition ?? {}) as Record<string, Fields>);
  const conditions = operators.flatMap(([operator, of]) =>
    Object.entries(of).flatMap(([key, values]) =>
      operator.includes("Not") === (statement.Effect === "Deny") && /PrincipalArn|ModelArn/.test(key)
        ? others(values).map((other) => ({
            Condition: { ...(statement.Condition as object), [operator]: { ...of, [key]: [values, other].flat() } },
          }))
        : [],
    ),
  );
  return [...named, ...conditions];
}

/** A Deny of several actions without the first of them. */
function fewerActions({ Effect, Action }: Statement): Fields[] {
  return Effect === "Deny" && Array.isArray(Action) && Action.length > 1
    ? [{ Action: Action.slice(1) as unknown[] }]
    : [];
}
