import type { Setting } from "../../setting";
import { noneOf } from "../../expectation";
import { settings } from "../../setting";

const TO_INTERNET = {
  severity: "high",
  must: noneOf(["Internet"], "VirtualAppliance"),
  reason: "The traffic would leave past the firewall and past the rules about outbound traffic.",
  source: "Learn: Virtual network traffic routing",
  controls: ["MCSB NS-1", "MCSB NS-3"],
} as const satisfies Partial<Setting>;

/** Where networks send traffic that is for none of them. */
export const ROUTE = [
  ...settings("azurerm_route", [
    { ...TO_INTERNET, id: "azure-route-hop", title: "Routes do not lead to the internet.", argument: "next_hop_type" },
  ]),
  ...settings("azurerm_route_table", [
    {
      ...TO_INTERNET,
      id: "azure-route-table-hop",
      title: "Routes of route tables do not lead to the internet.",
      argument: "route?.next_hop_type",
    },
  ]),
];
