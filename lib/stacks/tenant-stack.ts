import type { Construct } from "constructs";
import type { TenantBlueprint } from "../blueprint/tenant";
import { AwsTenant } from "../aws/tenant/aws-tenant";
import { addAwsProvider } from "../aws/provider";
import { BaseStack } from "../terraform/base-stack";
import { AzureHalf } from "./azure-half";

/** Everything of one tenant, on the clouds that its file names. */
export class TenantStack extends BaseStack {
  constructor(scope: Construct, tenant: TenantBlueprint) {
    super(scope, tenant);
    const { azure, aws } = tenant;
    if (azure !== undefined) new AzureHalf(this, tenant, azure);
    if (aws !== undefined) {
      addAwsProvider(this, aws.target);
      new AwsTenant(this, "aws", aws);
    }
  }
}
