import { is, present, refersTo } from "../../expectation";
import { each } from "../../list-expectation";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Selection } from "../../selection";
import { settings } from "../../setting";
import { OWN_SECURITY_GROUPS, several } from "./reference-types";

const TYPE = "aws_vpc_endpoint";
const GUIDE = "AWS PrivateLink Guide: Access an AWS service using an interface VPC endpoint";
const GATEWAY_GUIDE = "AWS PrivateLink Guide: Gateway endpoints for Amazon S3";

/** Services of AWS that work in the network needs, and those that a file may add, by the end of their name. */
const SERVICES: Readonly<Record<string, string>> = {
  "sagemaker.api": "notebooks and jobs start and stop others",
  "sagemaker.runtime": "endpoints are called",
  studio: "Studio is opened",
  notebook: "notebooks are opened",
  "ecr.api": "SageMaker asks for images of models and jobs",
  "ecr.dkr": "SageMaker pulls images of models and jobs",
  logs: "what runs writes its log",
  monitoring: "what runs reports its metrics",
  sts: "credentials are asked for",
  kms: "data is encrypted and decrypted",
  s3: "data, models and the layers of images are read and written",
};
const OPTIONAL = ["elasticfilesystem"];

const KNOWN = /^(?:com\.amazonaws|aws\.sagemaker)\.[a-z]{2}(?:-[a-z]+)+-\d\.([a-z0-9.]+)$/;

/** S3 and DynamoDB are reached by a route, and not by an address. */
const GATEWAYS: Selection = {
  has: isGateway,
  example: { resource: { [TYPE]: { example: { service_name: "com.amazonaws.eu-central-1.s3" } } } },
};
const INTERFACES: Selection = {
  has: (endpoint) => serviceOf(endpoint) !== undefined && !isGateway(endpoint),
  example: { resource: { [TYPE]: { example: { service_name: "com.amazonaws.eu-central-1.kms" } } } },
};

function isGateway({ content: { service_name: service } }: Resource): boolean {
  return typeof service === "string" && /\.(s3|dynamodb)$/.test(service);
}

const SETTINGS = [
  ...settings(TYPE, [
    {
      id: "aws-vpc-endpoint-policy",
      fix: "write a policy that holds requests to the own account",
      severity: "critical",
      title: "Every endpoint has a policy.",
      argument: "policy",
      must: present('{"Version":"2012-10-17","Statement":[]}'),
      reason: "Without one, data leaves by it with credentials of any account.",
      source: "AWS PrivateLink Guide: Control access to VPC endpoints using endpoint policies",
      controls: ["MCSB NS-2"],
    },
    {
      id: "aws-vpc-endpoint-network",
      severity: "high",
      title: "Endpoints are in the network of their stack.",
      argument: "vpc_id",
      must: refersTo(["aws_vpc"]),
      reason: "The own network would have no way to the service.",
      source: GUIDE,
      controls: ["MCSB NS-2"],
    },
  ]),
  ...settings(
    TYPE,
    [
      {
        id: "aws-vpc-endpoint-interface",
        severity: "high",
        title: "Services are reached by an interface in the network.",
        argument: "vpc_endpoint_type",
        must: is("Interface", "Gateway"),
        reason: "Only S3 and DynamoDB have gateways.",
        source: GUIDE,
        controls: ["MCSB NS-2"],
      },
      {
        id: "aws-vpc-endpoint-private-dns",
        severity: "high",
        title: "The public name of a service leads to its endpoint.",
        argument: "private_dns_enabled",
        must: is(true),
        reason: "What asks for the service by its name would look for it in the internet.",
        source: `${GUIDE}, Private DNS names`,
        controls: ["MCSB NS-10"],
      },
      {
        id: "aws-vpc-endpoint-security-group",
        severity: "high",
        title: "Endpoints have security groups of their stack.",
        argument: "security_group_ids",
        must: OWN_SECURITY_GROUPS,
        reason: "AWS would give them the network's default group.",
        source: GUIDE,
        controls: ["MCSB NS-1"],
      },
      {
        id: "aws-vpc-endpoint-subnets",
        severity: "medium",
        title: "Endpoints have an address in each private subnet.",
        argument: "subnet_ids",
        must: several(refersTo(["aws_subnet"])),
        reason: "When a zone fails, its addresses are gone.",
        source: GUIDE,
        controls: ["MCSB BR-1"],
      },
    ],
    INTERFACES,
  ),
  ...settings(
    TYPE,
    [
      {
        id: "aws-vpc-endpoint-gateway",
        severity: "high",
        title: "S3 is reached by a gateway of the network.",
        argument: "vpc_endpoint_type",
        must: is("Gateway", "Interface"),
        reason: "Security groups and bucket policies of the project know the gateway's list and id.",
        source: GATEWAY_GUIDE,
        controls: ["MCSB NS-2"],
      },
      {
        id: "aws-vpc-endpoint-routes",
        severity: "high",
        title: "Gateways are in the route tables of their stack.",
        argument: "route_table_ids",
        must: each(refersTo(["aws_route_table"])),
        reason: "The subnets would have no way to S3.",
        source: GATEWAY_GUIDE,
        controls: ["MCSB NS-2"],
      },
    ],
    GATEWAYS,
  ),
];

const network = (services: readonly string[]) => ({
  resource: {
    aws_vpc: { example: {} },
    [TYPE]: Object.fromEntries(
      services.map((service, index) => [`endpoint${index}`, { service_name: `com.amazonaws.eu-central-1.${service}` }]),
    ),
  },
});

/** Whatever works in a network without internet needs an endpoint for each service. */
const NEEDED: Rule = {
  id: "aws-vpc-endpoint-services",
  severity: "high",
  title: "Networks have an endpoint for every service that work in them needs.",
  reason: "There is no other way to the service, and whoever misses it asks for a way to the internet.",
  fix: "add an aws_vpc_endpoint for each",
  source: "Amazon SageMaker AI Developer Guide: Connect to SageMaker AI Within your VPC",
  controls: ["FSBP EC2.55", "FSBP EC2.56"],
  example: { wrong: network(Object.keys(SERVICES).slice(1)), right: network(Object.keys(SERVICES)) },
  *check(stack) {
    const there = stack.resources(TYPE).map(serviceOf);
    const missing = Object.keys(SERVICES).filter((service) => !there.includes(service));
    // One under a wrong name is told by another rule.
    if (missing.length <= there.filter((service) => service === undefined).length) return;
    const why = missing.map((service) => `${service} (${SERVICES[service]})`).join(", ");
    for (const resource of stack.resources("aws_vpc")) {
      yield { resource, argument: "", found: undefined, must: `must have an endpoint for ${why}` };
    }
  },
};

/** A service of somebody else may have any name. */
const FOREIGN: Rule = {
  id: "aws-vpc-endpoint-service",
  severity: "critical",
  title: "Endpoints lead to services of AWS that are known to be needed.",
  reason: "An endpoint may lead to a service of another account, where data then goes.",
  fix: "set service_name to that of a service of AWS that is needed, or remove the endpoint",
  source: "AWS PrivateLink Guide: Share your services through AWS PrivateLink",
  controls: ["MCSB NS-2", "MCSB AM-2"],
  example: {
    wrong: { resource: { [TYPE]: { example: { service_name: "com.amazonaws.vpce.eu-central-1.vpce-svc-0a" } } } },
    right: { resource: { [TYPE]: { example: { service_name: "com.amazonaws.eu-central-1.kms" } } } },
  },
  *check(stack) {
    const must = `must be that of ${[...Object.keys(SERVICES), ...OPTIONAL].join(", ")} in a region`;
    for (const resource of stack.resources(TYPE)) {
      if (serviceOf(resource) !== undefined) continue;
      yield { resource, argument: "service_name", found: resource.content.service_name, must };
    }
  },
};

/** The end of the name of a known service. */
function serviceOf({ content: { service_name: name } }: Resource): string | undefined {
  const [, service = ""] = KNOWN.exec(String(name)) ?? [];
  return Object.hasOwn(SERVICES, service) || OPTIONAL.includes(service) ? service : undefined;
}

/** The ways out of a network: to services of AWS that are needed, each with a policy. */
export const VPC_ENDPOINT: readonly Rule[] = [...SETTINGS, NEEDED, FOREIGN];
