import type { Tree } from "../../../terraform/tree";
import type { PolicyKindName } from "./policy-kind";

/** The resource that shows a policy of each kind, and the argument that has it. */
const PLACES: Readonly<Record<PolicyKindName, readonly [type: string, argument: string]>> = {
  identity: ["aws_iam_policy", "policy"],
  inline: ["aws_iam_role_policy", "policy"],
  boundary: ["aws_iam_policy", "policy"],
  trust: ["aws_iam_role", "assume_role_policy"],
  bucket: ["aws_s3_bucket_policy", "policy"],
  key: ["aws_kms_key", "policy"],
  repository: ["aws_ecr_repository_policy", "policy"],
  topic: ["aws_sns_topic_policy", "policy"],
  endpoint: ["aws_vpc_endpoint", "policy"],
  resource: ["aws_sqs_queue_policy", "policy"],
};

/** A stack with one policy of one kind. */
export function stackWithPolicy(kind: PolicyKindName, policy: unknown): { readonly resource: Tree } {
  const [type, argument] = PLACES[kind];
  const resource: Record<string, Tree> = { [type]: { example: { [argument]: textOf(policy) } } };
  if (kind === "boundary")
    resource.aws_iam_role = { example: { permissions_boundary: "${aws_iam_policy.example.arn}" } };
  return { resource };
}

/** A policy of some statements. */
export function policyOf(...statements: readonly unknown[]): Tree {
  return { Version: "2012-10-17", Statement: statements };
}

/** Terraform takes "${" for an expression of its own. */
function textOf(policy: unknown): string {
  return typeof policy === "string" ? policy : JSON.stringify(policy).replaceAll("${aws:", "$${aws:");
}
