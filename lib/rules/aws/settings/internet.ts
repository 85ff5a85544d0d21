import type { Rule } from "../../rule";

/** Types that give a network a way to the internet, or something an address there. */
const TYPES = [
  "aws_internet_gateway",
  "aws_internet_gateway_attachment",
  "aws_nat_gateway",
  "aws_egress_only_internet_gateway",
  "aws_eip",
  "aws_eip_association",
  "aws_route",
  "aws_default_route_table",
  "aws_main_route_table_association",
] as const;

/** Networks lead to services of AWS and nowhere else: whatever leads out must not be there. */
export const INTERNET: Rule = {
  id: "aws-network-internet",
  severity: "critical",
  title: "No network has a way to the internet.",
  reason: "Data could leave by it, and what has a public address could be reached.",
  fix: "remove it; give the network an interface endpoint for what it must reach",
  source: "Amazon VPC User Guide: Enable internet access for a VPC using an internet gateway",
  controls: ["MCSB NS-1", "MCSB NS-2"],
  example: {
    wrong: { resource: { aws_internet_gateway: { example: {} } } },
    right: { resource: { aws_vpc: { example: {} } } },
  },
  *check(stack) {
    for (const resource of TYPES.flatMap((type) => stack.resources(type))) {
      yield { resource, argument: "", found: undefined, must: `must not be there: it is an ${resource.type}` };
    }
  },
};
