import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import type { AwsTenantBlueprint } from "../../blueprint/aws-tenant";
import { denyAllArn, policyJson } from "../iam/policy";
import { sagemakerTrust } from "../iam/trust";

/**
 * The role that a Studio domain gives to whom no other is given: one that may do nothing. Profiles and their private spaces
 * get the tenant's own role, whose boundary names the domain's id; so the domain must be there before it.
 */
export class StudioDomainRole extends Construct {
  /** Its ARN. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { domainRole, target }: AwsTenantBlueprint) {
    super(scope, id);
    const role = new IamRole(this, "role", {
      name: domainRole.name,
      path: domainRole.path,
      description: "Nothing: what the Studio domain gives to whom no other role is given",
      assumeRolePolicy: policyJson(sagemakerTrust(target)),
      permissionsBoundary: denyAllArn(target),
    });
    this.arn = role.arn;
  }
}
