import { absent, is } from "../../expectation";
import { settings } from "../../setting";

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
    source: "Learn: Diagnostic settings in Azure Monitor",
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
    source: "Learn: Azure Monitor partner integrations",
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
    source: "Learn: Diagnostic settings in Azure Monitor",
    controls: ["MCSB LT-5"],
  },
  {
    id: "azure-diagnostics-table",
    severity: "low",
    title: "Logs that name a kind of table go to the tables of their resource.",
    argument: "log_analytics_destination_type",
    must: is("Dedicated", "AzureDiagnostics"),
    mayBeAbsent: true,
    reason:
      "The other kind is one table for all resources, which is slower to query, and of which nobody can be given a part.",
    source: "Learn: Diagnostic settings in Azure Monitor",
    controls: ["MCSB LT-5"],
  },
]);
