/** A condition of a statement. */
export interface ConditionView {
  /** The operator as it is written, such as "ForAnyValue:StringNotEquals". */
  readonly operator: string;
  /** The operator in its parts. */
  readonly parts: OperatorParts;
  /** The condition key as it is written, such as "aws:ResourceTag/tenant". */
  readonly key: string;
  /** What the operator holds the key against. */
  readonly values: readonly string[];
}

/** The parts of an operator. */
export interface OperatorParts {
  /** How it reads a key with several values. */
  readonly set: "ForAnyValue" | "ForAllValues" | undefined;
  /** The operator without what stands before and after it, such as "StringNotEquals". */
  readonly base: string;
  /** Whether a missing key satisfies it. */
  readonly ifExists: boolean;
}

/** Who a statement is about. */
export interface PrincipalView {
  /** AWS, Service, Federated or CanonicalUser; "*" when the statement is about everybody. */
  readonly type: string;
  /** An ARN, an account, a service or a provider; "*" for everybody. */
  readonly value: string;
}

/** A statement with lists in the place of single texts, whatever it was written like. */
export interface StatementView {
  /** Its Sid, or its place in the policy. */
  readonly sid: string;
  /** Whether its effect is Allow. Everything else counts as Deny. */
  readonly allows: boolean;
  /** Actions that it is about, which may be patterns. */
  readonly actions: readonly string[];
  /** Actions that it is not about: it is about all others. */
  readonly notActions: readonly string[];
  /** ARNs of resources that it is about, which may be patterns. */
  readonly resources: readonly string[];
  /** ARNs of resources that it is not about: it is about all others. */
  readonly notResources: readonly string[];
  /** Who it is about. Empty in policies of roles, which are about the role. */
  readonly principals: readonly PrincipalView[];
  /** Who it is not about: it is about all others. */
  readonly notPrincipals: readonly PrincipalView[];
  /** What must all be true for it to count. */
  readonly conditions: readonly ConditionView[];
}

/** The statements of a policy. What is not a statement is left out: `malformed-policy` tells of it. */
export function statementsOf(document: unknown): StatementView[] {
  if (!isRecord(document)) return [];
  return listOf(document.Statement).flatMap((statement, index) =>
    isRecord(statement) ? [statementView(statement, index)] : [],
  );
}

/** Whether something is an object with fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list of whatever may be single or a list; nothing for what is missing. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** The parts of an operator such as "ForAllValues:StringEqualsIfExists". */
function operatorParts(operator: string): OperatorParts {
  const [, set, base = "", ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/s.exec(operator) ?? [];
  return { set: set as OperatorParts["set"], base, ifExists: ifExists !== undefined };
}

/** The name of a statement in messages. */
export function sidOf(statement: unknown, index: number): string {
  return isRecord(statement) && typeof statement.Sid === "string" && statement.Sid !== ""
    ? statement.Sid
    : `statement ${index + 1}`;
}

function statementView(statement: Readonly<Record<string, unknown>>, index: number): StatementView {
  return {
    sid: sidOf(statement, index),
    allows: statement.Effect === "Allow",
    actions: textsOf(statement.Action),
    notActions: textsOf(statement.NotAction),
    resources: textsOf(statement.Resource),
    notResources: textsOf(statement.NotResource),
    principals: principalsOf(statement.Principal),
    notPrincipals: principalsOf(statement.NotPrincipal),
    conditions: conditionsOf(statement.Condition),
  };
}

function textsOf(value: unknown): readonly string[] {
  const list = listOf(value);
  if (list.every((entry) => typeof entry === "string")) return list;
  return list.flatMap((entry) => {
    if (typeof entry === "string") return [entry];
    return typeof entry === "boolean" || typeof entry === "number" ? [String(entry)] : [];
  });
}

function principalsOf(value: unknown): PrincipalView[] {
  if (typeof value === "string") return [{ type: "*", value }];
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([type, of]) => textsOf(of).map((text) => ({ type, value: text })));
}

function conditionsOf(value: unknown): ConditionView[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (!isRecord(keys)) return [];
    const parts = operatorParts(operator);
    return Object.entries(keys).map(([key, values]) => ({ operator, parts, key, values: textsOf(values) }));
  });
}
