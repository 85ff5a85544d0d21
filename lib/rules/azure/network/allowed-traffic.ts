import type { Rule, RuleText, Violation } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { isAnywhere, isPrivate, isWithin } from "./address";
import { endsInDenial } from "./deny-all";
import { BASTION_SUBNET, type GroupRule, isBastions, isBastionSubnet, rulesOf } from "./security-group";

/** Ports by which machines are administered: SSH and RDP. */
const MANAGEMENT_PORTS = [22, 3389];

/** The one port on which machines may reach everything: Azure's control plane, Microsoft Entra ID, packages. */
const HTTPS = "443";

/** The health probes of Azure's load balancers, which come from the platform itself. */
const FROM_PLATFORM = ["azureloadbalancer"];

/** What is wrong with one rule that lets traffic through, told by one of its arguments; undefined for a right one. */
type Judgement = (rule: GroupRule, stack: Stack) => Omit<Violation, "resource"> | undefined;

/** A rule about what network security groups let through; those of Azure Bastion have a table of their own. */
function allowing(text: RuleText & Pick<Rule, "fix">, [wrong, right]: readonly [Tree, Tree], judge: Judgement): Rule {
  return {
    ...text,
    example: { wrong: example(wrong), right: example(right) },
    *check(stack) {
      for (const rule of allowedBy(stack)) {
        const found = judge(rule, stack);
        if (found !== undefined) {
          yield { ...found, resource: rule.resource, argument: `${rule.prefix}${found.argument}` };
        }
      }
    },
  };
}

/** Rules about what network security groups let through. */
export const ALLOWED_TRAFFIC: readonly Rule[] = [
  allowing(
    {
      id: "azure-security-rule-sources",
      severity: "critical",
      title: "Security rules let traffic in from named private ranges only.",
      reason:
        "A rule from everywhere lets the internet in where there is a public address; the tag VirtualNetwork means every peered network too.",
      source: "Learn: Virtual network service tags",
      controls: [
        "MCSB NS-1",
        "CIS Azure 3.0.0 7.1",
        "CIS Azure 3.0.0 7.2",
        "CIS Azure 3.0.0 7.3",
        "CIS Azure 3.0.0 7.4",
      ],
      fix: "write the private ranges that may come in",
    },
    [
      { direction: "Inbound", source_address_prefix: "*" },
      { direction: "Inbound", source_address_prefix: "10.20.0.0/22" },
    ],
    ({ direction, sources }) => {
      if (direction !== "inbound" || sources.every(isNamedSource)) return undefined;
      return {
        argument: sources.length === 1 ? "source_address_prefix" : "source_address_prefixes",
        found: sources,
        must: "must be private ranges, or AzureLoadBalancer",
      };
    },
  ),
  allowing(
    {
      id: "azure-security-rule-ports",
      severity: "high",
      title: "Security rules that let traffic through name its protocol and its ports.",
      reason: "Whatever listens later, on whatever port, would be reachable at once.",
      source: "Learn: Azure best practices for network security",
      controls: ["MCSB NS-1", "MCSB NS-8"],
      fix: "write Tcp or Udp, and the ports that are used",
    },
    [{ destination_port_range: "*" }, { destination_port_range: "443" }],
    ({ protocol, ports }) => {
      if (!["tcp", "udp", "icmp"].includes(protocol)) {
        return { argument: "protocol", found: protocol, must: 'must be "Tcp", "Udp" or "Icmp"' };
      }
      if (ports.length > 0 && ports.every(isPort)) return undefined;
      return {
        argument: ports.length > 1 ? "destination_port_ranges" : "destination_port_range",
        found: ports.length === 0 ? undefined : ports,
        must: "must be ports, or ranges that are not all ports",
      };
    },
  ),
  allowing(
    {
      id: "azure-security-rule-management-ports",
      severity: "high",
      title: "SSH and RDP come from the subnet of Azure Bastion only.",
      reason: "Bastion checks who signs in and records it; any other way in goes around it.",
      source: "Learn: Working with NSG access and Azure Bastion",
      controls: ["MCSB NS-1", "CIS Azure 3.0.0 7.1", "CIS Azure 3.0.0 7.2", "CIS Azure 3.0.0 8.1"],
      fix: "set the source to the range of this stack's AzureBastionSubnet",
    },
    [
      { direction: "Inbound", destination_port_range: "22", source_address_prefix: "10.20.0.0/22" },
      { direction: "Inbound", destination_port_range: "443", source_address_prefix: "10.20.0.0/22" },
    ],
    ({ direction, sources, ports }, stack) => {
      if (direction !== "inbound" || !ports.every(isPort) || !ports.some(isManagement)) return undefined;
      if (!sources.every(isNamedSource)) return undefined;
      const bastion = bastionRanges(stack);
      if (sources.every((source) => bastion.some((range) => isWithin(range, source)))) return undefined;
      return {
        argument: sources.length === 1 ? "source_address_prefix" : "source_address_prefixes",
        found: sources,
        must: `must be within the range of ${BASTION_SUBNET}${bastion.length === 0 ? "" : `, ${bastion.join(", ")}`}`,
      };
    },
  ),
  allowing(
    {
      id: "azure-security-rule-egress",
      severity: "high",
      title: "Security rules let traffic out to everywhere by HTTPS only.",
      reason: "Data could leave by any protocol to any address.",
      source: "Learn: Azure best practices for network security",
      controls: ["MCSB NS-1", "MCSB NS-8"],
      fix: "name where the traffic goes, or allow port 443 alone",
    },
    [
      { direction: "Outbound", destination_address_prefix: "*", destination_port_range: "25" },
      { direction: "Outbound", destination_address_prefix: "*", destination_port_range: "443" },
    ],
    ({ direction, destinations, protocol, ports }) => {
      if (direction !== "outbound" || !ports.every(isPort)) return undefined;
      if (destinations.every((destination) => !isEverywhere(destination))) return undefined;
      if (protocol !== "tcp" || ports.every((port) => port === HTTPS)) return undefined;
      return {
        argument: ports.length > 1 ? "destination_port_ranges" : "destination_port_range",
        found: ports,
        must: `must be ${HTTPS} where the destination is everywhere`,
      };
    },
  ),
];

/** The rules that let traffic through, but for Bastion's, and for a last rule that should be the denial of all others. */
function* allowedBy(stack: Stack): Iterable<GroupRule> {
  for (const group of stack.resources("azurerm_network_security_group")) {
    if (isBastions(stack, group)) continue;
    const rules = rulesOf(stack, group);
    for (const rule of rules) if (rule.access === "allow" && !isBrokenDenial(rule, rules)) yield rule;
  }
}

function isBrokenDenial(rule: GroupRule, rules: readonly GroupRule[]): boolean {
  if (rule.priority !== 4096) return false;
  return !endsInDenial(rules, rule.direction === "inbound" ? "Inbound" : "Outbound");
}

function isNamedSource(prefix: string): boolean {
  return isPrivate(prefix) || FROM_PLATFORM.includes(prefix.toLowerCase());
}

function isEverywhere(prefix: string): boolean {
  return isAnywhere(prefix) || prefix.toLowerCase().startsWith("azurecloud");
}

function isPort(port: string): boolean {
  const [from = "", to = from] = port.split("-");
  return [from, to].every((end) => /^\d+$/.test(end)) && !(Number(from) <= 1 && Number(to) >= 65_534);
}

function isManagement(port: string): boolean {
  const [from = "", to = from] = port.split("-");
  return MANAGEMENT_PORTS.some((managed) => Number(from) <= managed && managed <= Number(to));
}

function bastionRanges(stack: Stack): string[] {
  return stack
    .resources("azurerm_subnet")
    .filter((subnet) => isBastionSubnet(stack, subnet))
    .flatMap(({ content: { address_prefixes: ranges } }) => (Array.isArray(ranges) ? ranges.map(String) : []));
}

function example(rule: Tree): Tree {
  return {
    resource: {
      azurerm_network_security_group: { example: { name: "nsg" } },
      azurerm_network_security_rule: {
        example: {
          network_security_group_name: "${azurerm_network_security_group.example.name}",
          access: "Allow",
          protocol: "Tcp",
          ...rule,
        },
      },
    },
  };
}
