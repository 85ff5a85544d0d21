import { companion } from "../../companion";
import type { Rule } from "../../rule";
import { ACTION_GROUPS } from "./action-groups";
import { ACTIVITY_ALERTS } from "./activity-alerts";
import { ACTIVITY_LOG } from "./activity-log";
import { ALERTS } from "./alerts";
import { DIAGNOSTIC_RULES } from "./diagnostics";
import { LOG_DESTINATION } from "./log-destination";

const LINK = "azurerm_monitor_private_link_scoped_service";

/** Rules about logs, metrics and who hears of them. */
export const MONITORING: readonly Rule[] = [
  ...DIAGNOSTIC_RULES,
  LOG_DESTINATION,
  ...ACTIVITY_LOG,
  ...ALERTS,
  ACTIVITY_ALERTS,
  ...ACTION_GROUPS,
  companion({
    id: "azure-insights-private-link",
    severity: "medium",
    title: "Application Insights is in the platform's private link scope.",
    reason: "It takes nothing from public networks: whatever is outside the scope can neither write to it nor read it.",
    source: "Learn: Use Azure Private Link to connect networks to Azure Monitor",
    controls: ["MCSB NS-2"],
    of: "azurerm_application_insights",
    needs: LINK,
    by: "linked_resource_id",
  }),
  companion({
    id: "azure-log-analytics-private-link",
    severity: "medium",
    title: "Log Analytics is in the platform's private link scope.",
    reason: "It takes nothing from public networks: whatever is outside the scope can neither write to it nor read it.",
    source: "Learn: Use Azure Private Link to connect networks to Azure Monitor",
    controls: ["MCSB NS-2"],
    of: "azurerm_log_analytics_workspace",
    needs: LINK,
    by: "linked_resource_id",
  }),
];
