import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePoliciesExclusive } from "@cdktf/provider-aws/lib/iam-role-policies-exclusive";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { IamRolePolicyAttachmentsExclusive } from "@cdktf/provider-aws/lib/iam-role-policy-attachments-exclusive";
import { Construct } from "constructs";
import type { IamName } from "../../blueprint/aws-iam";
import type { ITerraformDependable } from "../../terraform/cdktf";
import { type PolicyDocument, policyJson } from "../iam/policy";

/** A role of the platform. */
export interface BoundedRoleProps {
  /** Its name and path. */
  readonly role: IamName;
  /** What it is for. */
  readonly description: string;
  /** Who takes it. */
  readonly trust: PolicyDocument;
  /** ARN of the policy that it can never do more than. */
  readonly boundaryArn: string;
  /** What it may do, in the role itself, by name. */
  readonly inline?: Readonly<Record<string, PolicyDocument>>;
  /** What it may do, in policies of their own, by key. */
  readonly attached?: Readonly<Record<string, IamPolicy>>;
}

/** A role under a boundary. What somebody attaches to it by hand, Terraform takes away again. */
export class BoundedRole extends Construct {
  /** The role's ARN. */
  readonly arn: string;
  /** What must be there before the role is taken: its policies. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: BoundedRoleProps) {
    super(scope, id);
    const { name, path } = props.role;
    const { inline = {}, attached = {} } = props;
    const role = new IamRole(this, "role", {
      name,
      path,
      description: props.description,
      assumeRolePolicy: policyJson(props.trust),
      permissionsBoundary: props.boundaryArn,
    });
    const policies = Object.entries(inline).map(
      ([key, document]) => new IamRolePolicy(this, key, { name: key, role: role.name, policy: policyJson(document) }),
    );
    const attachments = Object.entries(attached).map(
      ([key, { arn }]) => new IamRolePolicyAttachment(this, key, { role: role.name, policyArn: arn }),
    );
    new IamRolePoliciesExclusive(this, "inline-policies", {
      roleName: role.name,
      policyNames: policies.map((policy) => policy.name),
    });
    new IamRolePolicyAttachmentsExclusive(this, "attachments", {
      roleName: role.name,
      policyArns: Object.values(attached).map(({ arn }) => arn),
      dependsOn: attachments,
    });
    this.arn = role.arn;
    this.ready = [...policies, ...attachments];
  }
}
