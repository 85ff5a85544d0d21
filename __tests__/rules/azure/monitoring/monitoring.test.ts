import { MONITORING } from "../../../../lib/rules/azure/monitoring/monitoring";
import { checkStack } from "../../../../lib/rules/check-stack";
import type { Tree } from "../../../../lib/terraform/tree";

const LOGS = "/subscriptions/s/resourceGroups/mlp-dev--hub-rg/providers/Microsoft.OperationalInsights/workspaces/log";
const ENDPOINT = "${azapi_resource.churn.id}";
const GROUPS = [
  "${azurerm_monitor_action_group.own.id}",
  "/subscriptions/s/resourceGroups/mlp-dev--hub-rg/providers/Microsoft.Insights/actionGroups/hub",
];
const action = GROUPS.map((action_group_id) => ({ action_group_id }));

const settings: Tree = {
  vault: {
    target_resource_id: "${azurerm_key_vault.kv.id}",
    log_analytics_workspace_id: LOGS,
    enabled_log: [{ category: "AuditEvent" }, { category: "AzurePolicyEvaluationDetails" }],
    enabled_metric: [{ category: "AllMetrics" }],
  },
  endpoint: {
    target_resource_id: ENDPOINT,
    log_analytics_workspace_id: LOGS,
    enabled_log: [
      { category: "AmlOnlineEndpointConsoleLog" },
      { category: "AmlOnlineEndpointTrafficLog" },
      { category: "AmlOnlineEndpointEventLog" },
    ],
    enabled_metric: { category: "Traffic" },
  },
};
const alerts: Tree = {
  latency: { scopes: [ENDPOINT], criteria: [{ metric_name: "RequestLatency_P95" }], action },
  errors: {
    scopes: [ENDPOINT],
    criteria: { metric_name: "RequestsPerMinute", dimension: { name: "statusCodeClass", values: ["5xx"] } },
    action,
  },
  cpu: { scopes: [ENDPOINT], criteria: [{ metric_name: "Cpu" }], action },
};

function findings(changes: { settings?: Tree; alerts?: Tree; group?: Tree }): string[] {
  const resource = {
    azurerm_resource_group: { rg: { name: "mlp-dev-acme--rg" } },
    azurerm_key_vault: { kv: { name: "kv" } },
    azapi_resource: { churn: { type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01" } },
    azurerm_monitor_action_group: { own: changes.group ?? { email_receiver: { email_address: "ml@acme.example" } } },
    azurerm_monitor_diagnostic_setting: { ...settings, ...changes.settings },
    azurerm_monitor_metric_alert: { ...alerts, ...changes.alerts },
  };
  return checkStack("tenant-acme", { resource }, MONITORING).map(({ rule, address, argument }) =>
    `${rule.id} ${address} ${argument}`.trim(),
  );
}

const changed = (of: Tree, name: string, change: Tree) => ({ [name]: { ...(of[name] as Tree), ...change } });

test("A stack that logs and tells everything is right, in blocks or in lists.", () => {
  expect(findings({})).toEqual([]);
});

test("A group of all categories stands for each of them.", () => {
  expect(findings({ settings: changed(settings, "vault", { enabled_log: [{ category_group: "allLogs" }] }) })).toEqual(
    [],
  );
});

test.each<[string, Tree, string]>([
  ["names another resource", { target_resource_id: "x" }, "azure-diagnostics azurerm_key_vault.kv"],
  [
    "leaves a category out",
    { enabled_log: [{ category: "AuditEvent" }] },
    "azure-diagnostics-categories azurerm_monitor_diagnostic_setting.vault enabled_log",
  ],
  [
    "leaves the metrics out",
    { enabled_metric: [] },
    "azure-diagnostics-categories azurerm_monitor_diagnostic_setting.vault enabled_metric",
  ],
  [
    "goes to another workspace",
    { log_analytics_workspace_id: `${LOGS}2` },
    "azure-log-destination azurerm_monitor_diagnostic_setting.vault log_analytics_workspace_id",
  ],
  [
    "goes nowhere",
    { log_analytics_workspace_id: null },
    "azure-log-destination azurerm_monitor_diagnostic_setting.vault log_analytics_workspace_id",
  ],
])("A diagnostic setting that %s is told once.", (_, change, finding) => {
  // The endpoint's setting and a third one make the usual workspace.
  const third = { third: settings.endpoint };

  expect(findings({ settings: { ...third, ...changed(settings, "vault", change) } })).toEqual([finding]);
});

test.each<[string, string, Tree, string]>([
  [
    "latency",
    "of another metric",
    { criteria: [{ metric_name: "x" }] },
    "azure-endpoint-latency-alert azapi_resource.churn",
  ],
  [
    "errors",
    "of all answers",
    { criteria: [{ metric_name: "RequestsPerMinute" }] },
    "azure-endpoint-errors-alert azapi_resource.churn",
  ],
  ["errors", "of another resource", { scopes: ["x"] }, "azure-endpoint-errors-alert azapi_resource.churn"],
  [
    "latency",
    "that tells nobody",
    { action: [] },
    "azure-alert-action-group azurerm_monitor_metric_alert.latency action.action_group_id",
  ],
  [
    "latency",
    "that does not tell the platform",
    { action: action.slice(0, 1) },
    "azure-alert-action-group azurerm_monitor_metric_alert.latency action.action_group_id",
  ],
])("An alert about %s %s is told once.", (name, _, change, finding) => {
  expect(findings({ alerts: changed(alerts, name, change) })).toEqual([finding]);
});
