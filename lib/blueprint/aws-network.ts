import { cidr, formatCidr, size, subnetAt } from "../config/cidr";
import type { AwsPlatform } from "../config/platform";
import { type AwsAccount, awsArn } from "./aws-account";
import { type IamName, iamRole } from "./aws-iam";
import { awsName, awsPrefix } from "./aws-names";
import type { Owner } from "./names";

/** A private subnet: one a zone. */
export interface AwsSubnet {
  /** Its zone, as in eu-central-1a. */
  readonly zone: string;
  /** What the console shows: the tag `Name`. */
  readonly name: string;
  /** Its addresses. */
  readonly range: string;
}

/** An interface endpoint: a way to a service of AWS that does not leave the network. */
export interface InterfaceEndpoint {
  /** Which one it is, as in `sagemaker.api`. */
  readonly key: InterfaceEndpointKey;
  /** The service's name, as PrivateLink knows it. */
  readonly service: string;
  /** What the console shows: the tag `Name`. */
  readonly name: string;
}

/** A private network, which leads to services of AWS and nowhere else. */
export interface AwsNetwork {
  /** What the console shows: the tag `Name`. */
  readonly name: string;
  /** Its range. */
  readonly range: string;
  /** Its subnets, in the order of the zones in the file. */
  readonly subnets: readonly AwsSubnet[];
  /** Its interface endpoints. */
  readonly endpoints: readonly InterfaceEndpoint[];
  /** The service of the gateway endpoint of S3, and what the console shows. */
  readonly s3Endpoint: { readonly service: string; readonly name: string };
  /** The name of the security group of the interface endpoints. */
  readonly endpointSecurityGroup: string;
  /** Where it is written who talked to whom, and the role that writes it. */
  readonly flowLog: { readonly name: string; readonly logGroup: LogGroupName; readonly role: IamName };
}

/** A log group, with its ARN as a literal. */
export interface LogGroupName {
  /** Its name. */
  readonly name: string;
  /** Its ARN, without `:*` at its end. */
  readonly arn: string;
}

/**
 * Interface endpoints that every network has, and those that a file may add.
 *
 * There is none for EC2, SSM or Application Auto Scaling: network interfaces, parameters and scaling are asked for by
 * SageMaker and by whoever runs terraform, and neither of them does that from inside of the network.
 */
const ALWAYS = [
  "sagemaker.api",
  "sagemaker.runtime",
  "studio",
  "notebook",
  "ecr.api",
  "ecr.dkr",
  "logs",
  "monitoring",
  "sts",
  "kms",
] as const;

/** An interface endpoint that a network can have. */
export type InterfaceEndpointKey = (typeof ALWAYS)[number] | "elasticfilesystem";

/**
 * Endpoints whose services are not named after `com.amazonaws` (SageMaker Developer Guide, "Connect to Studio through an
 * interface VPC endpoint" and "Connect to a notebook instance through a VPC interface endpoint").
 */
const OF_SAGEMAKER: readonly string[] = ["studio", "notebook"];

/** Each zone gets a quarter of the range: there are four zones at most. */
const QUARTER = 2;

/** The zones of the platform's networks, in the order of the file. */
export function zonesOf({ aws: { region, foundation } }: AwsPlatform): readonly string[] {
  return foundation.availabilityZones ?? [`${region}a`, `${region}b`];
}

/** Resolves the private network of an account. */
export function awsNetwork(platform: AwsPlatform, owner: Owner, account: AwsAccount): AwsNetwork {
  const { addressSpace, endpoints } = platform.aws.foundation;
  const name = (what: string) => `${awsPrefix(owner)}${what}`;
  return {
    name: name("network"),
    range: addressSpace,
    subnets: zonesOf(platform).map((zone, index) => ({
      zone,
      name: name(`private-${zone}`),
      range: quarter(addressSpace, index),
    })),
    endpoints: [...ALWAYS, ...endpoints].map((key) => ({
      key,
      service: `${OF_SAGEMAKER.includes(key) ? "aws.sagemaker" : "com.amazonaws"}.${account.region}.${key}`,
      name: name(key),
    })),
    s3Endpoint: { service: `com.amazonaws.${account.region}.s3`, name: name("s3") },
    endpointSecurityGroup: awsName("securityGroup", owner, "endpoints"),
    flowLog: {
      name: name("flow-log"),
      logGroup: logGroup(account, `/aws/vpc/${name("flow-log")}`),
      role: iamRole(owner, account, "flow-log"),
    },
  };
}

/** A log group of an account. */
export function logGroup(account: AwsAccount, name: string): LogGroupName {
  return { name, arn: awsArn(account, "logs", `log-group:${name}`) };
}

function quarter(addressSpace: string, index: number): string {
  const range = cidr(addressSpace);
  return formatCidr(subnetAt(range, (index * size(range)) / 2 ** QUARTER, range.prefixLength + QUARTER));
}
