import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import { Construct } from "constructs";
import { ACTIVITY_LOG_CATEGORIES, type ActivityLogBlueprint } from "../../blueprint/activity-log";
import { subscriptionScope } from "../../blueprint/resource-ids";

/** What activity logs are kept, and where. */
export interface ActivityLogsProps {
  /** The subscriptions. */
  readonly activityLog: ActivityLogBlueprint;
  /** ARM id of the Log Analytics workspace. */
  readonly logAnalyticsId: string;
}

/**
 * Keeps the activity log of each subscription of the platform in its Log Analytics workspace: who changed what through
 * Azure's control plane. Azure alone keeps it for 90 days, and nobody can ask all subscriptions at once.
 */
export class ActivityLogs extends Construct {
  constructor(scope: Construct, id: string, { activityLog, logAnalyticsId }: ActivityLogsProps) {
    super(scope, id);
    for (const subscriptionId of activityLog.subscriptionIds) {
      new MonitorDiagnosticSetting(this, subscriptionId, {
        name: activityLog.setting,
        targetResourceId: subscriptionScope(subscriptionId),
        logAnalyticsWorkspaceId: logAnalyticsId,
        enabledLog: ACTIVITY_LOG_CATEGORIES.map((category) => ({ category })),
      });
    }
  }
}
