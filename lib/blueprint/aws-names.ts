import { shortHash } from "./hash";
import { base, fitting, type NameRule, type Owner } from "./names";

/**
 * What AWS accepts as a name, per resource type: the API references of the services; for roles and policies "IAM and AWS
 * STS quotas", for buckets "General purpose bucket naming rules".
 */
export const AWS_NAME_RULES = {
  alarm: { pattern: /^[\w-]+$/, min: 1, max: 255 },
  bucket: {
    pattern: /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9-]*[a-z0-9]$(?<!-s3alias|--ol-s3|--x-s3|--table-s3)/,
    min: 3,
    max: 63,
  },
  budget: { pattern: /^[\w-]+$/, min: 1, max: 100 },
  ecrRepository: { pattern: /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*$/, min: 2, max: 256 },
  iamPolicy: { pattern: /^[\w+=,.@-]+$/, min: 1, max: 128 },
  iamRole: { pattern: /^[\w+=,.@-]+$/, min: 1, max: 64 },
  // Without the "alias/" before it.
  kmsAlias: { pattern: /^(?!aws\/)[\w/-]+$/, min: 1, max: 250 },
  // Of application autoscaling.
  scalingPolicy: { pattern: /^[\w-]+$/, min: 1, max: 256 },
  sagemaker: { pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/, min: 1, max: 63 },
  securityGroup: { pattern: /^(?!sg-)[\w ._:/()#,@[\]+=&;{}!$*-]+$/, min: 1, max: 255 },
  snsTopic: { pattern: /^[\w-]+$/, min: 1, max: 256 },
} as const satisfies Record<string, NameRule>;

/**
 * Prefixes of a platform with which AWS would refuse names: of security groups ("sg-"), of buckets ("sthree-" and
 * "amzn-s3-demo-"), and of SSM parameters, which begin with neither "aws" nor "ssm" (Systems Manager User Guide, "About
 * requirements and constraints for parameter names").
 */
export const RESERVED_PREFIX = /^(sg|sthree|amzn|(aws|ssm).*)$/;

/** A resource type of AWS with a rule for its names. */
export type AwsNamedType = keyof typeof AWS_NAME_RULES;

/**
 * The name of something on AWS, `prefix-instance-tenant--what` for a tenant and `prefix-instance--what` for the platform.
 * Neither ids nor what ends in "-" or contains "--", so `mlp-dev-acme--*` matches nothing of the tenant acme-eu, nor
 * anything of the platform: policies of IAM rest on that.
 */
export function awsName(type: AwsNamedType, owner: Owner, what: string): string {
  return valid(type, `${awsPrefix(owner)}${what}`);
}

/** What everything of an owner on AWS begins with, as in `mlp-dev-acme--`. */
export function awsPrefix(owner: Owner): string {
  return `${base(owner)}--`;
}

/**
 * The name of a bucket, which must be unique in all of AWS: it ends in a hash of account, region, owner and purpose, which
 * is never cut.
 */
export function bucketName(owner: Owner, { accountId, region }: { accountId: string; region: string }, what: string) {
  return awsName("bucket", owner, `${what}-${shortHash(accountId, region, base(owner), "bucket", what)}`);
}

/** The path of IAM roles and policies, as in `/mlp-dev/tenant/acme/`. */
export function iamPath({ prefix, instance, tenant }: Owner): string {
  return `/${prefix}-${instance}/${tenant === undefined ? "platform" : `tenant/${tenant}`}/`;
}

/** The path of SSM parameters, without a slash at its end, as in `/mlp/dev/tenant/acme`. */
export function parameterPath({ prefix, instance, tenant }: Owner): string {
  return `/${prefix}/${instance}/${tenant === undefined ? "foundation" : `tenant/${tenant}`}`;
}

/** The name of a repository of ECR, as in `mlp-dev/acme/images`: ECR refuses "--". */
export function repositoryName({ prefix, instance, tenant }: Owner, what: string): string {
  return valid("ecrRepository", `${prefix}-${instance}/${tenant ?? "platform"}/${what}`);
}

function valid(type: AwsNamedType, name: string): string {
  return fitting(name, type, AWS_NAME_RULES[type]);
}
