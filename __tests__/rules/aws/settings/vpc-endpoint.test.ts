import { VPC_ENDPOINT } from "../../../../lib/rules/aws/settings/vpc-endpoint";
import { found } from "./found";

const SERVICES = [
  ...["sagemaker.api", "sagemaker.runtime", "ecr.api", "ecr.dkr", "logs", "monitoring", "sts", "kms", "s3"].map(
    (service) => `com.amazonaws.eu-central-1.${service}`,
  ),
  "aws.sagemaker.eu-central-1.studio",
  "aws.sagemaker.eu-central-1.notebook",
];

const endpoint = (service: string) => ({
  service_name: service,
  policy: "{}",
  vpc_id: "${aws_vpc.example.id}",
  ...(service.endsWith(".s3")
    ? { vpc_endpoint_type: "Gateway", route_table_ids: ["${aws_route_table.example.id}"] }
    : {
        vpc_endpoint_type: "Interface",
        private_dns_enabled: true,
        security_group_ids: ["${aws_security_group.example.id}"],
        subnet_ids: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
      }),
});

const network = (services: readonly string[], changed: Record<string, object> = {}) => ({
  aws_vpc: { example: {} },
  aws_vpc_endpoint: Object.fromEntries(
    services.map((service) => [service.replaceAll(".", "_"), { ...endpoint(service), ...changed[service] }]),
  ),
});

test("A network with all endpoints, and with one that a file adds, is right.", () => {
  expect(found(VPC_ENDPOINT, network([...SERVICES, "com.amazonaws.eu-central-1.elasticfilesystem"]))).toEqual([]);
});

test.each(SERVICES)("A network without %s is told once.", (service) => {
  expect(found(VPC_ENDPOINT, network(SERVICES.filter((other) => other !== service)))).toEqual([
    "aws_vpc.example aws-vpc-endpoint-services",
  ]);
});

test.each(["com.amazonaws.vpce.eu-central-1.vpce-svc-0a", "com.amazonaws.eu-central-1.ec2", "${var.service}", null])(
  "An endpoint that leads to %s instead of a needed service is told once.",
  (service) => {
    const changed = { "com.amazonaws.eu-central-1.kms": { service_name: service } };

    expect(found(VPC_ENDPOINT, network(SERVICES, changed))).toEqual([
      "aws_vpc_endpoint.com_amazonaws_eu-central-1_kms service_name aws-vpc-endpoint-service",
    ]);
  },
);

test.each([
  ["com.amazonaws.eu-central-1.s3", { vpc_endpoint_type: "Interface" }, "vpc_endpoint_type aws-vpc-endpoint-gateway"],
  ["com.amazonaws.eu-central-1.kms", { vpc_endpoint_type: "Gateway" }, "vpc_endpoint_type aws-vpc-endpoint-interface"],
  ["com.amazonaws.eu-central-1.kms", { subnet_ids: ["${aws_subnet.a.id}"] }, "subnet_ids aws-vpc-endpoint-subnets"],
  [
    "com.amazonaws.eu-central-1.kms",
    { security_group_ids: ["sg-0a"] },
    "security_group_ids aws-vpc-endpoint-security-group",
  ],
])("An endpoint of %s with %j is told once.", (service, change, expected) => {
  const address = `aws_vpc_endpoint.${service.replaceAll(".", "_")}`;

  expect(found(VPC_ENDPOINT, network(SERVICES, { [service]: change }))).toEqual([`${address} ${expected}`]);
});
