import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePoliciesExclusive } from "@cdktf/provider-aws/lib/iam-role-policies-exclusive";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { IamRolePolicyAttachmentsExclusive } from "@cdktf/provider-aws/lib/iam-role-policy-attachments-exclusive";
import { Construct } from "constructs";
import type { AwsRoleBlueprint, AwsTenantPolicy } from "../../blueprint/aws-tenant";
import { MOST_CHARACTERS } from "../../blueprint/policy-size";
import type { ITerraformDependable } from "../../terraform/cdktf";
import { boundaryPolicy } from "../iam/boundary";
import { creationPolicy } from "../iam/identity/creation";
import { dataPolicy } from "../iam/identity/data";
import { executionPolicy } from "../iam/identity/execution";
import { usePolicy } from "../iam/identity/use";
import { type PolicyDocument, policyJson } from "../iam/policy";
import { sizeOf } from "../iam/size";
import { longestScope, type TenantScope } from "../iam/tenant-scope";
import { peopleTrust, sagemakerTrust } from "../iam/trust";

/** A role of the tenant, who takes it, and its own policies. */
interface TenantRole {
  readonly role: AwsRoleBlueprint;
  readonly description: string;
  readonly trust: PolicyDocument;
  readonly policies: Readonly<Record<string, IamPolicy>>;
}

/**
 * The roles of a tenant under the tenant's boundary: `exec`, which SageMaker takes, and `user`, which its people take. What
 * somebody attaches to them by hand, Terraform takes away again.
 */
export class TenantRoles extends Construct {
  /** ARN of the role that SageMaker takes. */
  readonly execRoleArn: string;
  /** ARN of the role that the tenant's people take. Undefined when its file names nobody. */
  readonly userRoleArn: string | undefined;
  /** What must be there before SageMaker takes the role. */
  readonly ready: readonly ITerraformDependable[];
  private readonly boundary: IamPolicy;

  constructor(scope: Construct, id: string, tenantScope: TenantScope) {
    super(scope, id);
    const { tenant } = tenantScope;
    const { execRole, userRole, principals, target } = tenant;
    const add = (id: AwsTenantPolicy, documentOf: (scope: TenantScope) => PolicyDocument): IamPolicy => {
      refuseOversized(tenantScope, id, documentOf);
      return new IamPolicy(this, id, { ...tenant.policies[id], policy: policyJson(documentOf(tenantScope)) });
    };
    this.boundary = add("boundary", boundaryPolicy);
    const work = {
      create: add("create", creationPolicy),
      use: add("use", usePolicy),
      data: add("data", dataPolicy),
    };
    const execution = add("execution", executionPolicy);

    const exec = this.addRole("exec", {
      role: execRole,
      description: "What SageMaker takes for the tenant's notebooks, jobs and models",
      trust: sagemakerTrust(target),
      policies: { ...work, execution },
    });
    this.execRoleArn = exec.role.arn;
    this.ready = exec.attachments;
    this.userRoleArn =
      principals.length === 0
        ? undefined
        : this.addRole("user", {
            role: userRole,
            description: "What the tenant's people take",
            trust: peopleTrust(principals),
            policies: work,
          }).role.arn;
  }

  private addRole(id: string, { role: { name, path }, description, trust, policies }: TenantRole) {
    const role = new IamRole(this, id, {
      name,
      path,
      description,
      assumeRolePolicy: policyJson(trust),
      permissionsBoundary: this.boundary.arn,
    });
    const attachments = Object.entries(policies).map(
      ([key, { arn }]) => new IamRolePolicyAttachment(role, key, { role: role.name, policyArn: arn }),
    );
    new IamRolePolicyAttachmentsExclusive(role, "attachments", {
      roleName: role.name,
      policyArns: Object.values(policies).map(({ arn }) => arn),
      dependsOn: attachments,
    });
    new IamRolePoliciesExclusive(role, "inline-policies", { roleName: role.name, policyNames: [] });
    return { role, attachments };
  }
}

/** Throws where a policy could have more characters than IAM takes. It is then the repositories and models of the file. */
function refuseOversized(scope: TenantScope, id: AwsTenantPolicy, documentOf: (scope: TenantScope) => PolicyDocument) {
  const size = sizeOf(documentOf(longestScope(scope)));
  if (size <= MOST_CHARACTERS.managedPolicy) return;
  const { tenant, repository, modelObjects } = scope.tenant;
  throw new Error(
    `the policy "${id}" of tenant ${tenant} would have ${size} characters, and IAM takes ${MOST_CHARACTERS.managedPolicy}: ` +
      `its file names ${repository.others.length} repositories and ${modelObjects.length} models that are not its own ` +
      "(aws.images, aws.serving[].image and aws.serving[].modelData); copy some of them to its own repository and bucket",
  );
}
