import type { Problem } from "../finding";
import { isPattern } from "../glob";
import { actionsMatching } from "../known-actions";
import { isGlobal, isTagKey, keysOf, type KnownKey, knownKey } from "../known-keys";
import type { StatementRule } from "../rule";
import type { ConditionView, StatementView } from "../statement-view";

/** A condition of a key that a request never has is true of all requests, or of none. */
export const unknownKey: StatementRule = {
  id: "aws-iam-unknown-key",
  severity: "high",
  title: "Conditions have keys that the requests for their actions have.",
  reason: "A condition on a key that a request never has is true of every request, or of none.",
  fix: "name a key that the Service Authorization Reference has for all of the actions, and put actions without it into a statement of their own",
  source: "Service Authorization Reference: Actions, resources, and condition keys for AWS services",
  controls: ["MCSB IM-7"],
  example: {
    kind: "boundary",
    wrong: deny({ Null: { "sagemaker:VpcSecurityGroup": "true" } }),
    right: deny({ Null: { "sagemaker:VpcSecurityGroupIds": "true" } }),
  },
  check: (statement) =>
    statement.conditions.flatMap((condition) => {
      const key = knownKey(condition.key);
      if (key !== undefined) return absent(statement, condition, key);
      return [{ value: condition.key, must: "must be a condition key of AWS" }];
    }),
};

/** A deprecated key is no longer there for actions that have its successor. */
export const deprecatedKey: StatementRule = {
  id: "aws-iam-deprecated-key",
  severity: "medium",
  title: "Conditions have no deprecated keys.",
  reason: "Actions that have the successor of a deprecated key do not have the key itself any more.",
  fix: "write the key that takes its place",
  source: "Service Authorization Reference: Actions, resources, and condition keys for Amazon SageMaker",
  controls: ["MCSB IM-7"],
  example: {
    kind: "boundary",
    wrong: deny({ Null: { "sagemaker:VolumeKmsKey": "true" } }, "sagemaker:*"),
    right: deny({ Null: { "sagemaker:VolumeKmsKeyArn": "true" } }, "sagemaker:*"),
  },
  check: ({ conditions }) =>
    conditions.flatMap(({ key: value }) => {
      const instead = knownKey(value)?.deprecated;
      return instead === undefined ? [] : [{ value, must: `must be ${instead}` }];
    }),
};

function deny(Condition: object, Action = "sagemaker:CreateModel") {
  return { Effect: "Deny", Action, Resource: "*", Condition };
}

/** Of a pattern of actions one must have the key; of actions that are named, each. */
function absent(statement: StatementView, condition: ConditionView, key: KnownKey): Problem[] {
  // A deprecated key is told as such.
  if (isGlobal(key) || key.deprecated !== undefined) return [];
  // A Deny that a missing tag makes true, or false, is right: which one, its operator says.
  if (isTagKey(key) && (!statement.allows || satisfiedWithoutKey(condition))) return [];
  return statement.actions
    .filter((action) => actionsMatching(action).length > 0 && !keysOf(action).has(key.name))
    .map((action) => ({
      value: condition.key,
      must: isPattern(action) ? `must be a key of an action that ${action} names` : `must be a key of ${action}`,
    }));
}

function satisfiedWithoutKey({ parts: { set, base, ifExists }, values }: ConditionView): boolean {
  if (base === "Null") return values.includes("true");
  return ifExists || base.includes("Not") || set === "ForAllValues";
}
