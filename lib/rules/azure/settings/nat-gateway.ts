import { oneOf } from "../../expectation";
import { settings } from "../../setting";

/** Ways out to the internet. */
export const NAT_GATEWAY = settings("azurerm_nat_gateway", [
  {
    id: "azure-nat-gateway-sku",
    severity: "low",
    title: "NAT gateways are of a SKU that there is.",
    argument: "sku_name",
    must: oneOf(["Standard", "StandardV2"], "Basic"),
    reason: "Azure refuses others.",
    source: "Learn: What is Azure NAT Gateway?",
    controls: ["MCSB PV-2"],
  },
]);
