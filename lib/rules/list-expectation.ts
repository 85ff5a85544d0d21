import { list } from "./blocks";
import type { Expectation } from "./expectation";

/** One value or several, none of them another than these. */
export function only(values: readonly [string, ...string[]], wrong = "x"): Expectation {
  return {
    must: `must be ${values.map((value) => JSON.stringify(value)).join(", ")}, and no more`,
    holds: (value) => isFilled(value) && list(value).every((entry) => values.some((one) => one === entry)),
    right: [values[0]],
    wrong: [values[0], wrong],
  };
}

/** One value or several, each of them right. */
export function each({ must, holds, right, wrong }: Expectation): Expectation {
  return {
    must: must.replace(/^must/, "must each"),
    holds: (value) => isFilled(value) && list(value).every(holds),
    right: [right],
    wrong: [right, wrong],
  };
}

/** Several values, these among them. */
export function including(values: readonly [string, ...string[]]): Expectation {
  return {
    must: `must have ${values.map((value) => JSON.stringify(value)).join(" and ")}`,
    holds: (value) => values.every((one) => list(value).includes(one)),
    right: [...values],
    wrong: values.slice(1),
  };
}

function isFilled(value: unknown): boolean {
  return list(value).length > 0;
}
