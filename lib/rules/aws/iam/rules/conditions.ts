import type { StatementRule } from "../rule";
import type { ConditionView } from "../statement-view";
import { MODELS } from "./example-arns";

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

const SOURCE = "IAM User Guide: Conditions with multiple context keys or values";

/**
 * Conditions of a statement must all be true. A Deny of "not my subnet, and not my security group" lets a request through
 * that has either of them right.
 */
export const severalNegatedKeys: StatementRule = {
  id: "aws-iam-several-negated-keys",
  severity: "high",
  title: "A Deny is about one key that a request chooses.",
  reason: "All conditions of a Deny must be true, so a request that is right in one key may be wrong in the others.",
  fix: "write a statement for each key",
  source: SOURCE,
  controls: ["MCSB IM-7"],
  example: {
    kind: "boundary",
    wrong: deny({ Null: { "sagemaker:VpcSubnets": "true", "sagemaker:VpcSecurityGroupIds": "true" } }),
    right: deny({ Null: { "sagemaker:VpcSubnets": "true" } }),
  },
  check: ({ allows, conditions }) => {
    if (allows || !conditions.some(isNegated)) return [];
    const keys = new Set(conditions.map(({ key }) => key.toLowerCase()));
    const asked = [...keys].filter((key) => !EXEMPTING.some((pattern) => pattern.test(key)));
    if (asked.length < 2) return [];
    const names = conditions.map(({ key }) => key).filter((key, index, all) => all.indexOf(key) === index);
    return [{ value: names.join(", "), must: "must stand in a Deny each, for one that is right would suffice here" }];
  },
};

/** Without the key in the request, ForAllValues is true: there is no value that is wrong. */
export const forAllValuesAllow: StatementRule = {
  id: "aws-iam-for-all-values-allow",
  severity: "high",
  title: "No Allow is true of a request that lacks a key with several values.",
  reason: "ForAllValues is true when the request has none of the values.",
  fix: 'add "Null": {"<key>": "false"}, or use ForAnyValue',
  source: SOURCE,
  controls: ["MCSB IM-7"],
  example: {
    kind: "identity",
    wrong: allow({ "ForAllValues:StringEquals": { "sagemaker:InstanceTypes": "ml.m5.large" } }),
    right: allow({ "ForAnyValue:StringEquals": { "sagemaker:InstanceTypes": "ml.m5.large" } }),
  },
  check: ({ allows, conditions }) => {
    if (!allows) return [];
    const required = conditions.filter(({ parts, values }) => parts.base === "Null" && values.includes("false"));
    return conditions
      .filter(({ parts }) => parts.set === "ForAllValues")
      .filter(({ key }) => !required.some((condition) => condition.key.toLowerCase() === key.toLowerCase()))
      .map(({ operator, key }) => ({ value: operator, must: `must not be true of a request without ${key}` }));
  },
};

/** A Deny of "all values are wrong" lets a request through that has one right value among wrong ones. */
export const forAllValuesDeny: StatementRule = {
  id: "aws-iam-for-all-values-deny",
  severity: "high",
  title: "A Deny holds as soon as one of several values is wrong.",
  reason: "A Deny of what has no right value lets a request through that has one right value among wrong ones.",
  fix: "write ForAnyValue",
  source: SOURCE,
  controls: ["MCSB IM-7"],
  example: {
    kind: "boundary",
    wrong: deny({ "ForAllValues:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" } }),
    right: deny({ "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" } }),
  },
  check: ({ allows, conditions }) =>
    allows
      ? []
      : conditions
          .filter(({ parts }) => parts.set === "ForAllValues" && parts.base.includes("Not"))
          .map(({ operator }) => ({
            value: operator,
            must: `must be ${operator.replace("ForAllValues", "ForAnyValue")}`,
          })),
};

function deny(Condition: object) {
  return { Effect: "Deny", Action: "sagemaker:CreateModel", Resource: "*", Condition };
}

function allow(Condition: object) {
  return { Effect: "Allow", Action: "sagemaker:CreateTrainingJob", Resource: MODELS, Condition };
}

/** Denies what is not, or not there: with "Not" in it, Null true, or Bool false. */
function isNegated({ parts: { base }, values }: ConditionView): boolean {
  if (base === "Null") return values.includes("true");
  if (base === "Bool") return values.includes("false");
  return base.includes("Not");
}
