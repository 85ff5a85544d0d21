import type { AwsPlatform } from "../config/platform";
import { awsArn, type AwsTarget, platformAccount } from "./aws-account";
import { awsName, iamPath, parameterPath } from "./aws-names";
import { stateBackend } from "./backend";
import type { Owner } from "./names";
import type { StackBlueprint } from "./stack";
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
}

/** Names of the SSM parameters by which the foundation tells tenants what cannot be computed. */
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
}

/** The stack `aws-foundation`. */
export interface FoundationBlueprint extends StackBlueprint {
  /** What the account has for tenants. */
  readonly foundation: Foundation;
  /** What it tells them. */
  readonly parameters: FoundationParameters;
}

function platformOwner({ prefix, instance }: AwsPlatform): Owner {
  return { prefix, instance };
}

/** Resolves the stack of the foundation. */
export function foundationBlueprint(platform: AwsPlatform): FoundationBlueprint {
  const stack = "aws-foundation";
  return {
    stack,
    backend: stateBackend(platform, stack),
    tags: platformTags(platform),
    retiring: platform.lifecycle === "retiring",
    foundation: foundationOf(platform, platformOwner(platform), platformAccount(platform)),
    parameters: foundationParameters(platform),
  };
}

/** Resolves what an account has for tenants. */
export function foundationOf(platform: AwsPlatform, owner: Owner, target: AwsTarget): Foundation {
  return { owner, target, range: platform.aws.foundation.addressSpace, zones: zonesOf(platform) };
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
  };
}

/** ARNs of the roles that run terraform in the platform's account. */
export function platformDeployers(platform: AwsPlatform): string[] {
  const { deployers, foundation } = platform.aws;
  return foundation.github === undefined ? deployers : [...deployers, deployRoleArn(platform)];
}

/** The ARN of the role that workflows deploy with. */
export function deployRoleArn(platform: AwsPlatform): string {
  const owner = platformOwner(platform);
  const name = awsName("iamRole", owner, "deploy");
  return awsArn(platformAccount(platform), "iam", `role${iamPath(owner)}${name}`);
}

function zonesOf({ aws: { region, foundation } }: AwsPlatform): readonly string[] {
  return foundation.availabilityZones ?? [`${region}a`, `${region}b`];
}
