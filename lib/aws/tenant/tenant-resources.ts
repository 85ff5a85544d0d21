import type { ITerraformDependable } from "../../terraform/cdktf";
import type { AwsEnvironment } from "../environment";

/** What a tenant's notebooks, Studio and endpoints are made with. */
export interface TenantResources {
  /** What they stand in. */
  readonly environment: AwsEnvironment;
  /** ARN of the tenant's key. */
  readonly keyArn: string;
  /** Name of the tenant's bucket. */
  readonly bucket: string;
  /** ARN of the role that SageMaker takes. */
  readonly execRoleArn: string;
  /** Id of the tenant's security group. */
  readonly securityGroupId: string;
  /** ARN of the topic of its alarms. */
  readonly topicArn: string;
  /** What must be there before SageMaker takes the role: its policies, and those of the bucket. */
  readonly ready: readonly ITerraformDependable[];
}
