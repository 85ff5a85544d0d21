import { companion } from "../../companion";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { isAnywhere } from "./address";
import { isBastionSubnet, rulesOf } from "./security-group";

const GROUP_ASSOCIATION = "azurerm_subnet_network_security_group_association";

/** Rules about the way out of a network. */
export const NAT: readonly Rule[] = [
  companion({
    id: "azure-nat-gateway-address",
    severity: "low",
    title: "A NAT gateway has a public address.",
    reason: "Nothing leaves through a gateway without one: machines get neither patches nor sign-ins.",
    source: "Learn: What is Azure NAT Gateway?",
    controls: ["MCSB NS-1", "MCSB PV-6"],
    of: "azurerm_nat_gateway",
    needs: "azurerm_nat_gateway_public_ip_association",
    by: "nat_gateway_id",
  }),
  {
    ...companion({
      id: "azure-subnet-nat-gateway",
      severity: "low",
      title: "A subnet that may reach the internet leaves through the network's NAT gateway.",
      reason:
        "Nothing else leads to the internet, for default outbound access is off: machines get neither patches nor sign-ins.",
      source: "Learn: Default outbound access in Azure",
      controls: ["MCSB NS-1", "MCSB PV-6"],
      of: "azurerm_subnet",
      needs: "azurerm_subnet_nat_gateway_association",
      by: "subnet_id",
      when: (subnet, stack) => stack.resources("azurerm_nat_gateway").length > 0 && mayLeave(stack, subnet),
    }),
    example: { wrong: example(false), right: example(true) },
  },
];

/** Whether a rule of the subnet's security group lets it reach everything. Bastion has an address of its own. */
function mayLeave(stack: Stack, subnet: Resource): boolean {
  if (isBastionSubnet(stack, subnet)) return false;
  return stack
    .resources(GROUP_ASSOCIATION)
    .filter(({ content }) => stack.target(content.subnet_id) === subnet)
    .map(({ content }) => stack.target(content.network_security_group_id))
    .filter((group) => group !== undefined)
    .flatMap((group) => rulesOf(stack, group))
    .some(
      ({ direction, access, destinations }) =>
        direction === "outbound" && access === "allow" && destinations.some(isAnywhere),
    );
}

function example(isAssociated: boolean) {
  const association = {
    azurerm_subnet_nat_gateway_association: {
      example: { subnet_id: "${azurerm_subnet.example.id}", nat_gateway_id: "${azurerm_nat_gateway.example.id}" },
    },
  };
  return {
    resource: {
      azurerm_nat_gateway: { example: { name: "nat" } },
      azurerm_subnet: { example: { name: "snet-runner" } },
      azurerm_network_security_group: { example: { name: "nsg" } },
      [GROUP_ASSOCIATION]: {
        example: {
          subnet_id: "${azurerm_subnet.example.id}",
          network_security_group_id: "${azurerm_network_security_group.example.id}",
        },
      },
      azurerm_network_security_rule: {
        example: {
          network_security_group_name: "${azurerm_network_security_group.example.name}",
          direction: "Outbound",
          access: "Allow",
          destination_address_prefix: "*",
        },
      },
      ...(isAssociated ? association : {}),
    },
  };
}
