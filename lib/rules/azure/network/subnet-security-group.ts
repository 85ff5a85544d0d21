import { companion } from "../../companion";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import { parseArmId } from "../arm-id";

const GROUP = "azurerm_network_security_group";
const ASSOCIATION = "azurerm_subnet_network_security_group_association";

/** Subnets that Azure lets have no group, or needs without one (Learn, "Network security groups", platform limits). */
const WITHOUT_GROUP = ["GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "RouteServerSubnet"];

const COMPANION = companion({
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

/** A subnet has a network security group, which is there. */
export const SUBNET_SECURITY_GROUP: Rule = {
  ...COMPANION,
  *check(stack) {
    yield* COMPANION.check(stack);
    for (const subnet of stack.resources("azurerm_subnet")) {
      const association = stack.resources(ASSOCIATION).find(({ content }) => stack.names(content.subnet_id, subnet));
      if (association === undefined || isThere(association)) continue;
      yield {
        resource: association,
        argument: "network_security_group_id",
        found: association.content.network_security_group_id,
        must: `must be the id of an ${GROUP}`,
      };
    }

    function isThere({ content: { network_security_group_id: group } }: Resource): boolean {
      if (group === undefined) return true; // Terraform itself asks for it.
      return (
        stack.target(group)?.type === GROUP || parseArmId(group)?.type === "microsoft.network/networksecuritygroups"
      );
    }
  },
};
