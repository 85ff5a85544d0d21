import { absent, is } from "../../expectation";
import type { Selection } from "../../selection";
import { settings } from "../../setting";
import { IPV4_ADDRESSES, IPV4_RANGES } from "./ipv4-range";

/** Virtual networks. */
export const VIRTUAL_NETWORK = settings("azurerm_virtual_network", [
  {
    id: "azure-network-ranges",
    severity: "medium",
    title: "Ranges of virtual networks are IPv4 ranges.",
    argument: "address_space",
    must: IPV4_RANGES,
    reason: "A plan takes any text, and rules of security groups go by these ranges.",
    source: "Learn, Azure Virtual Network frequently asked questions",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-network-dns",
    severity: "medium",
    title: "DNS servers of virtual networks are addresses.",
    argument: "dns_servers",
    must: IPV4_ADDRESSES,
    mayBeAbsent: true,
    reason: "A plan takes any text, and names would not lead to private endpoints.",
    source: "Learn, Name resolution for resources in Azure virtual networks",
    controls: ["MCSB NS-10"],
  },
  {
    id: "azure-network-inline-subnets",
    severity: "high",
    title: "Subnets are resources of their own.",
    argument: "subnet",
    must: absent([{ name: "default" }]),
    mayBeAbsent: true,
    reason: "Terraform drops unknown arguments of such blocks without a word, and no rule here looks into them.",
    source: "Terraform, Attributes as Blocks",
    controls: ["MCSB NS-1"],
    fix: "make each of them an azurerm_subnet",
  },
]);

/** Peerings: networks see each other, and nothing goes through one to a third. */
export const VIRTUAL_NETWORK_PEERING = settings("azurerm_virtual_network_peering", [
  ...[
    {
      argument: "allow_forwarded_traffic",
      title: "Peerings carry no traffic of third networks.",
      reason: "Through the hub tenants would reach each other.",
    },
    {
      argument: "allow_gateway_transit",
      title: "Peerings lend no gateways.",
      reason: "What is behind a gateway of one network would reach the other.",
    },
    {
      argument: "use_remote_gateways",
      title: "Peerings use no gateways of the other network.",
      reason: "The network would be reached from whatever is behind them.",
    },
  ].map(({ argument, title, reason }) => ({
    id: `azure-peering-${argument.replace("allow_", "").replaceAll("_", "-")}`,
    severity: "critical" as const,
    title,
    argument,
    must: is(false),
    reason,
    source: "Learn, Create, change, or delete a virtual network peering",
    controls: ["MCSB NS-1"] as const,
  })),
]);

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
      reason: "Each machine would go out with an address of Azure's that no log knows.",
      source: "Learn, Default outbound access in Azure",
      controls: ["MCSB NS-1", "MCSB NS-2"],
    },
    {
      id: "azure-subnet-endpoint-policies",
      severity: "high",
      title: "Security groups of subnets hold for private endpoints too.",
      argument: "private_endpoint_network_policies",
      must: is("Enabled", "Disabled"),
      reason: "Every peered network would reach each private endpoint, whatever the rules say.",
      source: "Learn, Manage network policies for private endpoints",
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
      source: "Learn, Disable network policies for Azure Private Link service source IP",
      controls: ["MCSB NS-1"],
    },
    {
      id: "azure-subnet-service-endpoints",
      severity: "high",
      title: "Subnets have no service endpoints.",
      argument: "service_endpoints",
      must: absent(["Microsoft.Storage"]),
      mayBeAbsent: true,
      reason: "They lead to the accounts of everybody, so that data could leave past the private endpoints.",
      source: "Learn, Virtual network service endpoints",
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
        reason: "A plan takes any text, and rules of security groups go by these ranges.",
        source: "Learn, Azure Virtual Network frequently asked questions",
        controls: ["MCSB NS-1"],
      },
    ],
    NOT_BASTION,
  ),
];
