import type { AwsPlatform } from "../config/platform";
import type { AwsTenant } from "../config/tenant";
import { awsArn, type AwsTarget, tenantTarget } from "./aws-account";
import { awsName, awsPrefix, bucketName, iamPath, parameterPath, repositoryName } from "./aws-names";
import {
  type Foundation,
  foundationOf,
  type FoundationParameters,
  foundationParameters,
  platformDeployers,
} from "./aws-foundation";
import type { Owner } from "./names";

/** Where a tenant's network, endpoints, log groups and trail come from. */
export type AwsPlace =
  | {
      readonly isolation: "shared-account";
      /** What the foundation publishes for it. */
      readonly parameters: FoundationParameters;
    }
  | {
      readonly isolation: "account";
      /** The same as the platform's, in the tenant's own account and stack. */
      readonly foundation: Foundation;
    };

/** A role of a tenant. */
export interface AwsRoleBlueprint {
  /** Its name, unique in the account whatever the path is. */
  readonly name: string;
  /** Its path. */
  readonly path: string;
  /** Its ARN, a literal. */
  readonly arn: string;
}

/** What a tenant has on AWS, with every name and ARN resolved. */
export interface AwsTenantBlueprint {
  /** The tenant's id: the value of the tag `tenant`. */
  readonly tenant: string;
  /** Whose names they are. */
  readonly owner: Owner;
  /** What the names of everything it has begin with, as in `mlp-dev-acme--`. */
  readonly prefix: string;
  /** The account and the region. */
  readonly target: AwsTarget;
  /** What it stands in. */
  readonly place: AwsPlace;
  /** ARNs of the roles that run terraform. */
  readonly deployerArns: readonly string[];
  /** What SageMaker takes for the tenant's notebooks, jobs and models. */
  readonly execRole: AwsRoleBlueprint;
  /** What the tenant's people take. */
  readonly userRole: AwsRoleBlueprint;
  /** ARNs of the roles whose holders may take the user role. When there are none, the role is not made. */
  readonly principals: readonly string[];
  /** The name of the boundary of both. */
  readonly boundary: { readonly name: string; readonly path: string };
  /** The name of its key, with `alias/`. */
  readonly keyAlias: string;
  /** Its bucket. */
  readonly bucket: { readonly name: string; readonly arn: string; readonly fromVpcOnly: boolean };
  /** Its repository of images; `pattern` is the ARN of all that it may have. */
  readonly repository: { readonly name: string; readonly pattern: string };
  /** The name of its security group. */
  readonly securityGroup: string;
  /** The name of the topic of its alarms. */
  readonly topic: string;
  /** The path of its parameters, and the ARN of all of them. */
  readonly parameters: { readonly path: string; readonly pattern: string };
}

/** Resolves what a tenant has on AWS. */
export function awsTenantBlueprint(platform: AwsPlatform, config: AwsTenant): AwsTenantBlueprint {
  const { prefix, instance } = platform;
  const { tenant, aws } = config;
  const owner: Owner = { prefix, instance, tenant };
  const target = tenantTarget(platform, config);
  const path = iamPath(owner);
  const role = (what: string): AwsRoleBlueprint => {
    const name = awsName("iamRole", owner, what);
    return { name, path, arn: awsArn(target, "iam", `role${path}${name}`) };
  };
  const bucket = bucketName(owner, target, "data");
  const parameters = parameterPath(owner);
  return {
    tenant,
    owner,
    prefix: awsPrefix(owner),
    target,
    place:
      aws.isolation === "account"
        ? { isolation: "account", foundation: foundationOf(platform, owner, target) }
        : { isolation: "shared-account", parameters: foundationParameters(platform) },
    deployerArns: target.deployRoleArn === undefined ? platformDeployers(platform) : [target.deployRoleArn],
    execRole: role("exec"),
    userRole: role("user"),
    principals: aws.principals,
    boundary: { name: awsName("iamPolicy", owner, "boundary"), path },
    keyAlias: `alias/${awsName("kmsAlias", owner, "data")}`,
    bucket: { name: bucket, arn: `arn:${target.partition}:s3:::${bucket}`, fromVpcOnly: aws.bucketFromVpcOnly },
    repository: {
      name: repositoryName(owner, "images"),
      pattern: awsArn(target, "ecr", `repository/${repositoryName(owner, "images").replace(/images$/, "*")}`),
    },
    securityGroup: awsName("securityGroup", owner, "compute"),
    topic: awsName("snsTopic", owner, "alerts"),
    parameters: { path: parameters, pattern: awsArn(target, "ssm", `parameter${parameters}/*`) },
  };
}
