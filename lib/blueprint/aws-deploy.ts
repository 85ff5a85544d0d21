import type { AwsPlatform } from "../config/platform";
import { awsArn, platformAccount } from "./aws-account";
import { type IamName, iamPolicy, iamRole } from "./aws-iam";
import type { Owner } from "./names";

/** What GitHub signs its tokens as. */
export const GITHUB_ISSUER = "token.actions.githubusercontent.com";

/** The roles that workflows of GitHub take without a secret. */
export interface DeployBlueprint {
  /** The identity provider of GitHub: an account can have one only, so it may be there already. */
  readonly provider: { readonly arn: string; readonly create: boolean };
  /** The role that applies the stacks of tenants, and the subject of the tokens that get it. */
  readonly deploy: { readonly role: IamName; readonly subject: string };
  /** The role that reads what a plan needs, and the subject of the tokens that get it. */
  readonly plan: { readonly role: IamName; readonly subject: string };
  /** The boundary of both. */
  readonly boundary: IamName;
  /** The policies of the roles: who may be what, where data is, what runs, and what everybody reads. */
  readonly policies: Readonly<Record<"identity" | "data" | "workloads" | "read", IamName>>;
}

/** Resolves the deploy roles of a platform. Undefined when its file says nothing of GitHub. */
export function deployBlueprint(platform: AwsPlatform): DeployBlueprint | undefined {
  const { github } = platform.aws.foundation;
  if (github === undefined) return undefined;
  const account = platformAccount(platform);
  const { prefix, instance } = platform;
  const owner: Owner = { prefix, instance };
  const policy = (what: string) => iamPolicy(owner, account, what);
  return {
    provider: {
      arn: awsArn(account, "iam", `oidc-provider/${GITHUB_ISSUER}`),
      create: github.provider === "create",
    },
    deploy: {
      role: iamRole(owner, account, "deploy"),
      subject: `repo:${github.repository}:environment:${github.environment}`,
    },
    plan: { role: iamRole(owner, account, "plan"), subject: `repo:${github.repository}:pull_request` },
    boundary: policy("deploy-boundary"),
    policies: {
      identity: policy("deploy-identity"),
      data: policy("deploy-data"),
      workloads: policy("deploy-workloads"),
      read: policy("read"),
    },
  };
}
