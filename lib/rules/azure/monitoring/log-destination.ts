import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { armTypeOf } from "../arm-id";
import { isOfAnotherTenant } from "../owner";
import { first } from "../read";

const SETTING = "azurerm_monitor_diagnostic_setting";
const ANALYTICS =
  "body.properties.flowAnalyticsConfiguration?.networkWatcherFlowAnalyticsConfiguration?.workspaceResourceId";

/** What sends logs to a workspace, and the argument that names it. */
const SENDERS: readonly (readonly [type: string, argument: string])[] = [
  [SETTING, "log_analytics_workspace_id"],
  ["azurerm_application_insights", "workspace_id"],
  ["Microsoft.Network/networkWatchers/flowLogs", ANALYTICS],
];

/** Everything is logged in one place. */
export const LOG_DESTINATION: Rule = {
  id: "azure-log-destination",
  severity: "high",
  title: "All logs of a stack go to the one Log Analytics workspace of the platform.",
  reason: "Whoever looks for them does not find them elsewhere, and another workspace may be read by anybody.",
  source: "Learn: Design a Log Analytics workspace architecture",
  controls: ["MCSB LT-5"],
  fix: "name the hub's Log Analytics workspace, by reference in the hub's stack and by its id elsewhere",
  example: {
    wrong: example("${azurerm_log_analytics_workspace.logs.id}", "other"),
    right: example("${azurerm_log_analytics_workspace.logs.id}", "${azurerm_log_analytics_workspace.logs.id}"),
  },
  *check(stack) {
    const senders = SENDERS.flatMap(([type, argument]) =>
      stack
        .resources(type)
        .filter((resource) => argument !== ANALYTICS || first(resource, ANALYTICS) !== undefined)
        .map((resource) => ({ resource, argument, workspace: first(resource, argument) })),
    );
    const usual = mostUsed(senders.map(({ workspace }) => workspace));
    for (const { resource, argument, workspace } of senders) {
      if (workspace === usual && isWorkspace(stack, workspace)) continue;
      if (workspace === undefined && sendsElsewhere(resource)) continue;
      yield {
        resource,
        argument: argument.replaceAll("?", ""),
        found: workspace,
        must: "must be the id of the platform's Log Analytics workspace",
      };
    }
  },
};

function isWorkspace(stack: Stack, id: unknown): boolean {
  return armTypeOf(stack, id) === "microsoft.operationalinsights/workspaces" && !isOfAnotherTenant(stack, id);
}

/** A setting beside those of the project may send to a storage account or an event hub. */
function sendsElsewhere({ type, content }: Resource): boolean {
  return type === SETTING && (content.storage_account_id ?? content.eventhub_authorization_rule_id) !== undefined;
}

function mostUsed(values: readonly unknown[]): unknown {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function example(...workspaces: string[]): Tree {
  const settings = workspaces.map((workspace, index) => [`setting${index}`, { log_analytics_workspace_id: workspace }]);
  return {
    resource: {
      azurerm_log_analytics_workspace: { logs: { name: "log" } },
      [SETTING]: Object.fromEntries(settings) as Tree,
    },
  };
}
