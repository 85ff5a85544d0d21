import { type Expectation, matching } from "../../expectation";

const FORM = /^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** A length of time in the form that Azure takes; plans take any text. */
export const ISO_DURATION: Expectation = matching(FORM, 'must be an ISO 8601 duration such as "PT15M"', {
  right: "PT15M",
  wrong: "15m",
});

/** An ISO 8601 duration from one length to another, in seconds. */
export function durationBetween(least: string, most: string): Expectation {
  const [from, to] = [seconds(least) ?? 0, seconds(most) ?? Infinity];
  return {
    must: `must be an ISO 8601 duration from ${least} to ${most}`,
    holds: (value) => {
      const length = seconds(value);
      return length !== undefined && length >= from && length <= to;
    },
    right: least,
    wrong: "5s",
  };
}

/** How many seconds an ISO 8601 duration has; undefined for anything else. */
export function seconds(value: unknown): number | undefined {
  if (typeof value !== "string" || !FORM.test(value)) return undefined;
  const amount = (unit: string) => Number(new RegExp(`(\\d+(?:\\.\\d+)?)${unit}`).exec(value)?.[1] ?? 0);
  return ((amount("D") * 24 + amount("H")) * 60 + amount("M")) * 60 + amount("S");
}
