import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { Construct } from "constructs";
import type { FoundationParameters } from "../../blueprint/aws-foundation";
import type { AwsEnvironment } from "../environment";

/** What the foundation has published, read by the tenant's stack. Nothing else of the foundation is read, nor its state. */
export class PublishedEnvironment extends Construct implements AwsEnvironment {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly endpointSecurityGroupId: string;
  readonly s3PrefixListId: string;
  readonly s3EndpointId: string;
  readonly accessLogBucket: string;

  constructor(scope: Construct, id: string, parameters: FoundationParameters) {
    super(scope, id);
    this.vpcId = this.read("vpc-id", parameters.vpcId);
    this.subnetIds = Object.entries(parameters.subnetIds).map(([zone, name]) => this.read(`subnet-id-${zone}`, name));
    this.endpointSecurityGroupId = this.read("endpoint-security-group-id", parameters.endpointSecurityGroupId);
    this.s3PrefixListId = this.read("s3-prefix-list-id", parameters.s3PrefixListId);
    this.s3EndpointId = this.read("s3-endpoint-id", parameters.s3EndpointId);
    this.accessLogBucket = parameters.accessLogBucket;
  }

  /** The plain value: `value` is sensitive in Terraform, so that no plan would show a policy that it stands in. */
  private read(id: string, name: string): string {
    return new DataAwsSsmParameter(this, id, { name }).insecureValue;
  }
}
