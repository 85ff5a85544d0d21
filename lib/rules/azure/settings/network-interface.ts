import { absent, is } from "../../expectation";
import { settings } from "../../setting";

/** Network interfaces of machines. */
export const NETWORK_INTERFACE = settings("azurerm_network_interface", [
  {
    id: "azure-nic-forwarding",
    severity: "high",
    title: "Network interfaces forward no traffic of others.",
    argument: "ip_forwarding_enabled",
    must: is(false),
    mayBeAbsent: true,
    reason: "The machine could carry traffic between networks that nothing else joins.",
    source: "Azure Policy: Network interfaces should disable IP forwarding (88c0b9da)",
    controls: ["MCSB NS-3"],
  },
  {
    id: "azure-nic-dns",
    severity: "medium",
    title: "Network interfaces have no DNS servers of their own.",
    argument: "dns_servers",
    must: absent(["203.0.113.53"]),
    mayBeAbsent: true,
    reason: "Names could lead to other addresses than those of the private endpoints.",
    source: "Learn: Name resolution for resources in Azure virtual networks",
    controls: ["MCSB NS-10"],
  },
]);
