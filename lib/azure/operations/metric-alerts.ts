import { MonitorMetricAlert } from "@cdktf/provider-azurerm/lib/monitor-metric-alert";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Construct } from "constructs";
import type { MetricAlertBlueprint } from "../../blueprint/alerts";

/** Alerts about one resource. */
export interface MetricAlertsProps {
  /** The alerts. */
  readonly alerts: readonly MetricAlertBlueprint[];
  /** The group that the alerts stand in. */
  readonly resourceGroup: ResourceGroup;
  /** ARM id of the resource. */
  readonly resourceId: string;
  /** ARM ids of the action groups that are told. */
  readonly actionGroupIds: readonly string[];
}

/** Alerts about the metrics of one resource, looked at every five minutes over the last fifteen. */
export class MetricAlerts extends Construct {
  constructor(scope: Construct, id: string, { alerts, resourceGroup, resourceId, actionGroupIds }: MetricAlertsProps) {
    super(scope, id);
    for (const { key, name, description, severity, namespace, metric, aggregation, threshold, dimension } of alerts) {
      new MonitorMetricAlert(this, key, {
        name,
        description,
        severity,
        resourceGroupName: resourceGroup.name,
        scopes: [resourceId],
        frequency: "PT5M",
        windowSize: "PT15M",
        criteria: [
          {
            metricNamespace: namespace,
            metricName: metric,
            aggregation,
            operator: "GreaterThan",
            threshold,
            ...(dimension === undefined
              ? {}
              : { dimension: [{ name: dimension.name, operator: "Include", values: [...dimension.values] }] }),
          },
        ],
        action: actionGroupIds.map((actionGroupId) => ({ actionGroupId })),
      });
    }
  }
}
