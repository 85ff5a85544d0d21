import { cidr, contains } from "../../../config/cidr";
import { absent, type Expectation, present, refersTo } from "../../expectation";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import { type Setting, settings } from "../../setting";
import type { Stack } from "../../stack";
import { OWN_NETWORK } from "./reference-types";

const RULE_TYPES = ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"] as const;
const SOURCE = "Amazon VPC User Guide: Security group rules";

/** What the group of the other side may be: of this stack, or published by the foundation. */
const OTHER_GROUP = refersTo(["aws_security_group", "data.aws_ssm_parameter"]);
const OTHER_LIST = refersTo(["aws_vpc_endpoint", "data.aws_ssm_parameter"], "prefix_list_id");
const OWN_GROUP = refersTo(["aws_security_group"]);

const SETTINGS = [
  ...settings("aws_security_group", [
    ...(["ingress", "egress"] as const).map((argument): Setting => ({
      id: `aws-security-group-inline-${argument}`,
      severity: "high",
      title: `Security groups have no ${argument} rules in themselves.`,
      argument,
      must: absent([{ protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] }]),
      fix: `use an aws_vpc_security_group_${argument}_rule`,
      reason: "Rules of both kinds take each other away, and those in the group are seen by no other rule.",
      source: "Terraform AWS provider: aws_security_group",
      controls: ["MCSB NS-1"],
    })),
    {
      id: "aws-security-group-description",
      fix: "say in description what is in the group",
      severity: "low",
      title: "Security groups say what they are for.",
      argument: "description",
      must: present("What computes for one tenant"),
      reason: "Nobody dares to close what nobody knows.",
      source: `${SOURCE}; CKV_AWS_23`,
      controls: ["MCSB AM-3"],
    },
    {
      id: "aws-security-group-network",
      severity: "high",
      title: "Security groups are in the private network.",
      argument: "vpc_id",
      must: OWN_NETWORK,
      reason: "Without it AWS takes the default network, which leads to the internet.",
      source: "Terraform AWS provider: aws_security_group",
      controls: ["MCSB NS-1"],
    },
  ]),
  ...RULE_TYPES.flatMap((type) => {
    const what = type.includes("ingress") ? "ingress" : "egress";
    return settings(type, [
      {
        id: `aws-security-group-${what}-description`,
        severity: "low",
        title: `Rules of security groups say what they are for (${what}).`,
        argument: "description",
        must: present("HTTPS from the network"),
        fix: "say in description what the rule is for",
        reason: "Nobody dares to close what nobody knows.",
        source: `${SOURCE}; CKV_AWS_23`,
        controls: ["MCSB AM-3"],
      },
      {
        id: `aws-security-group-${what}-owner`,
        severity: "high",
        title: `Rules change security groups of their stack only (${what}).`,
        argument: "security_group_id",
        must: OWN_GROUP,
        reason: "The group of another tenant, or of the endpoints, would be opened.",
        source: SOURCE,
        controls: ["MCSB NS-1"],
      },
    ]);
  }),
];

/** Where traffic may come from and go to. */
const PEER: Rule = {
  id: "aws-security-group-peer",
  severity: "critical",
  title: "Rules of security groups are about groups, lists of AWS, and addresses of the own network.",
  reason: "Others could reach the tenant's compute, or it could send data anywhere.",
  fix: "name a security group in referenced_security_group_id, or the endpoint's list in prefix_list_id",
  source: `${SOURCE}; CKV_AWS_24, CKV_AWS_25, CKV_AWS_260, CKV_AWS_382`,
  controls: [
    "FSBP EC2.18",
    "FSBP EC2.19",
    "Security Hub EC2.13",
    "Security Hub EC2.14",
    "Security Hub EC2.53",
    "Security Hub EC2.54",
    "CIS AWS 5.0.0 5.3",
    "CIS AWS 5.0.0 5.4",
  ],
  example: { wrong: ingress({ cidr_ipv4: "0.0.0.0/0" }), right: ingress({ cidr_ipv4: "10.40.0.0/20" }) },
  *check(stack) {
    for (const rule of rulesOf(stack)) {
      const wrong = wrongPeer(stack, rule);
      if (wrong !== undefined) yield { resource: rule, ...wrong };
    }
  },
};

/** What goes through. Only members of one group talk to each other as they like. */
const PORTS: Rule = {
  id: "aws-security-group-ports",
  severity: "high",
  title: "Between others than members of one group, a security group lets only HTTPS through.",
  reason: "Every other port is a way to something that nobody has looked at.",
  fix: "set ip_protocol to tcp, and from_port and to_port to 443",
  source: SOURCE,
  controls: ["MCSB NS-1"],
  example: {
    wrong: ingress({ cidr_ipv4: "10.40.0.0/20", from_port: 0 }),
    right: ingress({ cidr_ipv4: "10.40.0.0/20" }),
  },
  *check(stack) {
    for (const rule of rulesOf(stack)) {
      if (isWithinGroup(stack, rule) || wrongPeer(stack, rule) !== undefined) continue;
      const { ip_protocol: protocol } = rule.content;
      if (protocol !== "tcp") {
        yield { resource: rule, argument: "ip_protocol", found: protocol, must: 'must be "tcp"' };
        continue;
      }
      for (const argument of ["from_port", "to_port"]) {
        const port = rule.content[argument];
        if (String(port) !== "443") yield { resource: rule, argument, found: port, must: "must be 443" };
      }
    }
  },
};

/** Security groups: who reaches what. */
export const SECURITY_GROUP: readonly Rule[] = [...SETTINGS, PEER, PORTS];

function rulesOf(stack: Stack): Resource[] {
  return RULE_TYPES.flatMap((type) => stack.resources(type));
}

function wrongPeer(stack: Stack, { content }: Resource): Omit<Violation, "resource"> | undefined {
  const peers: Readonly<Record<string, Expectation>> = {
    cidr_ipv4: inNetworkOf(stack),
    cidr_ipv6: absent("::/0"),
    prefix_list_id: OTHER_LIST,
    referenced_security_group_id: OTHER_GROUP,
  };
  const given = Object.entries(peers).filter(([argument]) => content[argument] != null);
  if (given.length === 0) {
    return { argument: "referenced_security_group_id", found: undefined, must: OTHER_GROUP.must };
  }
  const [wrong] = given.filter(([argument, { holds }]) => !holds(content[argument]));
  return wrong && { argument: wrong[0], found: content[wrong[0]], must: wrong[1].must };
}

function inNetworkOf(stack: Stack): Expectation {
  const networks = stack.resources("aws_vpc").map(({ content }) => content.cidr_block);
  const range = "10.40.0.0/20";
  return {
    must: `must be within the network of this stack${networks.length === 0 ? "" : `, ${networks.join(" or ")}`}`,
    holds: (value) => networks.some((network) => isWithin(value, network)),
    right: range,
    wrong: "0.0.0.0/0",
  };
}

function isWithin(inner: unknown, outer: unknown): boolean {
  try {
    return contains(cidr(String(outer)), cidr(String(inner)));
  } catch {
    return false;
  }
}

function isWithinGroup(stack: Stack, { content }: Resource): boolean {
  const own = stack.target(content.security_group_id);
  // A rule for a group of elsewhere is told by another rule.
  return own === undefined || own === stack.target(content.referenced_security_group_id);
}

function ingress(content: object) {
  return {
    resource: {
      aws_vpc: { example: { cidr_block: "10.40.0.0/20" } },
      aws_security_group: { example: {} },
      aws_vpc_security_group_ingress_rule: {
        example: {
          security_group_id: "${aws_security_group.example.id}",
          ip_protocol: "tcp",
          from_port: 443,
          to_port: 443,
          ...content,
        },
      },
    },
  };
}
