import type { AwsPlatform } from "../config/platform";
import { type AwsTarget, platformAccount } from "./aws-account";
import { type DeployBlueprint, deployBlueprint } from "./aws-deploy";
import { type IamName, iamPolicy } from "./aws-iam";
import { SHARED_LOG_GROUPS, STUDIO_LOG_GROUP } from "./aws-log-groups";
import { awsName, parameterPath } from "./aws-names";
import { type AwsNetwork, awsNetwork, type LogGroupName, logGroup, zonesOf } from "./aws-network";
import { accessLogBucket, type AwsTrail, awsTrail, bucketArnPrefix, type BucketName } from "./aws-trail";
import { stateBackend } from "./backend";
import type { Owner } from "./names";
import { PLATFORM_STACKS, type StackBlueprint } from "./stack";
import { platformTags } from "./tags";

/** What every account has in which tenants work: a private network, its endpoints, log groups and an audit trail. */
export interface Foundation {
  /** Whose names they are: the platform's, or those of a tenant with an account of its own. */
  readonly owner: Owner;
  /** The account and the region. */
  readonly target: AwsTarget;
  /** The range of the network. */
  readonly range: string;
  /** The zones, as in eu-central-1a, in the order of the file. */
  readonly zones: readonly string[];
  /** The private network. */
  readonly network: AwsNetwork;
  /** The audit trail. */
  readonly trail: AwsTrail;
  /** The bucket that access logs of other buckets go to; `sources` is the ARN of those that may write there. */
  readonly accessLogs: BucketName & { readonly sources: string };
  /** The log groups that all of SageMaker writes to, but for endpoints. */
  readonly sagemakerLogs: readonly LogGroupName[];
  /** Days that logs are kept. */
  readonly logRetentionDays: number;
  /** The name of the key that encrypts log groups, with `alias/`. */
  readonly logKeyAlias: string;
  /** The boundary of the roles by which services of AWS write logs. */
  readonly serviceBoundary: IamName;
}

/**
 * Log groups that SageMaker writes to for everybody: only endpoints have groups of their own (SageMaker Developer Guide,
 * "CloudWatch Logs for Amazon SageMaker AI"). There is one of each in an account and a region.
 */
const SAGEMAKER_LOGS = [...SHARED_LOG_GROUPS, STUDIO_LOG_GROUP];

/** Where tenants find what the foundation has: names of SSM parameters for what cannot be computed. */
export interface FoundationParameters {
  /** The id of the network. */
  readonly vpcId: string;
  /** The ids of the private subnets, by zone. */
  readonly subnetIds: Readonly<Record<string, string>>;
  /** The id of the security group of the interface endpoints. */
  readonly endpointSecurityGroupId: string;
  /** The id of the prefix list of S3. */
  readonly s3PrefixListId: string;
  /** The id of the gateway endpoint of S3. */
  readonly s3EndpointId: string;
  /** The bucket that access logs go to: its name itself, which can be computed. */
  readonly accessLogBucket: string;
}

/** The stack `aws-foundation`. */
export interface FoundationBlueprint extends StackBlueprint {
  /** What the account has for tenants. */
  readonly foundation: Foundation;
  /** What it tells them. */
  readonly parameters: FoundationParameters;
  /** The roles of workflows of GitHub. Absent when the file says nothing of GitHub. */
  readonly deploy?: DeployBlueprint;
}

function platformOwner({ prefix, instance }: AwsPlatform): Owner {
  return { prefix, instance };
}

/** Resolves the stack of the foundation. */
export function foundationBlueprint(platform: AwsPlatform): FoundationBlueprint {
  const stack = PLATFORM_STACKS.foundation;
  const deploy = deployBlueprint(platform);
  return {
    stack,
    backend: stateBackend(platform, stack),
    tags: platformTags(platform),
    retiring: platform.lifecycle === "retiring",
    foundation: foundationOf(platform, platformOwner(platform), platformAccount(platform)),
    parameters: foundationParameters(platform),
    ...(deploy === undefined ? {} : { deploy }),
  };
}

/** Resolves what an account has for tenants. */
export function foundationOf(platform: AwsPlatform, owner: Owner, target: AwsTarget): Foundation {
  return {
    owner,
    target,
    range: platform.aws.foundation.addressSpace,
    zones: zonesOf(platform),
    network: awsNetwork(platform, owner, target),
    trail: awsTrail(owner, target),
    accessLogs: { ...accessLogBucket(owner, target), sources: `${bucketArnPrefix(owner, target)}*` },
    sagemakerLogs: SAGEMAKER_LOGS.map((name) => logGroup(target, name)),
    logRetentionDays: platform.aws.foundation.logRetentionDays,
    logKeyAlias: `alias/${awsName("kmsAlias", owner, "logs")}`,
    serviceBoundary: iamPolicy(owner, target, "service-boundary"),
  };
}

/** The names of what the foundation publishes. */
export function foundationParameters(platform: AwsPlatform): FoundationParameters {
  const path = parameterPath(platformOwner(platform));
  return {
    vpcId: `${path}/vpc-id`,
    subnetIds: Object.fromEntries(zonesOf(platform).map((zone) => [zone, `${path}/subnet-id/${zone}`])),
    endpointSecurityGroupId: `${path}/endpoint-security-group-id`,
    s3PrefixListId: `${path}/s3-prefix-list-id`,
    s3EndpointId: `${path}/s3-endpoint-id`,
    accessLogBucket: accessLogBucket(platformOwner(platform), platformAccount(platform)).name,
  };
}

/** ARNs of the roles that run terraform in the platform's account, to apply or only to plan. */
export function platformDeployers(platform: AwsPlatform): string[] {
  const deploy = deployBlueprint(platform);
  return [...platform.aws.deployers, ...(deploy === undefined ? [] : [deploy.deploy.role.arn, deploy.plan.role.arn])];
}
