import { bastionSubnetRules, type SecurityRule } from "../../../blueprint/security-rules";
import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { first } from "../read";
import { LAST } from "./deny-all";
import { BASTION_SUBNET, type GroupRule, isBastions, misplacedBastions, rulesOf, strayRules } from "./security-group";

const REQUIRED = bastionSubnetRules().filter(({ access }) => access === "Allow");

/** The security group of Azure Bastion's subnet lets exactly that through that Bastion needs. */
export const BASTION_RULES: Rule = {
  id: "azure-bastion-security-rules",
  severity: "high",
  title: "The security group of AzureBastionSubnet has the rules that Azure Bastion needs, and no others that allow.",
  reason:
    "The subnet is open to the internet on one port, for Bastion alone. Azure refuses the group, or stops updating the host, when a rule is missing.",
  source: "Learn: Working with NSG access and Azure Bastion",
  controls: ["MCSB NS-1"],
  fix: "make the rules those of the source",
  example: { wrong: example(REQUIRED.slice(1)), right: example(REQUIRED) },
  *check(stack) {
    for (const resource of stack.resources("azurerm_network_security_group")) {
      if (!isBastions(stack, resource)) continue;
      // What is in the place of the last rule is told by the rule about that.
      const allowed = rulesOf(stack, resource).filter(
        ({ access, priority }) => access === "allow" && priority !== LAST,
      );
      const missing = REQUIRED.filter((required) => !allowed.some((rule) => isSame(rule, required)));
      const strangers = allowed.filter((rule) => !REQUIRED.some((required) => isSame(rule, required)));
      for (const { resource: stranger, prefix } of strangers) {
        yield {
          resource: stranger,
          argument: prefix,
          found: undefined,
          must: "must be one of the rules of Azure Bastion",
        };
      }
      // A rule that was one of them and is another one now is told once.
      const moved = strayRules(stack).filter((rule) => missing.some((required) => isSame(rule, required)));
      if (missing.length <= strangers.length + moved.length) continue;
      const names = missing.map(({ name }) => name).join(" and ");
      yield { resource, argument: "", found: undefined, must: `must have the rule ${names} of Azure Bastion` };
    }
  },
};

/** A host of Azure Bastion stands where Azure takes one. */
export const BASTION_PLACE: Rule = {
  id: "azure-bastion-place",
  severity: "high",
  title: `Azure Bastion stands in ${BASTION_SUBNET}.`,
  reason:
    "Azure takes no other subnet; and in that of machines Bastion would have their rules, and they a public neighbour.",
  source: "Learn: About Azure Bastion configuration settings",
  controls: ["MCSB NS-1"],
  fix: `set ip_configuration.subnet_id to a reference to ${BASTION_SUBNET}`,
  example: { wrong: placed("machines"), right: placed("bastion") },
  *check(stack) {
    for (const resource of misplacedBastions(stack)) {
      const argument = "ip_configuration.subnet_id";
      yield { resource, argument, found: first(resource, argument), must: `must be ${BASTION_SUBNET}` };
    }
  },
};

function placed(subnet: string): Tree {
  return {
    resource: {
      azurerm_subnet: { bastion: { name: BASTION_SUBNET }, machines: { name: "machines" } },
      azurerm_bastion_host: { example: { ip_configuration: [{ subnet_id: `\${azurerm_subnet.${subnet}.id}` }] } },
    },
  };
}

function isSame(rule: GroupRule, { direction, protocol, sources, destination, ports }: SecurityRule): boolean {
  return (
    rule.direction === direction.toLowerCase() &&
    rule.protocol === protocol.toLowerCase() &&
    hasAll(rule.sources, sources) &&
    hasAll(rule.destinations, [destination]) &&
    hasAll(rule.ports, ports)
  );
}

function hasAll(values: readonly string[], wanted: readonly string[]): boolean {
  const all = values.map((value) => value.toLowerCase());
  return all.length === wanted.length && wanted.every((value) => all.includes(value.toLowerCase()));
}

function example(rules: readonly SecurityRule[]): Tree {
  const resources = rules.map(({ name, direction, protocol, sources, destination, ports }) => [
    name,
    {
      network_security_group_name: "${azurerm_network_security_group.example.name}",
      direction,
      access: "Allow",
      protocol,
      source_address_prefixes: sources,
      destination_address_prefix: destination,
      destination_port_ranges: ports,
    },
  ]);
  return {
    resource: {
      azurerm_subnet: { example: { name: BASTION_SUBNET } },
      azurerm_network_security_group: { example: { name: "nsg" } },
      azurerm_subnet_network_security_group_association: {
        example: {
          subnet_id: "${azurerm_subnet.example.id}",
          network_security_group_id: "${azurerm_network_security_group.example.id}",
        },
      },
      azurerm_network_security_rule: Object.fromEntries(resources) as Tree,
    },
  };
}
