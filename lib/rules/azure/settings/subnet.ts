import { absent, is } from "../../expectation";
import type { Selection } from "../../selection";
import { settings } from "../../setting";
import { IPV4_RANGES } from "./ipv4-range";

/** Security rules for SSH go by the ranges of the subnet of Azure Bastion, and tell when they are wrong. */
const NOT_BASTION: Selection = { has: ({ content: { name } }) => name !== "AzureBastionSubnet", example: {} };

/** Subnets. */
export const SUBNET = [
  ...settings("azurerm_subnet", [
    {
      id: "azure-subnet-outbound",
      severity: "high",
      title: "Machines of a subnet have no way to the internet that nobody gave them.",
      argument: "default_outbound_access_enabled",
      must: is(false),
      reason: "Each machine would leave with an address of Azure's that appears in no log.",
      source: "Learn: Default outbound access in Azure",
      controls: ["MCSB NS-1", "MCSB NS-2"],
    },
    {
      id: "azure-subnet-endpoint-policies",
      severity: "high",
      title: "Security groups of subnets hold for private endpoints too.",
      argument: "private_endpoint_network_policies",
      must: is("Enabled", "Disabled"),
      reason: "Every peered network would reach each private endpoint, whatever the rules say.",
      source: "Learn: Manage network policies for private endpoints",
      controls: ["MCSB NS-1"],
    },
    {
      id: "azure-subnet-link-service-policies",
      severity: "high",
      title: "Security groups of subnets hold for private link services too.",
      argument: "private_link_service_network_policies_enabled",
      must: is(true),
      mayBeAbsent: true,
      reason: "Traffic to such a service would pass whatever the rules say.",
      source: "Learn: Disable network policies for Azure Private Link service source IP address",
      controls: ["MCSB NS-1"],
    },
    {
      id: "azure-subnet-service-endpoints",
      severity: "high",
      title: "Subnets have no service endpoints.",
      argument: "service_endpoints",
      must: absent(["Microsoft.Storage"]),
      mayBeAbsent: true,
      reason: "They lead to everybody's accounts, so that data could leave without a private endpoint.",
      source: "Learn: Azure virtual network service endpoints",
      controls: ["MCSB NS-2"],
    },
  ]),
  ...settings(
    "azurerm_subnet",
    [
      {
        id: "azure-subnet-ranges",
        severity: "medium",
        title: "Ranges of subnets are IPv4 ranges.",
        argument: "address_prefixes",
        must: IPV4_RANGES,
        reason: "A plan takes any text, and rules of security groups name these ranges.",
        source: "Learn: Azure Virtual Network frequently asked questions (FAQ)",
        fix: "write each range as in 10.20.0.0/24, without host bits",
        controls: ["MCSB NS-1"],
      },
    ],
    NOT_BASTION,
  ),
];
