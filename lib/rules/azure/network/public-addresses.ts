import { addressesIn } from "../../references";
import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { all } from "../read";

/** What may have a public address: what people and networks come in through, and what goes out. */
const USERS = [
  "azurerm_bastion_host",
  "azurerm_firewall",
  "azurerm_nat_gateway_public_ip_association",
  "azurerm_virtual_network_gateway",
  "azurerm_monitor_diagnostic_setting",
  "azurerm_management_lock",
  "azurerm_role_assignment",
];

/** Nothing but gateways has a public address. */
export const PUBLIC_ADDRESSES: readonly Rule[] = [
  {
    id: "azure-network-interface-public-ip",
    severity: "critical",
    title: "The network interface of a machine has no public address.",
    reason: "The machine could be reached from the internet without Azure Bastion.",
    source: "Azure Policy: Network interfaces should not have public IPs (83a86a26)",
    controls: ["MCSB NS-2", "CIS Azure 3.0.0 7.7"],
    fix: "remove public_ip_address_id, and reach the machine through Azure Bastion",
    example: { wrong: networkInterface("${azurerm_public_ip.example.id}"), right: networkInterface(undefined) },
    *check(stack) {
      for (const resource of stack.resources("azurerm_network_interface")) {
        const argument = "ip_configuration.public_ip_address_id";
        const found = all(resource, argument);
        if (found.length > 0) yield { resource, argument, found, must: "must be left out" };
      }
    },
  },
  {
    id: "azure-public-ip-use",
    severity: "high",
    title: "Public addresses belong to Azure Bastion, NAT gateways, firewalls and network gateways only.",
    reason: "Anything else that has one is reachable from the internet.",
    source: "Learn: Public IP addresses in Azure",
    controls: ["MCSB NS-1", "CIS Azure 3.0.0 7.7"],
    fix: "remove the public address, and give what needs one a private endpoint or a way through Azure Bastion",
    example: { wrong: used("azurerm_lb"), right: used("azurerm_bastion_host") },
    *check(stack) {
      if (stack.resources("azurerm_public_ip").length === 0) return;
      for (const resource of stack.all) {
        if (!resource.type.startsWith("azurerm_") || USERS.includes(resource.type)) continue;
        if (resource.type === "azurerm_network_interface") continue;
        const address = addressesIn(resource.content).find((other) => other.startsWith("azurerm_public_ip."));
        if (address === undefined) continue;
        yield { resource, argument: "", found: undefined, must: `must not have the public address ${address}` };
      }
    },
  },
];

function networkInterface(address: string | undefined): Tree {
  const configuration = address === undefined ? {} : { public_ip_address_id: address };
  return { resource: { azurerm_network_interface: { example: { ip_configuration: [configuration] } } } };
}

function used(type: string): Tree {
  return {
    resource: {
      azurerm_public_ip: { example: { name: "pip" } },
      [type]: { example: { ip_configuration: { public_ip_address_id: "${azurerm_public_ip.example.id}" } } },
    },
  };
}
