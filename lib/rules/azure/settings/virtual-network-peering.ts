import { is } from "../../expectation";
import { settings } from "../../setting";

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
    source: "Learn: Create, change, or delete a virtual network peering",
    controls: ["MCSB NS-1"] as const,
  })),
]);
