import type { AwsPlatform } from "../config/platform";
import type { AwsTenant } from "../config/tenant";

/** An account and a region of AWS. */
export interface AwsAccount {
  /** The partition: aws, aws-cn or aws-us-gov. */
  readonly partition: string;
  /** Twelve digits. */
  readonly accountId: string;
  /** The region, such as eu-central-1. */
  readonly region: string;
}

/** An account that a stack is applied to. */
export interface AwsTarget extends AwsAccount {
  /** ARN of the role that terraform takes there. Default: the role that it runs as. */
  readonly deployRoleArn?: string;
}

/** The platform's account. */
export function platformAccount({ aws: { partition, accountId, region } }: AwsPlatform): AwsAccount {
  return { partition, accountId, region };
}

/** The account that a tenant's stack is applied to: its own, or the platform's. */
export function tenantTarget(platform: AwsPlatform, { aws }: AwsTenant): AwsTarget {
  const shared = platformAccount(platform);
  if (aws.isolation === "shared-account" || aws.accountId === undefined) return shared;
  const own = { ...shared, accountId: aws.accountId };
  return {
    ...own,
    deployRoleArn: aws.deployRole ?? awsArn(own, "iam", `role/${platform.prefix}-${platform.instance}--deploy`),
  };
}

/** Services whose ARNs name no region. */
const GLOBAL_SERVICES: readonly string[] = ["iam", "budgets"];

/** The ARN of a resource in an account, as in `arn:aws:iam::123456789012:role/x`. */
export function awsArn({ partition, accountId, region }: AwsAccount, service: string, resource: string): string {
  return `arn:${partition}:${service}:${GLOBAL_SERVICES.includes(service) ? "" : region}:${accountId}:${resource}`;
}
