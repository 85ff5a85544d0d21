import { is } from "../../expectation";
import { settings } from "../../setting";

/** Public addresses. */
export const PUBLIC_IP = settings("azurerm_public_ip", [
  {
    id: "azure-public-ip-sku",
    severity: "high",
    title: "Public addresses are closed until a rule opens them.",
    argument: "sku",
    must: is("Standard", "Basic"),
    reason: "Basic addresses are open to the internet by default, and Azure has retired them.",
    source: "Learn: Public IP addresses in Azure",
    controls: ["MCSB NS-1", "MCSB NS-8"],
  },
  {
    id: "azure-public-ip-allocation",
    severity: "low",
    title: "Public addresses stay the same.",
    argument: "allocation_method",
    must: is("Static", "Dynamic"),
    reason: "Lists of allowed addresses elsewhere would name a machine of somebody else one day.",
    source: "Learn: Public IP addresses in Azure",
    controls: ["MCSB NS-1"],
  },
]);
