import type { StackFinding } from "./lint-stack";

/** A finding that is right as it is. */
interface Exemption {
  readonly rule: string;
  /** What the address of the resource begins with. */
  readonly address: string;
  /** The values that are right. */
  readonly value: RegExp;
  /** Why it is right. */
  readonly reason: string;
}

/** What may be otherwise, and why. It is known by what it says: a Sid has no meaning to IAM, and anybody may change it. */
export const EXEMPTIONS: readonly Exemption[] = [
  {
    rule: "aws-iam-several-negated-keys",
    address: "aws_s3_bucket_policy.",
    value: /^s3:x-amz-server-side-encryption, s3:x-amz-server-side-encryption-aws-kms-key-id$/,
    reason: "who names no encryption gets the bucket's own key; only KMS without a key means another one",
  },
  {
    rule: "aws-iam-inexact-pass-role",
    address: "aws_iam_policy.deploy-roles_",
    value: /^(arn:[^:]+:iam::\d{12}:role\/[\w-]+\/tenant\/\*\/\*--(exec|domain)(, )?)+$/,
    reason: "the deploy role gives SageMaker the roles of every tenant, and no tenant's file changes the foundation",
  },
];

/** Whether a finding is one that is right as it is. */
export function isExempt({ rule, resource, value = "" }: StackFinding): boolean {
  return EXEMPTIONS.some(
    (one) => one.rule === rule && resource.address.startsWith(one.address) && one.value.test(value),
  );
}
