import { platform, PLATFORM_SUBSCRIPTION, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { type Arguments, onlyResource, resourcesByPath, synthStack } from "../../support/synth";

const stack = synthStack("tenant-acme", platform(), [tenant("acme", { azure: { endpoints: [{ name: "churn" }] } })]);
const alerts = resourcesByPath(stack, "azurerm_monitor_metric_alert");

describe("metric alerts", () => {
  test("watch the latency and the errors of an endpoint, and the quota of a workspace", () => {
    expect(Object.keys(alerts).sort()).toEqual([
      "endpoint-churn/alerts/errors",
      "endpoint-churn/alerts/latency",
      "workspace/alerts/quota",
    ]);
  });

  test("watch the endpoint itself", () => {
    expect(alerts["endpoint-churn/alerts/errors"]?.scopes).toEqual([
      expect.stringMatching(/^\$\{azapi_resource\.endpoint-churn_endpoint_\w+\.id\}$/),
    ]);
  });

  test("tell the tenant's owner and the platform", () => {
    expect(alerts["workspace/alerts/quota"]?.action).toEqual([
      { action_group_id: expect.stringMatching(/^\$\{azurerm_monitor_action_group\./) as string },
      { action_group_id: expect.stringMatching(/\/actionGroups\/mlp-dev--hub-ag$/) as string },
    ]);
  });

  test("look at a window that is longer than their frequency, which Azure asks for and the provider does not", () => {
    expect(Object.values(alerts).map(({ frequency, window_size: window }) => [frequency, window])).toEqual(
      Object.values(alerts).map(() => ["PT5M", "PT15M"]),
    );
  });

  test("fire above their threshold, not below it", () => {
    const operators = Object.values(alerts).map(({ criteria }) => (criteria as Arguments[])[0]?.operator);
    expect(operators).toEqual(operators.map(() => "GreaterThan"));
  });

  test("of a shared tenant stand in its own stack, and watch its endpoints only", () => {
    const shared = synthStack("tenant-globex", platform(), [
      sharedTenant("globex", { azure: { endpoints: [{ name: "fraud" }] } }),
    ]);
    expect(Object.keys(resourcesByPath(shared, "azurerm_monitor_metric_alert")).sort()).toEqual([
      "endpoint-fraud/alerts/errors",
      "endpoint-fraud/alerts/latency",
    ]);
  });
});

describe("the platform's alerts", () => {
  const hub = synthStack(
    "hub",
    platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION], alerts: { emails: ["ops@acme.example"] } } }),
  );
  const activity = resourcesByPath(hub, "azurerm_monitor_activity_log_alert");

  test("tell of traffic out of the networks that no rule allows", () => {
    const alert = onlyResource(hub, "azurerm_monitor_scheduled_query_rules_alert_v2");
    const [criteria] = alert.criteria as Arguments[];
    expect(criteria?.query).toContain('FlowStatus == "Denied" and FlowDirection == "Outbound"');
    expect(alert.scopes).toEqual([expect.stringMatching(/^\$\{azurerm_log_analytics_workspace\./)]);
    expect(alert.skip_query_validation).toBe(true);
  });

  test("tell of it when it is more than noise within an hour, and end by themselves", () => {
    expect(onlyResource(hub, "azurerm_monitor_scheduled_query_rules_alert_v2")).toMatchObject({
      evaluation_frequency: "PT1H",
      window_duration: "PT1H",
      auto_mitigation_enabled: true,
      severity: 2,
      criteria: [
        {
          operator: "GreaterThan",
          threshold: 100,
          failing_periods: { number_of_evaluation_periods: 1, minimum_failing_periods_to_trigger_alert: 1 },
        },
      ],
    });
  });

  test("cannot tell of it without traffic analytics, which alone fills the table that is asked", () => {
    const flowLogs = { trafficAnalytics: false };
    const without = synthStack("hub", platform({ azure: { hub: { addressSpace: "10.20.0.0/22", flowLogs } } }));
    expect(resourcesByPath(without, "azurerm_monitor_scheduled_query_rules_alert_v2")).toEqual({});
  });

  test("tell of incidents of Azure, whose rules stand in no region", () => {
    expect(activity["alerts/service-health"]).toMatchObject({
      location: "global",
      criteria: { category: "ServiceHealth" },
    });
  });

  test("tell of each change that CIS Azure Foundations 6.1.2 asks for, but those of SQL servers", () => {
    const operations = Object.values(activity).map(({ criteria }) => (criteria as Arguments).operation_name);
    expect(operations.filter((operation) => operation !== undefined).sort()).toEqual([
      "Microsoft.Authorization/policyAssignments/delete",
      "Microsoft.Authorization/policyAssignments/write",
      "Microsoft.Network/networkSecurityGroups/delete",
      "Microsoft.Network/networkSecurityGroups/write",
      "Microsoft.Network/publicIPAddresses/delete",
      "Microsoft.Network/publicIPAddresses/write",
      "Microsoft.Security/securitySolutions/delete",
      "Microsoft.Security/securitySolutions/write",
    ]);
  });

  test("tell of a change whoever made it and however it ended", () => {
    const { criteria } = activity["alerts/public-ip-write"] ?? {};
    expect(Object.keys(criteria as Arguments).sort()).toEqual(["category", "operation_name"]);
  });

  test("look at the activity log of the platform's own subscription, for Azure takes no other", () => {
    expect(Object.values(activity).map(({ scopes }) => scopes)).toEqual(
      Object.values(activity).map(() => [`/subscriptions/${PLATFORM_SUBSCRIPTION}`]),
    );
  });

  test("tell the platform's group of what the activity log says", () => {
    expect([...new Set(Object.values(activity).map(({ action }) => JSON.stringify(action)))]).toEqual([
      expect.stringMatching(/^\[\{"action_group_id":"\$\{azurerm_monitor_action_group\./),
    ]);
  });

  test("go by e-mail to those that the platform's file names", () => {
    expect(onlyResource(hub, "azurerm_monitor_action_group").email_receiver).toEqual([
      { name: "ops@acme.example", email_address: "ops@acme.example", use_common_alert_schema: true },
    ]);
  });
});
