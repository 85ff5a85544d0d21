import { actionsMatching } from "../known-actions";
import { memoized } from "../../../memo";
import type { StatementRule } from "../rule";
import type { ConditionView } from "../statement-view";
import { MODELS } from "./example-arns";

/** Actions that may make something without asking for a tag, each with the reason. */
export const UNTAGGED_CREATIONS: Readonly<Record<string, string>> = {
  "sagemaker:CreateApp": "the ARN of an app holds the tenant's own domain id, and Studio makes apps without tags",
};

const creations = memoized((pattern) =>
  actionsMatching(pattern).filter(({ id, keys }) => {
    const takesTags = id.startsWith("sagemaker:Create") && keys.includes("aws:RequestTag/${TagKey}");
    return takesTags && !(id in UNTAGGED_CREATIONS);
  }),
);

/** What is made without the tenant's tag is nobody's: no condition on `aws:ResourceTag` holds for it later. */
export const createWithoutTag: StatementRule = {
  id: "aws-iam-create-without-tag",
  severity: "high",
  title: "Whatever is made has the tenant's tag.",
  reason: "What is made without the tenant's tag is nobody's: no condition on aws:ResourceTag holds for it later.",
  fix: 'add "StringEquals": {"aws:RequestTag/tenant": "<tenant>"}',
  source: "IAM User Guide: Controlling access during AWS requests",
  controls: ["MCSB IM-7"],
  example: {
    kind: "identity",
    wrong: { Effect: "Allow", Action: "sagemaker:CreateTransformJob", Resource: MODELS },
    right: {
      Effect: "Allow",
      Action: "sagemaker:CreateTransformJob",
      Resource: MODELS,
      Condition: { StringEquals: { "aws:RequestTag/tenant": "acme" } },
    },
  },
  uses: ["identity"],
  check: ({ allows, actions, conditions }) => {
    if (!allows || conditions.some(asksForTag)) return [];
    const untagged = actions.flatMap(creations).map(({ id }) => id);
    return untagged.length === 0 ? [] : [{ value: untagged.join(", "), must: "must ask for the tenant's tag" }];
  },
};

function asksForTag({ key, parts: { base, ifExists, set }, values }: ConditionView): boolean {
  if (!/^aws:requesttag\//i.test(key)) return false;
  if (base === "Null") return values.length > 0 && values.every((value) => value === "false");
  return /^String(Equals|Like)/.test(base) && !ifExists && set === undefined;
}
