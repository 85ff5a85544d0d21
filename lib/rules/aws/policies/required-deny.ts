import type { Tree } from "../../../terraform/tree";
import { matchesAction } from "../iam/glob";
import type { Problem } from "../iam/finding";
import type { ConditionView, StatementView } from "../iam/statement-view";
import type { PolicyView } from "./policy-view";

/** What a condition of a Deny is held against. */
export interface Values {
  /** Values that are right. */
  readonly sample: string | readonly string[];
  readonly holds: (values: readonly string[], policy: PolicyView) => boolean;
}

/** A Deny that policies must have, told by its meaning and not by its Sid. */
export interface RequiredDeny {
  /** What it denies, as the end of "must deny …". */
  readonly what: string;
  /** Actions that it must be about, or patterns; of a Deny of all others, what it may leave out at most. */
  readonly actions: readonly string[] | { readonly allBut: readonly string[] };
  /** Its conditions, each by its operator and its key. It has these and no others, which would narrow it. */
  readonly when?: Readonly<Record<string, Values>>;
  /** What it is about. Default: whatever the ARNs are. */
  readonly on?: {
    readonly sample: Readonly<Record<string, string | readonly string[]>>;
    readonly holds: (statement: StatementView, policy: PolicyView) => boolean;
  };
  /** Which policies need it. Default: all. */
  readonly needed?: (policy: PolicyView) => boolean;
}

/** Values, and no others. */
export function exactly(...values: readonly string[]): Values {
  return {
    sample: values.length === 1 ? (values[0] ?? "") : values,
    holds: (found) => found.length === values.length && values.every((value) => found.includes(value)),
  };
}

/** References to resources of this stack of certain types, as in aws_kms_key. */
export function referencesTo(...types: readonly string[]): Values {
  return {
    sample: `\${${types[0] ?? ""}.example.id}`,
    holds: (values) =>
      values.length > 0 && values.every((value) => types.some((type) => value.startsWith(`\${${type}.`))),
  };
}

/** Whatever the values are: other rules look at them. */
export function anyValues(sample: string | readonly string[]): Values {
  return { sample, holds: (values) => values.length > 0 };
}

/**
 * What a policy does not deny, and must. A Deny that is almost right is told at its statement; what is not there at all, once
 * for the policy.
 */
export function missingDenies(
  rows: readonly RequiredDeny[],
  policy: PolicyView,
): (Problem & { readonly sid: string })[] {
  const needed = rows.filter((row) => row.needed?.(policy) ?? true);
  const right = policy.statements.filter((statement) => needed.some((row) => denies(statement, row, policy)));
  const missing = needed.filter((row) => !right.some((statement) => denies(statement, row, policy)));
  const bySid = new Map<string, string[]>();
  for (const row of missing) {
    const meant = policy.statements.find((statement) => !right.includes(statement) && isMeant(statement, row));
    const sid = meant?.sid ?? "";
    bySid.set(sid, [...(bySid.get(sid) ?? []), row.what]);
  }
  return [...bySid].map(([sid, whats]) => ({
    sid,
    value: undefined,
    must: `must deny ${whats.join(", and ")}`,
    ...(sid === "" ? { part: "Statement" } : {}),
  }));
}

/** A policy that has every Deny of a table but those that are left out. */
export function policyWith(rows: readonly RequiredDeny[], fields: Tree = {}, ...more: readonly Tree[]): Tree {
  const statements = rows.map(({ actions, when = {}, on }) => ({
    Effect: "Deny",
    ...fields,
    ...("allBut" in actions ? { NotAction: actions.allBut } : { Action: actions }),
    ...(on === undefined ? { Resource: "*" } : on.sample),
    Condition: conditionOf(when),
  }));
  return { Version: "2012-10-17", Statement: [...more, ...statements] };
}

function denies(statement: StatementView, row: RequiredDeny, policy: PolicyView): boolean {
  const { allows, principals, notPrincipals, conditions } = statement;
  if (allows || notPrincipals.length > 0 || principals.some(({ value }) => value !== "*")) return false;
  const when = Object.entries(row.when ?? {});
  return (
    isAbout(statement, row) &&
    (row.on === undefined ? statement.resources.includes("*") : row.on.holds(statement, policy)) &&
    conditions.length === when.length &&
    when.every(([name, values]) =>
      conditions.some((condition) => isNamed(condition, name) && values.holds(condition.values, policy)),
    )
  );
}

function isAbout({ actions, notActions }: StatementView, { actions: needed }: RequiredDeny): boolean {
  if ("allBut" in needed) return notActions.length > 0 && notActions.every((action) => needed.allBut.includes(action));
  return needed.every((action) => actions.some((pattern) => matchesAction(pattern, action)));
}

/** Whether a statement looks as if it was meant to be the Deny: it is about the same key, or if there is none, the same actions. */
function isMeant(statement: StatementView, row: RequiredDeny): boolean {
  const { actions, when = {} } = row;
  if ("allBut" in actions) return statement.notActions.length > 0;
  const names = Object.keys(when);
  if (names.length === 0) return actions.some((action) => statement.actions.includes(action));
  return (
    statement.conditions.length > 0 && names.some((name) => statement.conditions.some((one) => isNamed(one, name)))
  );
}

/** The same operator but for String and Arn, Equals and Like, which are the same for ARNs; and the same key. */
function isNamed(condition: ConditionView, name: string): boolean {
  const [operator = "", key = ""] = name.split(" ");
  return familyOf(condition.operator) === familyOf(operator) && condition.key.toLowerCase() === key.toLowerCase();
}

function familyOf(operator: string): string {
  return operator.replace(/(String|Arn)(Not)?(Equals|Like)/, "$2Is");
}

function conditionOf(when: Readonly<Record<string, Values>>): Tree {
  const condition: Record<string, Tree> = {};
  for (const [name, { sample }] of Object.entries(when)) {
    const [operator = "", key = ""] = name.split(" ");
    condition[operator] = { ...condition[operator], [key]: sample };
  }
  return condition;
}
