import { list } from "../../blocks";
import { perStack } from "../../per-stack";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import type { PolicyKindName } from "./policy-kind";
import { isDoubled } from "../settings/bucket-one-policy";
import { hasBoundary } from "./rules/role-boundary";
import { isRecord } from "./statement-view";

/** A policy within a stack. */
export interface StackPolicy {
  readonly resource: Resource;
  /** The argument that holds it, as in "assume_role_policy". */
  readonly argument: string;
  /** What it is for. */
  readonly kind: PolicyKindName;
  /** The argument as it stands in the stack's JSON. */
  readonly text: unknown;
}

/** Which arguments of which resources hold a policy. A policy of IAM that some role has as its boundary is one instead. */
const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, PolicyKindName>>>> = {
  aws_cloudwatch_log_resource_policy: { policy_document: "resource" },
  aws_ecr_registry_policy: { policy: "repository" },
  aws_ecr_repository_policy: { policy: "repository" },
  aws_efs_file_system_policy: { policy: "resource" },
  aws_iam_policy: { policy: "identity" },
  aws_iam_role: { assume_role_policy: "trust" },
  aws_iam_role_policy: { policy: "inline" },
  aws_kms_external_key: { policy: "key" },
  aws_kms_key: { policy: "key" },
  aws_kms_key_policy: { policy: "key" },
  aws_kms_replica_key: { policy: "key" },
  aws_s3_bucket_policy: { policy: "bucket" },
  aws_sagemaker_model_package_group_policy: { resource_policy: "resource" },
  aws_sns_topic: { policy: "topic" },
  aws_sns_topic_policy: { policy: "topic" },
  aws_sqs_queue: { policy: "resource" },
  aws_sqs_queue_policy: { policy: "resource" },
  aws_vpc_endpoint: { policy: "endpoint" },
  aws_vpc_endpoint_policy: { policy: "endpoint" },
};

/** What has a policy only if somebody writes one; whatever else is there for its policy. */
const MAY_HAVE_NONE = [
  "aws_kms_external_key",
  "aws_kms_key",
  "aws_kms_replica_key",
  "aws_sns_topic",
  "aws_sqs_queue",
  "aws_vpc_endpoint",
];

/** The policies of a stack, each as often as it has a use. */
export function policiesOf(stack: Stack): StackPolicy[] {
  const used = usesOf(stack);
  return Object.entries(ARGUMENTS).flatMap(([type, named]) =>
    stack.resources(type).flatMap((resource) => {
      if (type === "aws_s3_bucket_policy" && isDoubled(stack, resource)) return [];
      return [
        ...Object.entries(named).flatMap(([argument, kind]) => {
          if (!(argument in resource.content) && MAY_HAVE_NONE.includes(type)) return [];
          const kinds = type === "aws_iam_policy" ? kindsOf(resource, used) : [kind];
          return kinds.map((of) => ({ resource, argument, kind: of, text: resource.content[argument] }));
        }),
        ...(type === "aws_iam_role" ? inlinePolicies(resource) : []),
      ];
    }),
  );
}

/** Users and groups must not be there, whatever their policies say: another rule tells that. */
const OF_USERS = /^aws_iam_(group|user)/;

/** The policies of a stack as they stand in its JSON, those that are texts. */
export const policyTexts = perStack((stack) =>
  policiesOf(stack).flatMap(({ text }) => (typeof text === "string" ? [text] : [])),
);

/** Arguments that look like a policy, in a place that is not in the table. */
export function strayPolicies(stack: Stack): { readonly resource: Resource; readonly argument: string }[] {
  return stack.all
    .filter(({ type }) => type.startsWith("aws_") && !OF_USERS.test(type))
    .flatMap((resource) =>
      Object.entries(resource.content)
        .filter(([argument, value]) => {
          const isPolicy = typeof value === "string" && value.includes('"Statement"') && value.includes('"Effect"');
          return isPolicy && ARGUMENTS[resource.type]?.[argument] === undefined;
        })
        .map(([argument]) => ({ resource, argument })),
    );
}

/** What a stack's roles have as their boundaries, and what is attached to them. */
interface Uses {
  readonly boundaries: readonly string[];
  readonly attached: readonly string[];
  /** Whether some role has no boundary of the stack, so that a policy that nothing has may be meant for it. */
  readonly lacksOne: boolean;
}

function usesOf(stack: Stack): Uses {
  const values = (types: readonly string[], argument: string) =>
    types
      .flatMap((type) => stack.resources(type))
      .flatMap(({ content }) => list(content[argument]))
      .filter((value) => typeof value === "string");
  const boundaries = values(["aws_iam_role", "aws_iam_user"], "permissions_boundary");
  const attached = [...values(ATTACHMENTS, "policy_arn"), ...values(["aws_iam_role"], "managed_policy_arns")];
  const lacksOne =
    stack.resources("aws_iam_role").some((role) => !hasBoundary(stack, role)) ||
    boundaries.some((arn) => attached.includes(arn));
  return { boundaries, attached, lacksOne };
}

const ATTACHMENTS = [
  "aws_iam_group_policy_attachment",
  "aws_iam_policy_attachment",
  "aws_iam_role_policy_attachment",
  "aws_iam_user_policy_attachment",
];

function kindsOf({ id, content }: Resource, { boundaries, attached, lacksOne }: Uses): PolicyKindName[] {
  const { path = "/", name } = content;
  const literal = typeof name === "string" && typeof path === "string" ? `:policy${path}${name}` : undefined;
  const isNamed = (arn: string) =>
    arn.includes(`{aws_iam_policy.${id}.`) || (literal !== undefined && arn.endsWith(literal));
  const isAttached = attached.some(isNamed);
  if (boundaries.some(isNamed)) return isAttached ? ["boundary", "identity"] : ["boundary"];
  return lacksOne && !isAttached ? [] : ["identity"];
}

function inlinePolicies(resource: Resource): StackPolicy[] {
  return list(resource.content.inline_policy).flatMap((entry, index) =>
    isRecord(entry) && "policy" in entry
      ? [{ resource, argument: `inline_policy[${index}].policy`, kind: "inline" as const, text: entry.policy }]
      : [],
  );
}
