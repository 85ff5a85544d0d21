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

/** An operator that does not exist: IAM refuses the policy, and simulators skip the condition. */
export const unknownOperator: StatementRule = {
  id: "unknown-operator",
  check: ({ conditions }) =>
    conditions
      .filter(({ parts: { base, ifExists } }) => (base === "Null" ? ifExists : !OPERATORS.has(base)))
      .map(({ operator }) => ({
        value: operator,
        what: "is no operator",
        fix: 'see "IAM JSON policy elements: Condition operators"',
      })),
};

/** An operator that cannot be true of what the key holds, or of its list of values. */
export const unfitOperator: StatementRule = {
  id: "unfit-operator",
  check: ({ conditions }) =>
    conditions.flatMap((condition) => [...againstType(condition), ...againstValues(condition)]),
};

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
    problems.push({
      value: operator,
      what: `does not fit ${key}, which is of the type ${type}`,
      fix: `use one for ${of}`,
    });
  if (isList !== (set !== undefined)) {
    problems.push(
      isList
        ? {
            value: operator,
            what: `reads one value of ${key}, which has several`,
            fix: `write ForAnyValue:${operator}`,
          }
        : { value: operator, what: `reads several values of ${key}, which has one`, fix: `write ${base}` },
    );
  }
  return problems;
}

/** Some keys of the type String hold ARNs. */
function areArns(family: Family, values: readonly string[]): boolean {
  return family === "ARN" && values.length > 0 && values.every((value) => value.startsWith("arn:"));
}

const FORMS: Readonly<Partial<Record<Family | "Null", { readonly form: RegExp; readonly fix: string }>>> = {
  Bool: { form: /^(true|false)$/i, fix: "write true or false" },
  Null: { form: /^(true|false)$/i, fix: "write true or false" },
  Numeric: { form: /^-?\d+(\.\d+)?$/, fix: "write a number" },
  Date: { form: /^(\d+|\d{4}-\d{2}-\d{2}(T.*)?)$/, fix: "write a date as in 2026-01-31T00:00:00Z" },
  IPAddress: { form: /^[\da-fA-F.:]+(\/\d+)?$/, fix: "write an address or a range" },
  ARN: { form: /^(arn:|\*)/, fix: 'write an ARN, or "*"' },
};

function againstValues({ operator, parts: { base }, values }: ConditionView): Problem[] {
  if (!OPERATORS.has(base) && base !== "Null") return [];
  const { form, fix } = FORMS[OPERATORS.get(base) ?? "Null"] ?? {};
  const literals = values.filter((value) => withoutReferences(value) === value);
  const wrong = form === undefined ? [] : literals.filter((value) => !form.test(value));
  const taken = /^String(Not)?Equals/.test(base) ? values.filter(isPattern) : [];
  const like = operator.replace(/Equals(IgnoreCase)?/, "Like");
  return [
    ...wrong.map((value) => ({ value, what: `is nothing that ${base} compares`, fix: fix ?? "" })),
    ...taken.map((value) => ({
      value,
      what: `is no pattern for ${operator}`,
      fix: `use ${like}, or a value without "*"`,
    })),
  ];
}
