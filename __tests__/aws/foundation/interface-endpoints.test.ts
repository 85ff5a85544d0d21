import { awsPlatform } from "../../support/files";
import { addressOf } from "../../support/references";
import { onlyResource, resourcesOf, synthStack } from "../../support/synth";

const foundation = (changes: object = {}) =>
  synthStack("aws-foundation", awsPlatform({ aws: { foundation: { addressSpace: "10.40.0.0/20", ...changes } } }));

describe("the interface endpoints", () => {
  const stack = foundation({ endpoints: ["elasticfilesystem"] });
  const endpoints = Object.values(resourcesOf(stack, "aws_vpc_endpoint")).filter(
    ({ vpc_endpoint_type: type }) => type === "Interface",
  );

  test("are those of the services that SageMaker needs, by the names that AWS gives them", () => {
    expect(endpoints.map(({ service_name: name }) => name).sort()).toEqual([
      "aws.sagemaker.eu-central-1.notebook",
      "aws.sagemaker.eu-central-1.studio",
      "com.amazonaws.eu-central-1.ecr.api",
      "com.amazonaws.eu-central-1.ecr.dkr",
      "com.amazonaws.eu-central-1.elasticfilesystem",
      "com.amazonaws.eu-central-1.kms",
      "com.amazonaws.eu-central-1.logs",
      "com.amazonaws.eu-central-1.monitoring",
      "com.amazonaws.eu-central-1.sagemaker.api",
      "com.amazonaws.eu-central-1.sagemaker.runtime",
      "com.amazonaws.eu-central-1.sts",
    ]);
  });

  test("have none for file systems unless the file asks for it", () => {
    expect(JSON.stringify(foundation().resource.aws_vpc_endpoint)).not.toContain("elasticfilesystem");
  });

  test("have an address in every subnet, and the service's public name", () => {
    const subnets = Object.keys(stack.resource.aws_subnet ?? {}).map((id) => `\${aws_subnet.${id}.id}`);

    expect(new Set(endpoints.map(({ subnet_ids: ids }) => JSON.stringify(ids)))).toEqual(
      new Set([JSON.stringify(subnets)]),
    );
    expect(new Set(endpoints.map(({ private_dns_enabled: named }) => named))).toEqual(new Set([true]));
  });

  test("answer to HTTPS from the network and to nothing else", () => {
    const group = `\${${addressOf(stack, "foundation/endpoints/security-group")}.id}`;

    expect(new Set(endpoints.map(({ security_group_ids: ids }) => JSON.stringify(ids)))).toEqual(
      new Set([JSON.stringify([group])]),
    );
    expect(onlyResource(stack, "aws_vpc_security_group_ingress_rule")).toMatchObject({
      security_group_id: group,
      cidr_ipv4: "10.40.0.0/20",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
    });
    expect(stack.resource).not.toHaveProperty("aws_vpc_security_group_egress_rule");
  });

  test("and that of S3 have a policy each, short enough for AWS, with white space", () => {
    const policies = Object.values(resourcesOf(stack, "aws_vpc_endpoint")).map(({ policy }) => String(policy));

    expect(policies).toHaveLength(12);
    expect(policies.filter((policy) => policy.length === 0 || policy.length > 20_480)).toEqual([]);
    expect(policies.filter((policy) => !policy.includes("123456789012"))).toEqual([]);
  });
});
