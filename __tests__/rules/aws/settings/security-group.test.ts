import { SECURITY_GROUP } from "../../../../lib/rules/aws/settings/security-group";
import { found } from "./found";

const RULES = SECURITY_GROUP.filter(({ id }) => /-(peer|ports)$/.test(id));
const GROUP = "${aws_security_group.compute.id}";
const HTTPS = { ip_protocol: "tcp", from_port: 443, to_port: 443 };
const MEMBERS = { ip_protocol: "-1", referenced_security_group_id: GROUP };

function ingress(rule: object, network: object = { cidr_block: "10.40.0.0/20" }) {
  return {
    aws_vpc: { example: network },
    aws_security_group: { compute: {}, other: {} },
    aws_vpc_security_group_ingress_rule: { example: { security_group_id: GROUP, ...rule } },
  };
}

test.each([
  ["all protocols between members", MEMBERS],
  ["HTTPS from another group", { ...HTTPS, referenced_security_group_id: "${aws_security_group.other.id}" }],
  ["HTTPS from the network", { ...HTTPS, cidr_ipv4: "10.40.0.0/20" }],
  ["HTTPS from a part of the network", { ...HTTPS, cidr_ipv4: "10.40.4.0/22" }],
  ["HTTPS with a list of AWS", { ...HTTPS, prefix_list_id: "${aws_vpc_endpoint.s3.prefix_list_id}" }],
  ["ports as texts", { ...HTTPS, from_port: "443", to_port: "443", cidr_ipv4: "10.40.0.0/20" }],
])("A rule with %s is right.", (_, rule) => {
  expect(found(RULES, ingress(rule))).toEqual([]);
});

test.each([
  ["everybody", { ...HTTPS, cidr_ipv4: "0.0.0.0/0" }, "cidr_ipv4"],
  ["half of the world", { ...HTTPS, cidr_ipv4: "0.0.0.0/1" }, "cidr_ipv4"],
  ["a range around the network", { ...HTTPS, cidr_ipv4: "10.0.0.0/8" }, "cidr_ipv4"],
  ["an address outside", { ...HTTPS, cidr_ipv4: "203.0.113.1/32" }, "cidr_ipv4"],
  ["what is no range", { ...HTTPS, cidr_ipv4: "x" }, "cidr_ipv4"],
  ["an expression", { ...HTTPS, cidr_ipv4: "${var.range}" }, "cidr_ipv4"],
  ["everybody by IPv6", { ...HTTPS, cidr_ipv6: "::/0" }, "cidr_ipv6"],
  ["a group of elsewhere", { ...HTTPS, referenced_security_group_id: "sg-0a" }, "referenced_security_group_id"],
  ["a list of elsewhere", { ...HTTPS, prefix_list_id: "pl-0a" }, "prefix_list_id"],
  ["nobody", HTTPS, "referenced_security_group_id"],
])("A rule about %s is told once.", (_, rule, argument) => {
  expect(found(RULES, ingress(rule))).toEqual([
    `aws_vpc_security_group_ingress_rule.example ${argument} aws-security-group-peer`,
  ]);
});

test.each([
  ["all protocols from the network", { ip_protocol: "-1", cidr_ipv4: "10.40.0.0/20" }, "ip_protocol"],
  [
    "all protocols from another group",
    { ...MEMBERS, referenced_security_group_id: "${aws_security_group.other.id}" },
    "ip_protocol",
  ],
  ["SSH", { ...HTTPS, from_port: 22, cidr_ipv4: "10.40.0.0/20" }, "from_port"],
  ["every higher port", { ...HTTPS, to_port: 65535, cidr_ipv4: "10.40.0.0/20" }, "to_port"],
])("A rule for %s is told once.", (_, rule, argument) => {
  expect(found(RULES, ingress(rule))).toEqual([
    `aws_vpc_security_group_ingress_rule.example ${argument} aws-security-group-ports`,
  ]);
});

test("Without a network in the stack no range is right.", () => {
  const { aws_vpc: network, ...stack } = ingress({ ...HTTPS, cidr_ipv4: "10.40.0.0/20" });

  expect(network).toBeDefined();
  expect(found(RULES, stack)).toHaveLength(1);
});
