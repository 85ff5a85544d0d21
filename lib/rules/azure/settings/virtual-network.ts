import { absent } from "../../expectation";
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
    reason: "A plan takes any text, and rules of security groups name these ranges.",
    source: "Learn: Azure Virtual Network frequently asked questions (FAQ)",
    fix: "write each range as in 10.20.0.0/22, without host bits",
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
    source: "Learn: Name resolution for resources in Azure virtual networks",
    fix: "write each server as an address",
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
    source: "Terraform: Attributes as Blocks",
    controls: ["MCSB NS-1"],
    fix: "make each of them an azurerm_subnet",
  },
]);
