import type { PolicyKindName } from "./policy-kind";
import { isRecord, listOf } from "./statement-view";

/** A policy within a stack. */
export interface StackPolicy {
  /** The address of the resource, as in aws_iam_policy.aws_roles_work_0123ABCD. */
  readonly address: string;
  /** What it is for. */
  readonly kind: PolicyKindName;
  /** The argument as it stands in the stack's JSON. */
  readonly text: unknown;
}

/** A resource of a stack. */
export interface StackResource {
  /** Its type, as in aws_iam_role. */
  readonly type: string;
  /** Its name in the stack, as in aws_roles_exec_0123ABCD. */
  readonly id: string;
  /** Type and name, as in aws_iam_role.aws_roles_exec_0123ABCD; of a data source with "data." before them. */
  readonly address: string;
  /** Its arguments. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** Which arguments of which resources hold a policy. A policy of IAM that some role has as its boundary is one instead. */
const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, PolicyKindName>>>> = {
  aws_cloudwatch_log_resource_policy: { policy_document: "resource" },
  aws_ecr_registry_policy: { policy: "repository" },
  aws_ecr_repository_policy: { policy: "repository" },
  aws_efs_file_system_policy: { policy: "resource" },
  aws_iam_group_policy: { policy: "inline" },
  aws_iam_policy: { policy: "identity" },
  aws_iam_role: { assume_role_policy: "trust" },
  aws_iam_role_policy: { policy: "inline" },
  aws_iam_user_policy: { policy: "inline" },
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

/** The resources of AWS in a stack. */
export function awsResources(stack: unknown, block: "resource" | "data" = "resource"): StackResource[] {
  const types = isRecord(stack) ? stack[block] : undefined;
  return entriesOf(types)
    .filter(([type]) => type.startsWith("aws_"))
    .flatMap(([type, resources]) =>
      entriesOf(resources).flatMap(([id, content]) =>
        isRecord(content) ? [{ type, id, content, address: `${block === "data" ? "data." : ""}${type}.${id}` }] : [],
      ),
    );
}

/** The policies of a stack, each as often as it has a use. */
export function policiesOf(resources: readonly StackResource[]): StackPolicy[] {
  const used = usesOf(resources);
  return resources.flatMap((resource) => {
    const { type, address, content } = resource;
    const own = Object.entries(ARGUMENTS[type] ?? {}).filter(([argument]) => argument in content);
    const policies = own.flatMap(([argument, kind]) =>
      (type === "aws_iam_policy" ? kindsOf(resource, used) : [kind]).map((of) => ({
        address,
        kind: of,
        text: content[argument],
      })),
    );
    const inline = listOf(type === "aws_iam_role" ? content.inline_policy : undefined);
    return [
      ...policies,
      ...inline.flatMap((entry) =>
        isRecord(entry) && "policy" in entry ? [{ address, kind: "inline" as const, text: entry.policy }] : [],
      ),
    ];
  });
}

/** Arguments that look like a policy, in a place that is not in the table. */
export function strayPolicies(resources: readonly StackResource[]): (StackResource & { readonly argument: string })[] {
  return resources.flatMap((resource) =>
    Object.entries(resource.content)
      .filter(([argument, value]) => {
        const isPolicy = typeof value === "string" && value.includes('"Statement"') && value.includes('"Effect"');
        return isPolicy && ARGUMENTS[resource.type]?.[argument] === undefined;
      })
      .map(([argument]) => ({ ...resource, argument })),
  );
}

/** What a stack's roles have as their boundaries, and what is attached to them. */
interface Uses {
  readonly boundaries: readonly string[];
  readonly attached: readonly string[];
}

function usesOf(resources: readonly StackResource[]): Uses {
  const values = (pattern: RegExp, argument: string) =>
    resources
      .filter(({ type }) => pattern.test(type))
      .flatMap(({ content }) => listOf(content[argument]).filter((value) => typeof value === "string"));
  return {
    boundaries: values(/^aws_iam_(role|user)$/, "permissions_boundary"),
    attached: [...values(/_policy_attachment$/, "policy_arn"), ...values(/^aws_iam_role$/, "managed_policy_arns")],
  };
}

function kindsOf({ id, content }: StackResource, { boundaries, attached }: Uses): PolicyKindName[] {
  const { path = "/", name } = content;
  const literal = typeof name === "string" && typeof path === "string" ? `:policy${path}${name}` : undefined;
  const isNamed = (arn: string) =>
    arn.includes(`{aws_iam_policy.${id}.`) || (literal !== undefined && arn.endsWith(literal));
  if (!boundaries.some(isNamed)) return ["identity"];
  return attached.some(isNamed) ? ["boundary", "identity"] : ["boundary"];
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
