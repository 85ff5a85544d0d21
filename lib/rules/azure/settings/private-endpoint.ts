import { is } from "../../expectation";
import { settings } from "../../setting";

/** Private endpoints. */
export const PRIVATE_ENDPOINT = settings("azurerm_private_endpoint", [
  {
    id: "azure-private-endpoint-approval",
    severity: "medium",
    title: "Private endpoints are approved by the deployment that makes them.",
    argument: "private_service_connection?.is_manual_connection",
    must: is(false),
    reason: "Somebody would have to approve each of them by hand, and until then nothing answers.",
    source: "Learn: What is a private endpoint?",
    controls: ["MCSB NS-2"],
  },
]);
