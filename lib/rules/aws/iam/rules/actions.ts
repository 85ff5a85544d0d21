import type { Problem } from "../finding";
import { isPattern } from "../glob";
import { actionsMatching, isKnownService } from "../known-actions";
import { memoized } from "../../../memo";
import type { StatementRule } from "../rule";
import { MODELS } from "./example-arns";

/** An action that AWS does not know never matches: a right that is not there, or a Deny that denies nothing. */
export const unknownAction: StatementRule = {
  id: "aws-iam-unknown-action",
  severity: "high",
  title: "Policies name actions that AWS has.",
  reason: "An action that does not exist never matches: a right is not there, or a Deny denies nothing.",
  fix:
    "name an action that lib/rules/aws/iam/service-data has; for a service that is not there, add it to SERVICES of " +
    "service-data.ts and run npm run iam-data",
  source: "Service Authorization Reference: Actions, resources, and condition keys for AWS services",
  controls: ["MCSB PA-7"],
  example: {
    kind: "identity",
    wrong: { Effect: "Allow", Action: "sagemaker:DescribeModels", Resource: MODELS },
    right: { Effect: "Allow", Action: "sagemaker:DescribeModel", Resource: MODELS },
  },
  check: ({ actions, notActions }) => [...actions, ...notActions].flatMap((action) => unknown(action)),
};

/** An action that AWS may take away. */
export const deprecatedAction: StatementRule = {
  id: "aws-iam-deprecated-action",
  severity: "low",
  title: "Policies name no deprecated actions.",
  reason: "AWS may take a deprecated action away, and its successor is not allowed or denied by it.",
  fix: "name the action that takes its place",
  source: "Service Authorization Reference: Actions, resources, and condition keys for AWS services",
  controls: ["MCSB PA-7"],
  example: {
    kind: "boundary",
    wrong: { Effect: "Deny", Action: "elasticfilesystem:CreateTags", Resource: "*" },
    right: { Effect: "Deny", Action: "elasticfilesystem:TagResource", Resource: "*" },
  },
  check: ({ actions, notActions }) => [...actions, ...notActions].flatMap((action) => deprecated(action)),
};

/** Every action at once, or every action but some: what AWS adds tomorrow is allowed today. */
export const everyAction: StatementRule = {
  id: "aws-iam-every-action",
  severity: "critical",
  title: "No policy allows every action.",
  reason: "What AWS adds tomorrow is allowed today, and nobody can tell what the policy allows.",
  fix: "name the actions, or their verbs",
  source: "Security Hub User Guide: Security Hub CSPM controls for IAM, IAM.1",
  controls: ["FSBP IAM.1", "CIS AWS 5.0.0 1.15"],
  example: {
    kind: "identity",
    wrong: { Effect: "Allow", Action: "*", Resource: MODELS },
    right: { Effect: "Allow", Action: "sagemaker:DescribeModel", Resource: MODELS },
  },
  check: ({ allows, actions, notActions }) => {
    if (!allows) return [];
    const [left] = notActions;
    return [
      ...actions.filter(isEveryAction).map((value) => ({ value, must: "must name the actions that it allows" })),
      ...(left === undefined
        ? []
        : [{ value: left, must: "must not stand in NotAction, with which an Allow allows all the rest" }]),
    ];
  },
};

const unknown = memoized((value): Problem[] => {
  if (isEveryAction(value) || actionsMatching(value).length > 0) return [];
  if (!value.includes(":")) return [{ value, must: 'must name a service, as in "s3:GetObject"' }];
  const service = value.split(":")[0] ?? "";
  if (!isKnownService(value))
    return [{ value, must: "must be of a service of which lib/rules/aws/iam/service-data has the actions" }];
  return [{ value, must: isPattern(value) ? `must match an action of ${service}` : `must be an action of ${service}` }];
});

const deprecated = memoized((value): Problem[] => {
  if (isPattern(value)) return [];
  return actionsMatching(value).flatMap((action) =>
    action.deprecated === undefined
      ? []
      : [{ value, must: `must be the action that takes its place: ${action.deprecated}` }],
  );
});

/** Whether an action is "*", with which every service there is begins. */
export function isEveryAction(action: string): boolean {
  return /^\*+$/.test(action);
}
