import type { Rule, RuleText, Violation } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { list } from "../../blocks";
import { tenantOf } from "../../tenant";
import { isAnywhere, isPrivate, isRange, isWithin } from "./address";
import { LAST } from "./deny-all";
import { rangesOf, rangesWithin } from "./subnet-range";
import { BASTION_SUBNET, type GroupRule, isBastions, isBastionSubnet, rulesOf, subnetsOf } from "./security-group";

/** Ports by which machines are administered: SSH and RDP. */
const MANAGEMENT_PORTS = [22, 3389];

/** The one port on which machines may reach everything: Azure's control plane, Microsoft Entra ID, packages. */
const HTTPS = "443";

/** The health probes of Azure's load balancers, which come from the platform itself. */
const FROM_PLATFORM = ["azureloadbalancer"];

/** A rule that lets traffic through, and the ranges of the subnets that it holds for. */
interface Allowed extends GroupRule {
  readonly subnets: readonly string[];
}

/** What is wrong with one rule that lets traffic through, told by one of its arguments; undefined for a right one. */
type Judgement = (rule: Allowed, stack: Stack) => Omit<Violation, "resource"> | undefined;

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
    ({ direction, sources }, stack) => {
      if (direction !== "inbound") return undefined;
      const must = sources.every(isNamedSource)
        ? beyondNetwork(stack, sources)
        : "must be private ranges, or AzureLoadBalancer";
      return must === undefined ? undefined : sourceViolation(sources, must);
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
    ({ direction, sources, protocol, ports }, stack) => {
      // A rule that lets the wrong ones in is told by its sources.
      if (direction === "inbound" && hasWrongSources(stack, sources)) return undefined;
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
      if (hasWrongSources(stack, sources)) return undefined;
      const bastion = bastionRanges(stack);
      if (sources.every((source) => bastion.some((range) => isWithin(range, source)))) return undefined;
      const where = bastion.length === 0 ? "" : `, ${bastion.join(", ")}`;
      return sourceViolation(sources, `must be within the range of ${BASTION_SUBNET}${where}`);
    },
  ),
  allowing(
    {
      id: "azure-security-rule-direction",
      severity: "high",
      title: "What a security rule lets out comes from the rule's own subnet, and what it lets in goes there.",
      reason: "A rule that is turned by mistake opens a way out, and closes the way in that was meant.",
      source: "Learn: Azure network security groups overview",
      controls: ["MCSB NS-1"],
      fix: "set direction to the one that its ranges are for",
    },
    [
      { direction: "Outbound", source_address_prefix: "10.20.1.0/24", destination_port_range: "443" },
      { direction: "Outbound", source_address_prefix: "10.20.0.0/24", destination_port_range: "443" },
    ],
    ({ subnets, ...rule }) => {
      const { direction } = rule;
      const own = direction === "inbound" ? rule.destinations : rule.sources;
      if (!["inbound", "outbound"].includes(direction) || subnets.length === 0 || own.length === 0) return undefined;
      const isOwn = (prefix: string) => !isRange(prefix) || subnets.some((range) => isWithin(range, prefix));
      if (own.every(isOwn)) return undefined;
      const beyond = own.filter((prefix) => !isOwn(prefix)).join(" and ");
      const other = direction === "inbound" ? "Outbound" : "Inbound";
      return {
        argument: "direction",
        found: rule.resource.content.direction,
        must: `must be ${JSON.stringify(other)}, for ${beyond} is not in its subnet, ${subnets.join(", ")}`,
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
function* allowedBy(stack: Stack): Iterable<Allowed> {
  for (const group of stack.resources("azurerm_network_security_group")) {
    if (isBastions(stack, group)) continue;
    const subnets = subnetsOf(stack, group).flatMap((subnet) => rangesWithin(stack, subnet));
    for (const rule of rulesOf(stack, group)) {
      // Rules within the group are told by a rule of their own, and so is what stands in the place of the last one.
      if (rule.access === "allow" && rule.prefix === "" && rule.priority !== LAST) yield { ...rule, subnets };
    }
  }
}

function sourceViolation(sources: readonly string[], must: string): Omit<Violation, "resource"> {
  const isOne = sources.length === 1;
  return {
    argument: isOne ? "source_address_prefix" : "source_address_prefixes",
    found: isOne ? sources[0] : sources,
    must,
  };
}

/** Whether a rule lets in what it must not. */
export function hasWrongSources(stack: Stack, sources: readonly string[]): boolean {
  return !sources.every(isNamedSource) || beyondNetwork(stack, sources) !== undefined;
}

/**
 * What is wrong with private sources: they hold the stack's network with more around it; or, in a tenant's stack, something
 * beside that network and one other, which is the hub's.
 */
function beyondNetwork(stack: Stack, sources: readonly string[]): string | undefined {
  const own = stack
    .resources("azurerm_virtual_network")
    .flatMap(({ content }) => list(content.address_space).map(String).filter(isRange));
  const wide = sources.find((source) => own.some((range) => range !== source && isWithin(source, range)));
  if (wide !== undefined) return `must be ranges no wider than the network's, ${own.join(", ")}`;
  if (tenantOf(stack) === undefined || own.length === 0) return undefined;
  // A network that has not even its own subnets is told by these.
  if (stack.resources("azurerm_subnet").some((subnet) => rangesWithin(stack, subnet).length === 0)) return undefined;
  const others = sources.filter((source) => isBeside(own, source));
  const hub = hubRange(stack, own);
  if (others.length === 0 || (others.length === 1 && others[0] === hub)) return undefined;
  return `must be within the network's own ${own.join(", ")}, or the one range of the hub`;
}

/** The range beside the own network that a rule names together with it; or else the first that one names. */
function hubRange(stack: Stack, own: readonly string[]): string | undefined {
  const inbound = stack
    .resources("azurerm_network_security_group")
    .flatMap((group) => rulesOf(stack, group))
    .filter(({ direction, access }) => direction === "inbound" && access === "allow");
  const both = inbound.find(({ sources }) => sources.some((source) => own.includes(source)));
  return [...(both?.sources ?? []), ...inbound.flatMap(({ sources }) => sources)].find((source) =>
    isBeside(own, source),
  );
}

/** Whether a source is a range outside a network. */
function isBeside(own: readonly string[], source: string): boolean {
  return isRange(source) && !own.some((range) => isWithin(range, source));
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
    .flatMap(rangesOf);
}

function example(rule: Tree): Tree {
  return {
    resource: {
      azurerm_subnet: { example: { address_prefixes: ["10.20.0.0/24"] } },
      azurerm_subnet_network_security_group_association: {
        example: {
          subnet_id: "${azurerm_subnet.example.id}",
          network_security_group_id: "${azurerm_network_security_group.example.id}",
        },
      },
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
