import { awsArn } from "../../blueprint/aws-account";
import { SHARED_LOG_GROUPS, STUDIO_LOG_GROUP } from "../../blueprint/aws-log-groups";
import type { AwsTenantBlueprint } from "../../blueprint/aws-tenant";
import { LONGEST } from "./size";

/** What a tenant's policies are about: the tenant, and the ids of its own that only AWS knows. */
export interface TenantScope {
  /** The tenant. */
  readonly tenant: AwsTenantBlueprint;
  /** ARN of the tenant's key. */
  readonly keyArn: string;
  /** Ids of the subnets that its jobs, models and notebooks run in. */
  readonly subnetIds: readonly string[];
  /** Id of its security group. */
  readonly securityGroupId: string;
  /** Id of its Studio domain. Absent when it has none. */
  readonly domainId?: string;
}

/**
 * The same tenant with every id as long as it can be. At synthesis the ids are references of Terraform, which are longer or
 * shorter than what they stand for.
 */
export function longestScope({ tenant, subnetIds, domainId }: TenantScope): TenantScope {
  return {
    tenant,
    keyArn: awsArn(tenant.target, "kms", `key/${LONGEST.keyId}`),
    subnetIds: subnetIds.map(() => LONGEST.subnetId),
    securityGroupId: LONGEST.securityGroupId,
    ...(domainId === undefined ? {} : { domainId: LONGEST.domainId }),
  };
}

/** The resource types of SageMaker that a tenant has by name: each name begins with the tenant's own prefix. */
const NAMED_TYPES = [
  "endpoint",
  "endpoint-config",
  "model",
  "notebook-instance",
  "processing-job",
  "training-job",
  "transform-job",
] as const;

/** A resource type of SageMaker that a tenant has by name. */
export type NamedType = (typeof NAMED_TYPES)[number];

/**
 * ARNs of what a tenant has of the given types. Each type by itself: a "*" in the place of the type would cross the "/",
 * so that it would match user profiles of other tenants' domains too.
 */
export function ownNamed({ tenant }: TenantScope, types: readonly NamedType[] = NAMED_TYPES): string[] {
  return types.map((type) => awsArn(tenant.target, "sagemaker", `${type}/${tenant.prefix}*`));
}

/** ARNs of the tenant's Studio domain and of what is in it; nothing without one. */
export function ownStudio({ tenant, domainId }: TenantScope, types: readonly string[] = STUDIO_TYPES): string[] {
  if (domainId === undefined) return [];
  return types.map((type) => awsArn(tenant.target, "sagemaker", `${type}/${domainId}${type === "domain" ? "" : "/*"}`));
}

const STUDIO_TYPES = ["app", "domain", "space", "user-profile"];

/** ARNs of the log streams that belong to the tenant in groups that all tenants share. */
export function ownSharedStreams({ tenant, domainId }: TenantScope): string[] {
  const streams = SHARED_LOG_GROUPS.map((group) => `${group}:log-stream:${tenant.prefix}*`);
  if (domainId !== undefined) streams.push(`${STUDIO_LOG_GROUP}:log-stream:${domainId}/*`);
  return streams.map((stream) => awsArn(tenant.target, "logs", `log-group:${stream}`));
}

/** ARN of the log groups of the tenant's endpoints and of everything in them: only endpoints have groups of their own. */
export function ownLogGroups({ tenant }: Pick<TenantScope, "tenant">): string {
  return awsArn(tenant.target, "logs", `log-group:/aws/sagemaker/Endpoints/${tenant.prefix}*`);
}

/** ARNs of the subnets that network interfaces may be in. */
export function ownSubnets({ tenant, subnetIds }: TenantScope): string[] {
  return subnetIds.map((id) => awsArn(tenant.target, "ec2", `subnet/${id}`));
}

/** ARNs of the subnets, and of the security group, that network interfaces may be made in. */
export function ownNetwork(scope: TenantScope): string[] {
  const { tenant, securityGroupId } = scope;
  return [...ownSubnets(scope), awsArn(tenant.target, "ec2", `security-group/${securityGroupId}`)];
}
