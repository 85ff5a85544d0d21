import { MonitorActivityLogAlert } from "@cdktf/provider-azurerm/lib/monitor-activity-log-alert";
import { MonitorScheduledQueryRulesAlertV2 } from "@cdktf/provider-azurerm/lib/monitor-scheduled-query-rules-alert-v2";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Construct } from "constructs";
import type { HubBlueprint } from "../../blueprint/hub";
import { subscriptionScope } from "../../blueprint/resource-ids";
import { ActionGroup } from "../operations/action-group";

/** What the platform's alerts are about. */
export interface PlatformAlertsProps {
  /** The hub. */
  readonly hub: HubBlueprint;
  /** The hub's group. */
  readonly resourceGroup: ResourceGroup;
  /** ARM id of the Log Analytics workspace. */
  readonly logAnalyticsId: string;
}

/**
 * Traffic that a network security group of the hub or of a tenant did not let out, from the flow logs of their networks
 * (Learn, "Traffic analytics schema", NTANetAnalytics).
 */
const DENIED_OUTBOUND = `NTANetAnalytics
| where SubType == "FlowLog" and FlowStatus == "Denied" and FlowDirection == "Outbound"`;

/** Denied flows in an hour from which somebody is told: a few are noise, a program that tries and tries is not. */
const DENIED_FLOWS = 100;

/** The group that is told of every alert, and the alerts that concern the whole platform. */
export class PlatformAlerts extends Construct {
  constructor(scope: Construct, id: string, { hub, resourceGroup, logAnalyticsId }: PlatformAlertsProps) {
    super(scope, id);
    const { names, actionGroup, activity } = hub.alerts;
    const group = new ActionGroup(this, "action-group", { actionGroup, resourceGroup });
    // Its table is filled by traffic analytics alone.
    if (hub.flowLogs.trafficAnalytics) this.addDeniedOutbound(group.id, { hub, resourceGroup, logAnalyticsId });
    // Of this subscription alone: Azure takes no other one as the scope of an alert about the activity log (Learn, "Create,
    // view, and manage activity log alerts by using Azure Monitor").
    const common = {
      resourceGroupName: resourceGroup.name,
      location: "global",
      scopes: [subscriptionScope(hub.subscriptionId)],
      action: [{ actionGroupId: group.id }],
    };
    new MonitorActivityLogAlert(this, "service-health", {
      ...common,
      name: names.serviceHealth,
      description: "Azure itself has an incident, or plans maintenance, that concerns this subscription.",
      criteria: { category: "ServiceHealth", serviceHealth: { events: ["Incident", "Maintenance", "Security"] } },
    });
    for (const { key, name, description, operation } of activity) {
      // Of any level, status and caller, as CIS asks for: what was tried and refused is worth knowing too.
      new MonitorActivityLogAlert(this, key, {
        ...common,
        name,
        description,
        criteria: { category: "Administrative", operationName: operation },
      });
    }
  }

  private addDeniedOutbound(actionGroupId: string, { hub, resourceGroup, logAnalyticsId }: PlatformAlertsProps): void {
    new MonitorScheduledQueryRulesAlertV2(this, "denied-outbound", {
      name: hub.alerts.names.deniedOutbound,
      description:
        "Something in the hub's or a tenant's network tries to reach what no rule allows. Look at NTANetAnalytics for its address.",
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      scopes: [logAnalyticsId],
      severity: 2,
      evaluationFrequency: "PT1H",
      windowDuration: "PT1H",
      criteria: [
        {
          query: DENIED_OUTBOUND,
          timeAggregationMethod: "Count",
          operator: "GreaterThan",
          threshold: DENIED_FLOWS,
          failingPeriods: { numberOfEvaluationPeriods: 1, minimumFailingPeriodsToTriggerAlert: 1 },
        },
      ],
      autoMitigationEnabled: true,
      // The table is there only after the first flow log.
      skipQueryValidation: true,
      action: { actionGroups: [actionGroupId] },
    });
  }
}
