import { list, maps } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule, RuleText } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { all, first, isMade } from "../read";

const ENDPOINTS = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";
const FLOW_LOGS = "Microsoft.Network/networkWatchers/flowLogs";
const ANALYTICS =
  "body.properties.flowAnalyticsConfiguration?.networkWatcherFlowAnalyticsConfiguration?.workspaceResourceId";
const LOGS = "azurerm_log_analytics_workspace";
const WORKSPACE = "azurerm_machine_learning_workspace";
const METRIC = "azurerm_monitor_metric_alert";
const QUERY = "azurerm_monitor_scheduled_query_rules_alert_v2";
const ACTIVITY = "azurerm_monitor_activity_log_alert";
const SUBSCRIPTION = /^\/subscriptions\/[0-9a-f-]{36}$/i;

/** A rule that a resource must be watched by an alert. */
interface Watched extends RuleText {
  /** The type of what is watched, of Terraform or of ARM. */
  readonly of: string;
  /** What the alert is about, as in "an alert about its latency". */
  readonly what: string;
  /** The type of the alert. */
  readonly by: string;
  /** Which alerts will do. Default: all of the type. */
  readonly which?: (alert: Resource) => boolean;
  /** Which resources are watched. Default: all of the type. */
  readonly when?: (resource: Resource, stack: Stack) => boolean;
  /** The blocks of an example with a resource of the type, by the name "example". */
  readonly blocks: Tree;
  /** What the alert of an example has, beside its scopes. */
  readonly alert?: Tree;
}

/** Rules about alerts that must be there. */
export const ALERTS: readonly Rule[] = [
  watched({
    id: "azure-endpoint-latency-alert",
    severity: "medium",
    title: "Somebody is told when an online endpoint gets slow.",
    reason: "Requests get slower until clients give up, and nobody is told.",
    source: "Learn: Monitor online endpoints",
    controls: ["MCSB IR-3"],
    of: ENDPOINTS,
    what: "latency",
    by: METRIC,
    which: (alert) => all(alert, "criteria.metric_name").some((metric) => String(metric).startsWith("RequestLatency_")),
    blocks: { azapi_resource: { example: { type: `${ENDPOINTS}@2025-06-01` } } },
    alert: { criteria: [{ metric_name: "RequestLatency_P95" }] },
  }),
  watched({
    id: "azure-endpoint-errors-alert",
    severity: "medium",
    title: "Somebody is told when an online endpoint answers with errors.",
    reason: "Clients see errors for days, and nobody is told.",
    source: "Learn: Monitor online endpoints",
    controls: ["MCSB IR-3"],
    of: ENDPOINTS,
    what: "errors",
    by: METRIC,
    which: (alert) => maps(alert.content.criteria).some(countsErrors),
    blocks: { azapi_resource: { example: { type: `${ENDPOINTS}@2025-06-01` } } },
    alert: {
      criteria: [{ metric_name: "RequestsPerMinute", dimension: [{ name: "statusCodeClass", values: ["5xx"] }] }],
    },
  }),
  watched({
    id: "azure-workspace-quota-alert",
    severity: "low",
    title: "Somebody is told when a workspace's quota runs out.",
    reason: "Training and scaling out fail when it has run out, and more must be requested.",
    source: "Learn: Azure Machine Learning monitoring data reference",
    controls: ["MCSB IR-3"],
    of: WORKSPACE,
    what: "quota",
    by: METRIC,
    which: (alert) => all(alert, "criteria.metric_name").includes("Quota Utilization Percentage"),
    blocks: { [WORKSPACE]: { example: { name: "ws" } } },
    alert: { criteria: [{ metric_name: "Quota Utilization Percentage" }] },
  }),
  watched({
    id: "azure-denied-traffic-alert",
    severity: "low",
    title: "The platform is told when something tries again and again to reach what no rule allows.",
    reason: "The flow logs show a program that tries to reach forbidden places, and nobody looks at them.",
    source: "Learn: Traffic analytics schema and data aggregation",
    controls: ["MCSB LT-4", "MCSB IR-3"],
    of: LOGS,
    what: "denied traffic",
    by: QUERY,
    when: (workspace, stack) =>
      stack.resources(FLOW_LOGS).some((log) => stack.target(first(log, ANALYTICS)) === workspace),
    blocks: analysed(),
  }),
  {
    id: "azure-service-health-alert",
    severity: "low",
    title: "The platform is told when Azure itself has an incident.",
    reason: "Hours are lost in the search for a mistake of the platform's own.",
    source: "CIS Microsoft Azure Foundations Benchmark 5.0.0: 6.1.2.11",
    controls: ["MCSB IR-2", "CIS Azure 5.0.0 6.1.2.11"],
    fix: `add an ${ACTIVITY} with category ServiceHealth and the subscription's id in scopes`,
    example: {
      wrong: { resource: { [LOGS]: { example: {} } } },
      right: { resource: { [LOGS]: { example: {} }, ...health() } },
    },
    *check(stack) {
      const isThere = stack
        .resources(ACTIVITY)
        .some(
          (alert) =>
            all(alert, "criteria.category").includes("ServiceHealth") &&
            all(alert, "scopes").some((scope) => SUBSCRIPTION.test(String(scope))),
        );
      const [resource] = stack.resources(LOGS);
      if (resource === undefined || isThere) return;
      yield { resource, argument: "", found: undefined, must: "must have an alert about service health beside it" };
    },
  },
];

/** The rule that each resource of a type is in the scopes of an alert. */
function watched({ of, what, by, which = () => true, when = () => true, blocks, alert = {}, ...text }: Watched): Rule {
  const type = Object.keys(blocks)[0] ?? "";
  const example = { ...alert, scopes: [`\${${type}.example.id}`] };
  return {
    ...text,
    fix: `add an ${by} about ${what} whose scopes name it`,
    example: { wrong: { resource: blocks }, right: { resource: { ...blocks, [by]: { example } } } },
    *check(stack) {
      const alerts = stack.resources(by).filter(which);
      for (const resource of stack.resources(of)) {
        if (!isMade(resource) || !when(resource, stack)) continue;
        const isWatched = alerts.some((other) => all(other, "scopes").some((scope) => stack.names(scope, resource)));
        if (!isWatched) yield { resource, argument: "", found: undefined, must: `must have an alert about ${what}` };
      }
    },
  };
}

/** Whether a condition counts the requests that failed on the server. */
function countsErrors({ metric_name: metric, dimension }: Tree): boolean {
  return (
    metric === "RequestsPerMinute" &&
    maps(dimension).some(({ name, values }) => name === "statusCodeClass" && list(values).includes("5xx"))
  );
}

function health(): Tree {
  const scopes = ["/subscriptions/1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21"];
  return { [ACTIVITY]: { example: { criteria: { category: "ServiceHealth" }, scopes } } };
}

function analysed(): Tree {
  const networkWatcherFlowAnalyticsConfiguration = { workspaceResourceId: `\${${LOGS}.example.id}` };
  const properties = { flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration } };
  return {
    [LOGS]: { example: {} },
    azapi_resource: { example: { type: `${FLOW_LOGS}@2024-05-01`, body: { properties } } },
  };
}
