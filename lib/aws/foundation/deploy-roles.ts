import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import { type DeployBlueprint, GITHUB_ISSUER } from "../../blueprint/aws-deploy";
import type { IamName } from "../../blueprint/aws-iam";
import { deployBoundaryPolicy } from "../iam/deploy-boundary";
import { deployDataPolicy } from "../iam/deploy-data-policy";
import { deployIdentityPolicy } from "../iam/deploy-identity-policy";
import { deployOperationsPolicy } from "../iam/deploy-operations-policy";
import { deployWorkloadsPolicy } from "../iam/deploy-workloads-policy";
import { githubTrust } from "../iam/github-trust";
import { type PolicyDocument, policyJson } from "../iam/policy";
import { readPolicy } from "../iam/read-policy";
import { BoundedRole } from "./bounded-role";

/** What the deploy roles are made from. */
export interface DeployRolesProps {
  /** Names, and what the roles are about. */
  readonly deploy: DeployBlueprint;
  /** ARNs of what the foundation has, besides what is the platform's by name. The roles change none of it. */
  readonly foundationArns: readonly string[];
}

/**
 * The roles that workflows of GitHub take without a secret: `deploy` applies the stacks of tenants, `plan` reads what a
 * plan needs. The foundation itself is applied by whoever else may.
 */
export class DeployRoles extends Construct {
  /** ARN of the role that applies. */
  readonly deployRoleArn: string;
  /** ARN of the role that plans. */
  readonly planRoleArn: string;

  constructor(scope: Construct, id: string, { deploy, foundationArns }: DeployRolesProps) {
    super(scope, id);
    const providerArn = deploy.provider.create
      ? new IamOpenidConnectProvider(this, "github", {
          url: `https://${GITHUB_ISSUER}`,
          clientIdList: ["sts.amazonaws.com"],
        }).arn
      : deploy.provider.arn;
    const boundaryArn = this.add("boundary", deploy.boundary, deployBoundaryPolicy(deploy, foundationArns)).arn;
    const { policies } = deploy;
    const read = this.add("read", policies.read, readPolicy(deploy));
    this.deployRoleArn = new BoundedRole(this, "deploy", {
      role: deploy.deploy.role,
      description: "Applies the stacks of tenants",
      trust: githubTrust(providerArn, deploy.deploy.subject),
      boundaryArn,
      attached: {
        identity: this.add("identity", policies.identity, deployIdentityPolicy(deploy)),
        data: this.add("data", policies.data, deployDataPolicy(deploy)),
        workloads: this.add("workloads", policies.workloads, deployWorkloadsPolicy(deploy)),
        operations: this.add("operations", policies.operations, deployOperationsPolicy(deploy)),
        read,
      },
    }).arn;
    this.planRoleArn = new BoundedRole(this, "plan", {
      role: deploy.plan.role,
      description: "Reads what plans of pull requests need",
      trust: githubTrust(providerArn, deploy.plan.subject),
      boundaryArn,
      attached: { read },
    }).arn;
  }

  private add(id: string, { name, path }: IamName, document: PolicyDocument): IamPolicy {
    return new IamPolicy(this, `${id}-policy`, { name, path, policy: policyJson(document) });
  }
}
