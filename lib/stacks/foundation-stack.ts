import type { Construct } from "constructs";
import { addAwsProvider } from "../aws/provider";
import type { FoundationBlueprint } from "../blueprint/aws-foundation";
import { BaseStack } from "../terraform/base-stack";

/** What tenants on AWS share: the private network, its endpoints, the audit trail, log groups and deploy roles. */
export class FoundationStack extends BaseStack {
  constructor(scope: Construct, blueprint: FoundationBlueprint) {
    super(scope, blueprint);
    addAwsProvider(this, blueprint.foundation.target);
  }
}
