import type { StatementRule } from "../rule";
import type { ConditionView } from "../statement-view";

/**
 * Keys that say who asks, and how the request came: beside another key they exempt somebody from a Deny. What a request
 * asks for they do not say, so a request cannot choose them to evade it.
 */
const EXEMPTING = [
  /^aws:principal/i,
  /^aws:calledvia/i,
  /^aws:viaawsservice$/i,
  /^kms:viaservice$/i,
  /^kms:grantisforawsresource$/i,
];

/**
 * Conditions of a statement must all be true. A Deny of "not my subnet, and not my security group" lets a request through
 * that has either of them right.
 */
export const severalNegatedKeys: StatementRule = {
  id: "several-negated-keys",
  check: ({ allows, conditions }) => {
    if (allows || !conditions.some(isNegated)) return [];
    const keys = new Set(conditions.map(({ key }) => key.toLowerCase()));
    const asked = [...keys].filter((key) => !EXEMPTING.some((pattern) => pattern.test(key)));
    if (asked.length < 2) return [];
    const names = conditions.map(({ key }) => key).filter((key, index, all) => all.indexOf(key) === index);
    return [
      {
        value: names.join(", "),
        what: "must all be wrong before the Deny is true",
        fix: "write a statement for each key",
      },
    ];
  },
};

/** Without the key in the request, ForAllValues is true: there is no value that is wrong. */
export const forAllValuesAllow: StatementRule = {
  id: "for-all-values-allow",
  check: ({ allows, conditions }) => {
    if (!allows) return [];
    const required = conditions.filter(({ parts, values }) => parts.base === "Null" && values.includes("false"));
    return conditions
      .filter(({ parts }) => parts.set === "ForAllValues")
      .filter(({ key }) => !required.some((condition) => condition.key.toLowerCase() === key.toLowerCase()))
      .map(({ operator, key }) => ({
        value: operator,
        what: `is true of a request without ${key}`,
        fix: `add "Null": {"${key}": "false"}, or use ForAnyValue`,
      }));
  },
};

/** A Deny of "all values are wrong" lets a request through that has one right value among wrong ones. */
export const forAllValuesDeny: StatementRule = {
  id: "for-all-values-deny",
  check: ({ allows, conditions }) =>
    allows
      ? []
      : conditions
          .filter(({ parts }) => parts.set === "ForAllValues" && parts.base.includes("Not"))
          .map(({ operator, key }) => ({
            value: operator,
            what: `is false as soon as one value of ${key} is right`,
            fix: operator.replace("ForAllValues", "use ForAnyValue"),
          })),
};

/** Denies what is not, or not there: with "Not" in it, Null true, or Bool false. */
function isNegated({ parts: { base }, values }: ConditionView): boolean {
  if (base === "Null") return values.includes("true");
  if (base === "Bool") return values.includes("false");
  return base.includes("Not");
}
