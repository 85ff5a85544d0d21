import { matches } from "./glob";
import { type Context, type ContextValue, valueOf } from "./request";
import { not, or, type Truth } from "./truth";
import { substituted } from "./variables";

/** Compares a value of a request with one of a policy. */
type Comparison = (value: string, pattern: string) => boolean;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: (value, pattern) => value === pattern,
  StringEqualsIgnoreCase: (value, pattern) => value.toLowerCase() === pattern.toLowerCase(),
  StringLike: (value, pattern) => matches(pattern, value) === true,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (value, pattern) => value.toLowerCase() === pattern.toLowerCase(),
  NumericEquals: (value, pattern) => Number(value) === Number(pattern),
  NumericLessThan: (value, pattern) => Number(value) < Number(pattern),
  NumericLessThanEquals: (value, pattern) => Number(value) <= Number(pattern),
  NumericGreaterThan: (value, pattern) => Number(value) > Number(pattern),
  NumericGreaterThanEquals: (value, pattern) => Number(value) >= Number(pattern),
};

const NEGATED = /^(String|Arn|Numeric)Not/;

/**
 * Whether a condition is true of a request.
 *
 * @throws Error for an operator that is not in the table: a guess might call something safe that is not
 */
export function conditionHolds(operator: string, key: string, values: readonly string[], context: Context): Truth {
  const [, set, base = "", ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  const value = valueOf(context, key);
  if (base === "Null" && set === undefined && ifExists === undefined) return nullHolds(values, value);

  const isNegated = NEGATED.test(base);
  const comparison = COMPARISONS[base.replace("Not", "")];
  if (comparison === undefined) throw new Error(`the evaluator does not know the operator ${operator}`);
  if (value === "free") return null;
  if (value === "absent") {
    if (set !== undefined) return set === "ForAllValues" || ifExists !== undefined;
    return ifExists !== undefined || isNegated;
  }
  const one = (text: string): Truth => {
    const hit = or(values.map((pattern) => compared(comparison, text, pattern, context)));
    return isNegated ? not(hit) : hit;
  };
  if (set === "ForAnyValue") return or(value.map(one));
  if (set === "ForAllValues") return not(or(value.map((text) => not(one(text)))));
  // What IAM does with several values and no word for it is not documented.
  return value.length === 1 ? one(value[0] ?? "") : null;
}

function nullHolds(values: readonly string[], value: ContextValue): Truth {
  if (value === "free") return null;
  return values.some((expected) => (expected.toLowerCase() === "true") === (value === "absent"));
}

function compared(comparison: Comparison, text: string, pattern: string, context: Context): Truth {
  const filled = substituted(pattern, context);
  if (filled === "absent") return false;
  if (filled === "free") return null;
  return comparison(text, filled);
}

/** Each of the six parts by itself, so that "*" does not cross a colon before the resource ("ARN condition operators"). */
function arnLike(value: string, pattern: string): boolean {
  const [have, want] = [parts(value), parts(pattern)];
  return have.length === 6 && want.length === 6 && want.every((part, index) => matchesPart(part, have[index] ?? ""));
}

function matchesPart(pattern: string, text: string): boolean {
  return text === "*" ? /^\*+$/.test(pattern) : matches(pattern, text) === true;
}

function parts(arn: string): string[] {
  const [a, b, c, d, e, ...rest] = arn.split(":");
  return [a, b, c, d, e, rest.length === 0 ? undefined : rest.join(":")].filter((part) => part !== undefined);
}
