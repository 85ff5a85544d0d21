import type { Problem } from "../finding";
import { isPattern, withoutReferences } from "../glob";
import { knownKey } from "../known-keys";
import type { StatementRule } from "../rule";
import type { ConditionView } from "../statement-view";

type Family = "String" | "Numeric" | "Date" | "Bool" | "Binary" | "IPAddress" | "ARN";

/** The operators that there are ("IAM JSON policy elements: Condition operators"), by what they compare. */
const FAMILIES: Readonly<Record<Family, readonly string[]>> = {
  String: ["Equals", "NotEquals", "EqualsIgnoreCase", "NotEqualsIgnoreCase", "Like", "NotLike"].map(
    (name) => `String${name}`,
  ),
  Numeric: comparisons("Numeric"),
  Date: comparisons("Date"),
  Bool: ["Bool"],
  Binary: ["BinaryEquals"],
  IPAddress: ["IpAddress", "NotIpAddress"],
  ARN: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
};
const OPERATORS: ReadonlyMap<string, Family> = new Map(
  (Object.keys(FAMILIES) as Family[]).flatMap((family) => FAMILIES[family].map((name) => [name, family] as const)),
);

/** What else may be compared with a key of a type: ARNs are texts as well, and dates may be numbers of seconds. */
const ALSO: Readonly<Record<string, readonly Family[]>> = { ARN: ["String"], Date: ["Numeric"] };

const SOURCE = "IAM User Guide: IAM JSON policy elements: Condition operators";

/** An operator that does not exist: IAM refuses the policy, and simulators skip the condition. */
export const unknownOperator: StatementRule = {
  id: "aws-iam-unknown-operator",
  severity: "high",
  title: "Conditions have operators that IAM has.",
  reason: "IAM refuses a policy with another operator, and what judges policies skips the condition.",
  fix: 'write an operator of "IAM JSON policy elements: Condition operators", as in StringEquals',
  source: SOURCE,
  controls: ["MCSB IM-7"],
  example: {
    kind: "boundary",
    wrong: deny({ String: { "sagemaker:RootAccess": "Enabled" } }),
    right: deny({ StringEquals: { "sagemaker:RootAccess": "Enabled" } }),
  },
  check: ({ conditions }) =>
    conditions
      .filter(({ parts: { base, ifExists } }) => (base === "Null" ? ifExists : !OPERATORS.has(base)))
      .map(({ operator }) => ({ value: operator, must: "must be an operator of IAM" })),
};

/** An operator that cannot be true of what the key holds, or of its list of values. */
export const unfitOperator: StatementRule = {
  id: "aws-iam-unfit-operator",
  severity: "high",
  title: "Operators fit what their keys hold.",
  reason: "An operator of another type is never true of the key, or reads one value of several.",
  fix: "write an operator for the type of the key, with ForAnyValue for a key with several values",
  source: SOURCE,
  controls: ["MCSB IM-7"],
  example: {
    kind: "boundary",
    wrong: deny({ Bool: { "sagemaker:RootAccess": "true" } }),
    right: deny({ StringEquals: { "sagemaker:RootAccess": "Enabled" } }),
  },
  check: ({ conditions }) =>
    conditions.flatMap((condition) => [...againstType(condition), ...againstValues(condition)]),
};

function deny(Condition: object) {
  return { Effect: "Deny", Action: "sagemaker:CreateNotebookInstance", Resource: "*", Condition };
}

function comparisons(family: string): string[] {
  const names = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"];
  return names.map((name) => `${family}${name}`);
}

function againstType({ operator, parts: { set, base }, key, values }: ConditionView): Problem[] {
  const type = knownKey(key)?.type;
  const family = OPERATORS.get(base);
  if (type === undefined || (family === undefined && base !== "Null")) return [];
  const isList = type.startsWith("ArrayOf");
  const of = type.replace(/^ArrayOf/, "");
  if (base === "Null" && set === undefined) return [];
  const problems: Problem[] = [];
  if (family !== undefined && family !== of && ALSO[of]?.includes(family) !== true && !areArns(family, values))
    problems.push({ value: operator, must: `must be one for ${of}, which ${key} holds` });
  if (isList !== (set !== undefined)) {
    const right = isList ? `ForAnyValue:${operator}` : base;
    problems.push({
      value: operator,
      must: `must be ${right}, for ${key} has ${isList ? "several values" : "one value"}`,
    });
  }
  return problems;
}

/** Some keys of the type String hold ARNs. */
function areArns(family: Family, values: readonly string[]): boolean {
  return family === "ARN" && values.length > 0 && values.every((value) => value.startsWith("arn:"));
}

const FORMS: Readonly<Partial<Record<Family | "Null", { readonly form: RegExp; readonly must: string }>>> = {
  Bool: { form: /^(true|false)$/i, must: "must be true or false" },
  Null: { form: /^(true|false)$/i, must: "must be true or false" },
  Numeric: { form: /^-?\d+(\.\d+)?$/, must: "must be a number" },
  Date: { form: /^(\d+|\d{4}-\d{2}-\d{2}(T.*)?)$/, must: "must be a date as in 2026-01-31T00:00:00Z" },
  IPAddress: { form: /^[\da-fA-F.:]+(\/\d+)?$/, must: "must be an address or a range" },
  ARN: { form: /^(arn:|\*)/, must: 'must be an ARN, or "*"' },
};

function againstValues({ operator, parts: { base }, values }: ConditionView): Problem[] {
  if (!OPERATORS.has(base) && base !== "Null") return [];
  const { form, must = "" } = FORMS[OPERATORS.get(base) ?? "Null"] ?? {};
  const literals = values.filter((value) => withoutReferences(value) === value);
  const wrong = form === undefined ? [] : literals.filter((value) => !form.test(value));
  const taken = /^String(Not)?Equals/.test(base) ? values.filter(isPattern) : [];
  const like = operator.replace(/Equals(IgnoreCase)?/, "Like");
  return [
    ...wrong.map((value) => ({ value, must: `${must} for ${base}` })),
    ...taken.map((value) => ({ value, must: `must have no "*" with ${operator}, but may with ${like}` })),
  ];
}
