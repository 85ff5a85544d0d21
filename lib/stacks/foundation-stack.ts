import type { Construct } from "constructs";
import { DeployRoles } from "../aws/foundation/deploy-roles";
import { Foundation } from "../aws/foundation/foundation";
import { FoundationParameters } from "../aws/foundation/parameters";
import { addAwsProvider } from "../aws/provider";
import type { FoundationBlueprint } from "../blueprint/aws-foundation";
import { BaseStack } from "../terraform/base-stack";
import { TerraformOutput } from "../terraform/cdktf";

/** What tenants on AWS share: the private network, its endpoints, the audit trail, log groups and deploy roles. */
export class FoundationStack extends BaseStack {
  constructor(scope: Construct, blueprint: FoundationBlueprint) {
    super(scope, blueprint);
    const { foundation: names, parameters, deploy, retiring } = blueprint;
    addAwsProvider(this, names.target);
    const foundation = new Foundation(this, "foundation", { foundation: names, retiring });
    new FoundationParameters(this, "parameters", { names: parameters, foundation });
    new TerraformOutput(this, "vpc_id", { value: foundation.environment.vpcId });
    new TerraformOutput(this, "subnet_ids", { value: foundation.subnetIds });
    new TerraformOutput(this, "trail_arn", { value: foundation.trailArn });
    if (deploy !== undefined) {
      const roles = new DeployRoles(this, "deploy-roles", { deploy, foundationArns: foundation.ownArns });
      new TerraformOutput(this, "deploy_role_arn", { value: roles.deployRoleArn });
      new TerraformOutput(this, "plan_role_arn", { value: roles.planRoleArn });
    }
  }
}
