import { atLeast, is } from "../../expectation";
import { settings } from "../../setting";

/** Log Analytics workspaces. */
export const LOG_ANALYTICS = settings("azurerm_log_analytics_workspace", [
  {
    id: "azure-logs-ingestion",
    severity: "high",
    title: "Log Analytics workspaces take logs from their private link scope alone.",
    argument: "internet_ingestion_enabled",
    must: is(false),
    reason: "Anybody with a stolen token could write false logs from any network.",
    source:
      "Azure Policy: Log Analytics workspaces should block log ingestion and querying from public networks (6c53d030)",
    controls: ["MCSB NS-2", "MCSB LT-5"],
  },
  {
    id: "azure-logs-queries",
    severity: "critical",
    title: "Log Analytics workspaces answer queries from their private link scope alone.",
    argument: "internet_query_enabled",
    must: is(false),
    reason: "All tenants' logs could be read from any network with a stolen token.",
    source:
      "Azure Policy: Log Analytics workspaces should block log ingestion and querying from public networks (6c53d030)",
    controls: ["MCSB NS-2", "MCSB LT-5"],
  },
  {
    id: "azure-logs-local-auth",
    severity: "high",
    title: "Log Analytics workspaces take no keys.",
    argument: "local_authentication_enabled",
    must: is(false),
    reason: "Whoever has a key could write false logs.",
    source: "Azure Policy: Log Analytics Workspaces should block non-Azure Active Directory based ingestion (e15effd4)",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-logs-retention",
    severity: "medium",
    title: "Log Analytics workspaces keep logs for 90 days or more.",
    fix: "raise azure.hub.logRetentionDays of the platform's file, or retention_in_days, to 90 or more",
    argument: "retention_in_days",
    must: atLeast(90),
    reason: "Attacks are often found after months.",
    source: "Learn: Microsoft cloud security benchmark, LT-6: Configure log storage retention",
    controls: ["MCSB LT-6"],
  },
  {
    id: "azure-logs-sku",
    severity: "medium",
    title: "Log Analytics workspaces are paid for by what they take in.",
    argument: "sku",
    must: is("PerGB2018", "Free"),
    reason: "The free tier stops taking logs after 500 MB a day, and keeps them for a week.",
    source: "Learn: Azure Monitor Logs cost calculations and options",
    controls: ["MCSB LT-6", "CIS Azure 3.0.0 6.5"],
  },
]);
