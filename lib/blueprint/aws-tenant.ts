import type { AwsPlatform } from "../config/platform";
import type { AwsTenant } from "../config/tenant";
import { type AwsBudgetBlueprint, awsBudget } from "./aws-budget";
import { awsArn, type AwsTarget, tenantTarget } from "./aws-account";
import { otherRepositories } from "./aws-image";
import { otherObjects } from "./aws-model-data";
import { awsName, awsPrefix, bucketName, iamPath, parameterPath, repositoryName } from "./aws-names";
import {
  type Foundation,
  foundationOf,
  type FoundationParameters,
  foundationParameters,
  platformDeployers,
} from "./aws-foundation";
import { type NotebookBlueprint, notebookBlueprints } from "./aws-notebook";
import { type ServingBlueprint, servingBlueprints } from "./aws-serving";
import { type StudioBlueprint, studioBlueprint } from "./aws-studio";
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

/**
 * The policies of a tenant: the boundary of its roles, three that both have (what they make, what they use, and their data),
 * and what SageMaker does as the tenant. One alone would be longer than IAM takes.
 */
export type AwsTenantPolicy = "boundary" | "create" | "use" | "data" | "execution";

/** A policy of a tenant. */
export interface AwsPolicyBlueprint {
  /** Its name, unique in the account whatever the path is. */
  readonly name: string;
  /** Its path. */
  readonly path: string;
}

/** A role of a tenant. */
export interface AwsRoleBlueprint extends AwsPolicyBlueprint {
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
  /** What a Studio domain gives to whom no other role is given. */
  readonly domainRole: AwsRoleBlueprint;
  /** Its policies. */
  readonly policies: Readonly<Record<AwsTenantPolicy, AwsPolicyBlueprint>>;
  /** The name of its key, with `alias/`. */
  readonly keyAlias: string;
  /** Its bucket. */
  readonly bucket: { readonly name: string; readonly arn: string; readonly fromVpcOnly: boolean };
  /**
   * Its repository of images; `pattern` is the ARN of all that it may have, `others` are those that it may take images
   * from besides, sorted.
   */
  readonly repository: { readonly name: string; readonly pattern: string; readonly others: readonly string[] };
  /** ARNs of the models' archives that are in other buckets, sorted. */
  readonly modelObjects: readonly string[];
  /** The name of its security group. */
  readonly securityGroup: string;
  /** The name of the topic of its alarms. */
  readonly topic: string;
  /** Who is told of its alarms by e-mail. Nobody, when nothing of it has alarms. */
  readonly alarmEmails: readonly string[];
  /** Its notebooks. */
  readonly notebooks: readonly NotebookBlueprint[];
  /** Its Studio domain. Absent when the file has none. */
  readonly studio?: StudioBlueprint;
  /** Its models behind endpoints. */
  readonly serving: readonly ServingBlueprint[];
  /** What it may cost. Absent when the file has no budget. */
  readonly budget?: AwsBudgetBlueprint;
  /** The path of its parameters, the ARN of the path, by which they are listed, and that of all of them. */
  readonly parameters: { readonly path: string; readonly arn: string; readonly pattern: string };
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
  const policy = (what: string): AwsPolicyBlueprint => ({ name: awsName("iamPolicy", owner, what), path });
  const bucket = bucketName(owner, target, "data");
  const studio = studioBlueprint(owner, aws);
  const budget = awsBudget(config, owner);
  const parameters = parameterPath(owner);
  const parametersArn = awsArn(target, "ssm", `parameter${parameters}`);
  const repository = repositoryName(owner, "images");
  const repositories = awsArn(target, "ecr", `repository/${repository.replace(/images$/, "")}`);
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
    domainRole: role("domain"),
    policies: {
      boundary: policy("boundary"),
      create: policy("create"),
      use: policy("use"),
      data: policy("data"),
      execution: policy("execution"),
    },
    keyAlias: `alias/${awsName("kmsAlias", owner, "data")}`,
    bucket: { name: bucket, arn: `arn:${target.partition}:s3:::${bucket}`, fromVpcOnly: aws.bucketFromVpcOnly },
    repository: {
      name: repository,
      pattern: `${repositories}*`,
      others: otherRepositories(config, repositories),
    },
    modelObjects: otherObjects(config, target.partition, bucket),
    securityGroup: awsName("securityGroup", owner, "compute"),
    topic: awsName("snsTopic", owner, "alerts"),
    alarmEmails: aws.serving.length > 0 ? [config.owner] : [],
    notebooks: notebookBlueprints(platform, owner, target, aws),
    ...(studio === undefined ? {} : { studio }),
    serving: servingBlueprints(platform, owner, target, aws),
    ...(budget === undefined ? {} : { budget }),
    parameters: { path: parameters, arn: parametersArn, pattern: `${parametersArn}/*` },
  };
}
