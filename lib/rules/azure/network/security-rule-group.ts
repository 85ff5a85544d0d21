import { referenceOf } from "../../references";
import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { strayRules } from "./security-group";

/** A security rule belongs to a group of its own stack. */
export const SECURITY_RULE_GROUP: Rule = {
  id: "azure-security-rule-group",
  severity: "critical",
  title: "A security rule belongs to a network security group of its own stack.",
  reason: "In another group it opens another network, which may be another tenant's, and is missing in the own one.",
  source: "docs/decisions/0001-literals-between-stacks.md",
  controls: ["MCSB NS-1"],
  fix: "set network_security_group_name to a reference to the name of this stack's azurerm_network_security_group",
  example: { wrong: example("nsg-of-others"), right: example("${azurerm_network_security_group.example.name}") },
  *check(stack) {
    for (const { resource } of strayRules(stack)) {
      const argument = "network_security_group_name";
      const found = resource.content[argument];
      // A group that is not there: Terraform itself tells of that.
      if (referenceOf(found) !== undefined && stack.target(found) === undefined) continue;
      yield { resource, argument, found, must: "must name a group of this stack" };
    }
  },
};

function example(network_security_group_name: string): Tree {
  return {
    resource: {
      azurerm_network_security_group: { example: { name: "nsg" } },
      azurerm_network_security_rule: { example: { network_security_group_name } },
    },
  };
}
