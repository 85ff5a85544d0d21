import { parseCidr } from "../../../config/cidr";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";
import { type GroupRule, isBastions, rulesOf } from "../network/security-group";

const HIGHEST_PORT = 65_535;
const ADDRESS = /^[\d.:/]+$/;

/**
 * Whether Azure takes a rule of a security group. Which traffic a rule may let through is told elsewhere, and so are the
 * rules of Azure Bastion, which are those of a table, and denials, which are about everything.
 */
export const SECURITY_RULE_VALID: Rule = {
  id: "azure-security-rule-valid",
  severity: "medium",
  title: "Security rules name ranges and ports that there are.",
  reason: "A plan takes any text. Azure refuses the rule, and what it should let through is closed.",
  source: "Learn, Azure network security groups overview",
  controls: ["MCSB NS-1"],
  fix: "write IPv4 ranges without host bits, service tags, and ports from 0 to 65535",
  example: { wrong: example("99999"), right: example("443") },
  check: (stack) => allowing(stack).flatMap((rule) => violation(rule) ?? []),
};

function allowing(stack: Stack): GroupRule[] {
  return stack
    .resources("azurerm_network_security_group")
    .flatMap((group) => rulesOf(stack, group).map((rule) => (isBastions(stack, group) ? fromAnyPort(rule) : rule)))
    .filter(({ access, priority }) => access === "allow" && priority !== 4096);
}

/** A rule of Azure Bastion's, of which a table tells all but the ports that traffic comes from. */
function fromAnyPort(rule: GroupRule): GroupRule {
  return { ...rule, sources: [], destinations: ["*"], ports: [] };
}

function violation({ resource, prefix, direction, ...rule }: GroupRule): Violation | undefined {
  const { sources, sourcePorts, destinations, ports } = rule;
  const [argument, found, must] =
    // Sources of what comes in are told by the rule about them.
    (direction !== "inbound" && sources.some(isNoPrefix) && ["source_address_prefix", sources, PREFIXES]) ||
    (destinations.some(isNoPrefix) && ["destination_address_prefix", destinations, PREFIXES]) ||
    (destinations.length === 0 && ["destination_address_prefix", undefined, PREFIXES]) ||
    (sourcePorts.length === 0 && ["source_port_range", undefined, 'must be set, as to "*"']) ||
    (sourcePorts.some(isNoPort) && ["source_port_range", sourcePorts, PORTS]) ||
    (ports.some(isTooHigh) && ["destination_port_range", ports, PORTS]) ||
    [];
  if (argument === undefined || must === undefined) return undefined;
  return { resource, argument: `${prefix}${argument}`, found, must: must };
}

const PREFIXES = "must be IPv4 ranges or service tags";
const PORTS = `must be ports up to ${HIGHEST_PORT}, the lower first`;

/** What looks like an address and is none; all else is a service tag. */
function isNoPrefix(prefix: string): boolean {
  if (!ADDRESS.test(prefix) || prefix.includes(":")) return false;
  return typeof parseCidr(prefix.includes("/") ? prefix : `${prefix}/32`) === "string";
}

function isNoPort(port: string): boolean {
  return port !== "*" && (!/^\d+(-\d+)?$/.test(port) || isTooHigh(port));
}

/** Texts that are no ports at all are told by the rule about ports that are open. */
function isTooHigh(port: string): boolean {
  const [from, to = from] = port.split("-").map(Number);
  return from !== undefined && to !== undefined && (to > HIGHEST_PORT || from > to);
}

function example(port: string) {
  return {
    resource: {
      azurerm_network_security_group: { example: { name: "nsg" } },
      azurerm_network_security_rule: {
        example: {
          network_security_group_name: "${azurerm_network_security_group.example.name}",
          access: "Allow",
          direction: "Inbound",
          protocol: "Tcp",
          priority: 100,
          source_address_prefix: "10.20.0.0/22",
          source_port_range: "*",
          destination_address_prefix: "10.20.0.0/24",
          destination_port_range: port,
        },
      },
    },
  };
}
