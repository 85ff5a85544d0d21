import { is } from "../../expectation";
import { settings } from "../../setting";

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
    reason: "The instrumentation key is not kept secret, and whoever has it could write false telemetry.",
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
    reason: "Addresses are personal data.",
    source: "Learn: Geolocation and IP address handling",
    controls: ["MCSB DP-2"],
  },
]);
