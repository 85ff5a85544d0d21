import { companion } from "../../companion";
import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";

const GROUP = "azurerm_network_security_group";
const ASSOCIATION = "azurerm_subnet_network_security_group_association";

/** Subnets that Azure lets have no group, or needs without one (Learn, "Network security groups", platform limits). */
const WITHOUT_GROUP = ["GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "RouteServerSubnet"];

/** A subnet has a network security group. */
export const SUBNET_SECURITY_GROUP: Rule = companion({
  id: "azure-subnet-security-group",
  severity: "high",
  title: "A subnet has a network security group.",
  reason: "Without one, everything in the network and in peered networks reaches everything in the subnet.",
  source: "Azure Policy: Subnets should be associated with a Network Security Group (e71308d3)",
  controls: ["MCSB NS-1", "CIS Azure 5.0.0 7.11"],
  of: "azurerm_subnet",
  needs: ASSOCIATION,
  by: "subnet_id",
  when: ({ content }) => !WITHOUT_GROUP.includes(String(content.name)),
});

/** The security group of a subnet is one whose rules are known here. */
export const SUBNET_OWN_GROUP: Rule = {
  id: "azure-subnet-own-security-group",
  severity: "high",
  title: "A subnet's network security group is of its own stack.",
  reason: "Whoever has another group decides what comes in, and no rule of this stack says what that is.",
  source: "docs/decisions/0001-literals-between-stacks.md",
  controls: ["MCSB NS-1", "CIS Azure 5.0.0 7.11"],
  fix: `set network_security_group_id to a reference to this stack's ${GROUP}`,
  example: {
    wrong: example("/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/networkSecurityGroups/other"),
    right: example(`\${${GROUP}.example.id}`),
  },
  *check(stack) {
    for (const resource of stack.resources(ASSOCIATION)) {
      const { network_security_group_id: found } = resource.content;
      if (stack.target(found)?.type === GROUP) continue;
      const must = `must refer to an ${GROUP} of this stack`;
      yield { resource, argument: "network_security_group_id", found, must };
    }
  },
};

function example(network_security_group_id: string): Tree {
  return {
    resource: {
      [GROUP]: { example: { name: "nsg" } },
      [ASSOCIATION]: { example: { subnet_id: "${azurerm_subnet.example.id}", network_security_group_id } },
    },
  };
}
