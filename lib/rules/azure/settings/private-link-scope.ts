import { is } from "../../expectation";
import { settings } from "../../setting";

const PRIVATE_LINK = "Learn: Use Azure Private Link to connect networks to Azure Monitor";

/** Private link scopes of Azure Monitor. */
export const PRIVATE_LINK_SCOPE = settings("azurerm_monitor_private_link_scope", [
  {
    id: "azure-monitor-scope-ingestion",
    severity: "high",
    title: "Networks of a private link scope send logs to resources of the scope alone.",
    argument: "ingestion_access_mode",
    must: is("PrivateOnly", "Open"),
    reason: "Data could leave as logs, to a workspace of somebody else.",
    source: PRIVATE_LINK,
    controls: ["MCSB NS-2"],
  },
  {
    id: "azure-monitor-scope-queries",
    severity: "medium",
    title: "Networks of a private link scope query resources of the scope alone.",
    argument: "query_access_mode",
    must: is("PrivateOnly", "Open"),
    reason: "What is read there would come from a workspace of somebody else.",
    source: PRIVATE_LINK,
    controls: ["MCSB NS-2"],
  },
]);
