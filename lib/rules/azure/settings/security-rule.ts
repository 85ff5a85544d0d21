import { parseCidr } from "../../../config/cidr";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";
import { type GroupRule, isBastions, rulesOf } from "../network/security-group";

const HIGHEST_PORT = 65_535;
const FIRST = 100;
const LAST = 4096;
const TAG = /^[A-Z][A-Za-z0-9]*(\.[A-Za-z0-9]+)?$/;

/**
 * Whether Azure takes a rule of a security group. Which traffic a rule may let through is told elsewhere, and so are the
 * rules of Azure Bastion, which are those of a table, and denials, which are about everything.
 */
export const SECURITY_RULE_VALID: Rule = {
  id: "azure-security-rule-valid",
  severity: "medium",
  title: "Security rules name ranges and ports that there are.",
  reason: "A plan takes any text. Azure refuses the rule, and what it should let through is closed.",
  source: "Learn: Azure network security groups overview",
  controls: ["MCSB NS-1"],
  fix: "write IPv4 ranges without host bits, service tags, and ports from 0 to 65535",
  example: { wrong: example("99999"), right: example("443") },
  check: (stack) => allowing(stack).flatMap((rule) => violation(rule) ?? []),
};

function allowing(stack: Stack): GroupRule[] {
  return stack
    .resources("azurerm_network_security_group")
    .flatMap((group) => rulesOf(stack, group).map((rule) => (isBastions(stack, group) ? besidesTheTable(rule) : rule)))
    .filter(({ access, priority }) => access !== "deny" && priority !== LAST);
}

/** A rule of Azure Bastion's, with what its table does not tell of. */
function besidesTheTable({ access, ...rule }: GroupRule): GroupRule {
  return {
    ...rule,
    access: access === "deny" ? access : "allow",
    direction: "inbound",
    sources: ["*"],
    destinations: ["*"],
    ports: [],
  };
}

function violation({ resource, prefix, ...rule }: GroupRule): Violation | undefined {
  const wrong = CHECKS.find(({ isWrong }) => isWrong(rule));
  if (wrong === undefined) return undefined;
  const { argument, must } = wrong;
  // Prefixes and ports stand in an argument for one, or in another for several.
  const name =
    [argument, `${argument}es`, `${argument}s`].find((one) => resource.content[one] !== undefined) ?? argument;
  return { resource, argument: `${prefix}${name}`, found: resource.content[name], must };
}

/** One thing that may be wrong with a rule. */
interface Check {
  readonly argument: string;
  readonly isWrong: (rule: Omit<GroupRule, "resource" | "prefix">) => boolean;
  readonly must: string;
}

const PREFIXES = "must be IPv4 ranges or service tags";
const PORTS = `must be ports up to ${HIGHEST_PORT}, the lower first`;

const CHECKS: readonly Check[] = [
  { argument: "access", isWrong: ({ access }) => access !== "allow", must: 'must be "Allow" or "Deny"' },
  {
    argument: "direction",
    isWrong: ({ direction }) => !["inbound", "outbound"].includes(direction),
    must: 'must be "Inbound" or "Outbound"',
  },
  {
    argument: "priority",
    isWrong: ({ priority }) => !(priority >= FIRST && priority <= LAST),
    must: `must be ${FIRST} to ${LAST}`,
  },
  {
    argument: "source_address_prefix",
    // Sources of what comes in are told by the rule about them.
    isWrong: ({ sources, direction }) => sources.length === 0 || (direction === "outbound" && sources.some(isNoPrefix)),
    must: PREFIXES,
  },
  {
    argument: "destination_address_prefix",
    isWrong: ({ destinations }) => destinations.length === 0 || destinations.some(isNoPrefix),
    must: PREFIXES,
  },
  {
    argument: "source_port_range",
    isWrong: ({ sourcePorts }) => sourcePorts.length === 0 || sourcePorts.some(isNoPort),
    must: PORTS,
  },
  { argument: "destination_port_range", isWrong: ({ ports }) => ports.some(isTooHigh), must: PORTS },
];

/** Neither a range, nor an address, nor a service tag. */
function isNoPrefix(prefix: string): boolean {
  if (prefix === "*" || TAG.test(prefix) || prefix.includes(":")) return false;
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
