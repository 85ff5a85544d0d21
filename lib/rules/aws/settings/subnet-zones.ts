import type { Rule } from "../../rule";

/** Subnets of one network. */
const inZones = (...zones: string[]) => ({
  resource: {
    aws_vpc: { example: {} },
    aws_subnet: Object.fromEntries(
      zones.map((zone, index) => [`subnet${index}`, { vpc_id: "${aws_vpc.example.id}", availability_zone: zone }]),
    ),
  },
});

/** A network in one zone is gone with it. */
export const SUBNET_ZONES: Rule = {
  id: "aws-vpc-zones",
  severity: "medium",
  title: "Subnets of a network stand in different zones.",
  reason: "Endpoints and instances in one zone are gone when that zone is.",
  fix: "give each subnet an availability_zone of its own",
  source: "AWS Well-Architected Framework, Reliability Pillar: REL10-BP01 Deploy the workload to multiple locations",
  controls: ["MCSB BR-1"],
  example: { wrong: inZones("eu-central-1a", "eu-central-1a"), right: inZones("eu-central-1a", "eu-central-1b") },
  *check(stack) {
    for (const network of stack.resources("aws_vpc")) {
      const subnets = stack.resources("aws_subnet").filter(({ content }) => stack.names(content.vpc_id, network));
      const zones = subnets.map(({ content }) => content.availability_zone);
      if (new Set(zones).size === zones.length) continue;
      yield {
        resource: network,
        argument: "",
        found: undefined,
        must: `must have a zone for each subnet, not ${zones.join(", ")}`,
      };
    }
  },
};
