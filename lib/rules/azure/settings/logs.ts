import { absent, atLeast, is } from "../../expectation";
import { settings } from "../../setting";

const PRIVATE_LINK = "Learn, Use Azure Private Link to connect networks to Azure Monitor";

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
    argument: "retention_in_days",
    must: atLeast(90),
    reason: "Attacks are often found after months.",
    source: "Learn, Microsoft cloud security benchmark: logging and threat detection",
    controls: ["MCSB LT-6"],
  },
  {
    id: "azure-logs-sku",
    severity: "medium",
    title: "Log Analytics workspaces are paid for by what they take in.",
    argument: "sku",
    must: is("PerGB2018", "Free"),
    reason: "The free tier stops taking logs after 500 MB a day, and keeps them for a week.",
    source: "Learn, Azure Monitor Logs cost calculations and options",
    controls: ["MCSB LT-6"],
  },
]);

/** Application Insights. */
export const APPLICATION_INSIGHTS = settings("azurerm_application_insights", [
  {
    id: "azure-insights-ingestion",
    severity: "high",
    title: "Application Insights takes telemetry from its private link scope alone.",
    argument: "internet_ingestion_enabled",
    must: is(false),
    reason: "Anybody could write false telemetry from any network.",
    source:
      "Azure Policy: Application Insights components should block log ingestion and querying from public networks (1bc02227)",
    controls: ["MCSB NS-2", "MCSB LT-5"],
  },
  {
    id: "azure-insights-queries",
    severity: "critical",
    title: "Application Insights answers queries from its private link scope alone.",
    argument: "internet_query_enabled",
    must: is(false),
    reason: "Requests and their answers could be read from any network with a stolen token.",
    source:
      "Azure Policy: Application Insights components should block log ingestion and querying from public networks (1bc02227)",
    controls: ["MCSB NS-2", "MCSB LT-5"],
  },
  {
    id: "azure-insights-local-auth",
    severity: "high",
    title: "Application Insights takes no instrumentation keys.",
    argument: "local_authentication_enabled",
    must: is(false),
    reason: "The key is no secret, and whoever has it could write false telemetry.",
    source:
      "Azure Policy: Application Insights components should block non-Azure Active Directory based ingestion (199d5677)",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-insights-ip-masking",
    severity: "low",
    title: "Application Insights does not keep the addresses of callers.",
    argument: "disable_ip_masking",
    must: is(false),
    mayBeAbsent: true,
    reason: "They are data of persons.",
    source: "Learn, Geolocation and IP address handling in Application Insights",
    controls: ["MCSB DP-2"],
  },
]);

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

/** Where diagnostic settings send what they collect. */
export const DIAGNOSTIC_DESTINATION = settings("azurerm_monitor_diagnostic_setting", [
  {
    id: "azure-diagnostics-event-hub",
    severity: "high",
    title: "Diagnostic settings send logs to no event hub.",
    argument: "eventhub_authorization_rule_id",
    must: absent("/subscriptions/x"),
    mayBeAbsent: true,
    reason: "Whoever reads the event hub, also in another subscription, gets all logs.",
    source: "Learn, Diagnostic settings in Azure Monitor",
    controls: ["MCSB LT-5"],
  },
  {
    id: "azure-diagnostics-partner",
    severity: "high",
    title: "Diagnostic settings send logs to no partner.",
    argument: "partner_solution_id",
    must: absent("/subscriptions/x"),
    mayBeAbsent: true,
    reason: "Logs would leave Azure.",
    source: "Learn, Azure Monitor partner integrations",
    controls: ["MCSB LT-5"],
  },
  {
    id: "azure-diagnostics-archive",
    severity: "medium",
    title: "Diagnostic settings copy logs to no storage account.",
    argument: "storage_account_id",
    must: absent("/subscriptions/x"),
    mayBeAbsent: true,
    reason: "Whoever reads the account, also in another subscription, gets all logs.",
    source: "Learn, Diagnostic settings in Azure Monitor",
    controls: ["MCSB LT-5"],
  },
  {
    id: "azure-diagnostics-table",
    severity: "low",
    title: "Logs that name a kind of table go to the tables of their resource.",
    argument: "log_analytics_destination_type",
    must: is("Dedicated", "AzureDiagnostics"),
    mayBeAbsent: true,
    reason: "The other kind is one table of all resources, in which columns over 500 are lost.",
    source: "Learn, Diagnostic settings in Azure Monitor",
    controls: ["MCSB LT-5"],
  },
]);
