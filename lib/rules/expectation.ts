/** What the value of an argument must be. */
export interface Expectation {
  /** As the end of a sentence that begins with the value, as in "must be false". */
  readonly must: string;
  /** Whether a value is right. Terraform takes "false" for false, and "90" for 90. */
  readonly holds: (value: unknown) => boolean;
  /** A value that is right, and one that is wrong. An undefined one is an argument that is left out. */
  readonly right: unknown;
  readonly wrong: unknown;
}

type Scalar = string | number | boolean;

/** The value and no other. */
export function is(right: Scalar, wrong: Scalar = opposite(right)): Expectation {
  return { must: `must be ${JSON.stringify(right)}`, holds: (value) => same(value, right), right, wrong };
}

/** One of several values; the first is the one to take. */
export function oneOf(values: readonly [string, ...string[]], wrong = "x"): Expectation {
  const all = values.map((value) => JSON.stringify(value)).join(" or ");
  return { must: `must be ${all}`, holds: (value) => values.some((one) => same(value, one)), right: values[0], wrong };
}

/** Anything but some values. */
export function noneOf(values: readonly [Scalar, ...Scalar[]], right: Scalar): Expectation {
  const all = values.map((value) => JSON.stringify(value)).join(" or ");
  return {
    must: `must not be ${all}`,
    holds: (value) => !values.some((one) => same(value, one)),
    right,
    wrong: values[0],
  };
}

/** A number that is not lower. */
export function atLeast(least: number): Expectation {
  return {
    must: `must be ${least} or more`,
    holds: (value) => isNumber(value) && Number(value) >= least,
    right: least,
    wrong: least - 1,
  };
}

/** A number that is not higher. */
export function atMost(most: number): Expectation {
  return {
    must: `must be ${most} or less`,
    holds: (value) => isNumber(value) && Number(value) <= most,
    right: most,
    wrong: most + 1,
  };
}

/** Any value, but no empty one. */
export function present(right: unknown): Expectation {
  return { must: "must be set", holds: (value) => !isEmpty(value), right, wrong: undefined };
}

/** No value at all, or an empty one. */
export function absent(wrong: unknown): Expectation {
  return { must: "must be left out", holds: isEmpty, right: undefined, wrong };
}

/** A text of a form. */
export function matching(
  pattern: RegExp,
  must: string,
  { right, wrong }: { right: string; wrong: string },
): Expectation {
  return { must, holds: (value) => typeof value === "string" && pattern.test(value), right, wrong };
}

/** A reference to a resource of one of some types, or to one of their attributes. */
export function refersTo(types: readonly [string, ...string[]], attribute = "id"): Expectation {
  const [first] = types;
  return {
    must: `must refer to ${types.join(" or ")} of this stack`,
    holds: (value) => typeof value === "string" && types.some((type) => value.startsWith(`\${${type}.`)),
    right: `\${${first}.example.${attribute}}`,
    wrong: "literal",
  };
}

function same(value: unknown, expected: Scalar): boolean {
  return value === expected || (typeof expected !== "string" && value === String(expected));
}

function opposite(value: Scalar): Scalar {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : "x";
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && /^\d+(\.\d+)?$/.test(value));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
