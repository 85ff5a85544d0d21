import type { AwsPlatform } from "../config/platform";
import { type AwsAccount, awsArn, platformAccount } from "./aws-account";
import { dnsSuffix } from "./aws-hosts";
import { type IamName, iamPolicy, iamRole } from "./aws-iam";
import { awsName, awsPrefix, iamPath, parameterPath } from "./aws-names";
import { stateBackend } from "./backend";
import type { Owner } from "./names";

/** What GitHub signs its tokens as. */
export const GITHUB_ISSUER = "token.actions.githubusercontent.com";

/** Patterns of everything that tenants have, or the platform, in the platform's account. */
export interface DeployScope {
  /** The platform's account. */
  readonly account: AwsAccount;
  /** What names are like: `mlp-dev-*--*` of tenants, `mlp-dev--*` of the platform. */
  readonly names: string;
  /** Where roles and policies are: `/mlp-dev/tenant/*`. */
  readonly path: string;
  /** Where parameters are: `/mlp/dev/tenant/*`. */
  readonly parameters: string;
}

/** Where the states of all tenants are, when they are in S3. */
export interface TenantStates {
  /** ARN of the bucket. */
  readonly bucketArn: string;
  /** What keys of states of tenants are like. */
  readonly keys: string;
  /** The key that encrypts them. Absent when it is the bucket's own. */
  readonly key?: {
    readonly arn: string;
    /** The service by which it is used, as `kms:ViaService` has it: S3 in the region of the bucket. */
    readonly service: string;
  };
}

/** A role that workflows of GitHub take without a secret. */
interface WorkflowRole {
  /** Its name. */
  readonly role: IamName;
  /** The subject of the tokens that get it. */
  readonly subject: string;
}

/** The roles that workflows of GitHub take without a secret. */
export interface DeployBlueprint {
  /** The identity provider of GitHub: an account can have one only, so it may be there already. */
  readonly provider: { readonly arn: string; readonly create: boolean };
  /** The role that applies the stacks of tenants. */
  readonly deploy: WorkflowRole;
  /** The role that reads what a plan needs. */
  readonly plan: WorkflowRole;
  /** The boundary of both. */
  readonly boundary: IamName;
  /** The policies of the roles: who may be what, where data is, what runs, what watches it, and what both roles read. */
  readonly policies: Readonly<Record<"identity" | "data" | "workloads" | "operations" | "read", IamName>>;
  /** Everything of tenants. */
  readonly tenants: DeployScope;
  /** Everything of the platform. */
  readonly platform: DeployScope;
  /** Everything of both, as names begin. */
  readonly everything: DeployScope;
  /** What repositories of images are like: ECR refuses "--". */
  readonly repositories: string;
  /** Tags of everything of the platform and of its tenants. */
  readonly tags: Readonly<Record<"platform" | "instance", string>>;
  /** ARN of the role that an account of a tenant's own has for Terraform, in whatever account. */
  readonly tenantAccountRole: string;
  /** Where the states of tenants are. Absent when they are not in S3. */
  readonly states?: TenantStates;
}

/** Resolves the deploy roles of a platform. Undefined when its file says nothing of GitHub. */
export function deployBlueprint(platform: AwsPlatform): DeployBlueprint | undefined {
  const { github } = platform.aws.foundation;
  if (github === undefined) return undefined;
  const account = platformAccount(platform);
  const { prefix, instance } = platform;
  const owner: Owner = { prefix, instance };
  const policy = (what: string) => iamPolicy(owner, account, what);
  const states = tenantStates(platform);
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
      operations: policy("deploy-operations"),
      read: policy("read"),
    },
    // "*" is no tenant's id: with it in the place of one, names and paths become patterns of all tenants.
    tenants: scopeOf({ ...owner, tenant: "*" }, account),
    platform: scopeOf(owner, account),
    everything: {
      account,
      names: `${prefix}-${instance}-*`,
      path: `/${prefix}-${instance}/*`,
      parameters: `/${prefix}/${instance}/*`,
    },
    repositories: `${prefix}-${instance}/*`,
    tags: { platform: prefix, instance },
    tenantAccountRole: `arn:${account.partition}:iam::*:role/${awsName("iamRole", owner, "deploy")}`,
    ...(states === undefined ? {} : { states }),
  };
}

function scopeOf(owner: Owner, account: AwsAccount): DeployScope {
  return {
    account,
    names: `${awsPrefix(owner)}*`,
    path: `${iamPath(owner)}*`,
    parameters: `${parameterPath(owner)}/*`,
  };
}

function tenantStates(platform: AwsPlatform): TenantStates | undefined {
  const backend = stateBackend(platform, "tenant-*");
  if (backend.kind !== "s3") return undefined;
  const { bucket, key, region, kmsKeyId } = backend;
  const { partition } = platform.aws;
  return {
    bucketArn: `arn:${partition}:s3:::${bucket}`,
    keys: key.replace(/[^/]+$/, "*"),
    ...(kmsKeyId === undefined ? {} : { key: { arn: kmsKeyId, service: `s3.${region}.${dnsSuffix(partition)}` } }),
  };
}
