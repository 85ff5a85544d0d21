import type { PolicyKindName } from "../../../../../lib/rules/aws/iam/policy-kind";
import type { Fields } from "../../../../../lib/rules/aws/iam/rule";

/** A statement that breaks a rule, and the same as it should be. */
export interface LintCase {
  readonly rule: string;
  /** What is wrong, as the end of "a statement that …". */
  readonly title: string;
  readonly kind: PolicyKindName;
  readonly wrong: Fields;
  readonly right: Fields;
  /** The value that the finding must name. */
  readonly value: string;
}

/** ARN of the models of a tenant. */
export const MODEL = "arn:aws:sagemaker:eu-central-1:123456789012:model/mlp-dev-acme--*";
/** ARN of a role of a tenant. */
export const ROLE = "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec";
/** ARN of a key. */
export const KEY = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000001";

/** An Allow of an identity policy or a boundary. */
export const allow = (changes: Fields): Fields => ({
  Effect: "Allow",
  Action: "sagemaker:DescribeModel",
  Resource: MODEL,
  ...changes,
});
/** A Deny of an identity policy or a boundary. */
export const deny = (changes: Fields): Fields => ({
  Effect: "Deny",
  Action: "sagemaker:CreateModel",
  Resource: "*",
  ...changes,
});
/** An Allow of a resource's policy. */
export const grant = (changes: Fields): Fields => ({
  Effect: "Allow",
  Principal: { AWS: ROLE },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::mlp-dev-acme--data/*",
  ...changes,
});
/** An Allow of a trust policy. */
export const trust = (changes: Fields): Fields => ({
  Effect: "Allow",
  Principal: { AWS: ROLE },
  Action: "sts:AssumeRole",
  ...changes,
});
/** An Allow to pass a role to SageMaker. */
export const pass = (changes: Fields): Fields =>
  allow({
    Action: "iam:PassRole",
    Resource: ROLE,
    Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    ...changes,
  });
/** An Allow to make something, on a condition. */
export const create = (Condition: Fields, Action: unknown = "sagemaker:CreateModel") => allow({ Action, Condition });
