import { awsArn } from "../../blueprint/aws-account";
import type { DeployBlueprint } from "../../blueprint/aws-deploy";
import { grant, iamArn } from "./deploy-statements";
import { denyAllArn, type PolicyDocument, policy } from "./policy";
import { SAGEMAKER } from "./service-principals";

/** ARNs of the policies that a role of a tenant may have as its boundary. */
export function tenantBoundaries({ tenants }: DeployBlueprint): string[] {
  return [iamArn(tenants, "policy"), denyAllArn(tenants.account)];
}

/**
 * Roles of tenants and their policies. A role is made under a boundary of its tenant and never loses it, nothing but
 * policies of tenants is attached to it, and it is passed to SageMaker only.
 *
 * What the policies of a tenant say, IAM cannot check here: whoever takes this role can write a policy that allows more
 * than the constructs would. So only workflows in an environment with reviewers get it, and the trail shows each change.
 */
export function deployIdentityPolicy(deploy: DeployBlueprint): PolicyDocument {
  const { tenants } = deploy;
  const { account } = tenants;
  const role = iamArn(tenants, "role");
  const policies = iamArn(tenants, "policy");
  return policy(
    grant("MakeRoles", "iam", ["CreateRole", "PutRolePermissionsBoundary"], role, {
      StringLike: { "iam:PermissionsBoundary": tenantBoundaries(deploy) },
    }),
    grant("ChangeRoles", "iam", CHANGE_ROLES, role),
    grant("AttachPolicies", "iam", ["AttachRolePolicy", "DetachRolePolicy"], role, {
      ArnLike: { "iam:PolicyARN": policies },
    }),
    grant("ChangePolicies", "iam", CHANGE_POLICIES, policies),
    grant(
      "PassTenantRoles",
      "iam",
      ["PassRole"],
      ["exec", "domain"].map((what) => awsArn(account, "iam", `role${tenants.path}--${what}`)),
      { StringEquals: { "iam:PassedToService": SAGEMAKER } },
    ),
    ...SERVICE_LINKED.map(({ sid, service }) =>
      grant(sid, "iam", ["CreateServiceLinkedRole"], awsArn(account, "iam", `role/aws-service-role/${service}/*`), {
        StringEquals: { "iam:AWSServiceName": service },
      }),
    ),
    // What a tenant's own account trusts is its own matter. A role of another name there, a file names.
    grant("TakeRolesOfTenantAccounts", "sts", ["AssumeRole"], deploy.tenantAccountRole),
  );
}

const CHANGE_ROLES = [
  "DeleteRole",
  "DeleteRolePolicy",
  "TagRole",
  "UntagRole",
  "UpdateAssumeRolePolicy",
  "UpdateRole",
  "UpdateRoleDescription",
] as const;

const CHANGE_POLICIES = [
  "CreatePolicy",
  "CreatePolicyVersion",
  "DeletePolicy",
  "DeletePolicyVersion",
  "SetDefaultPolicyVersion",
  "TagPolicy",
  "UntagPolicy",
] as const;

/** Roles that AWS makes for its own services when the first Studio domain, or the first scaling, of an account is made. */
const SERVICE_LINKED = [
  { sid: "StudioRole", service: SAGEMAKER },
  { sid: "ScalingRole", service: "sagemaker.application-autoscaling.amazonaws.com" },
] as const;
