import { platform, PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION } from "../../support/files";
import { resourcesByPath, synthStack } from "../../support/synth";

const hub = synthStack("hub", platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } }));
const settings = Object.entries(resourcesByPath(hub, "azurerm_monitor_diagnostic_setting"))
  .filter(([path]) => path.startsWith("activity-logs/"))
  .map(([, setting]) => setting);

describe("the hub's activity logs", () => {
  test("are those of the platform's subscription and of its tenants'", () => {
    expect(settings.map(({ target_resource_id: target }) => target)).toEqual([
      `/subscriptions/${PLATFORM_SUBSCRIPTION}`,
      `/subscriptions/${TENANT_SUBSCRIPTION}`,
    ]);
  });

  test("go to the hub's Log Analytics, also those of other subscriptions", () => {
    const workspace = expect.stringMatching(/^\$\{azurerm_log_analytics_workspace\.\w+\.id\}$/) as string;
    expect(settings.map(({ log_analytics_workspace_id: id }) => id)).toEqual([workspace, workspace]);
  });

  test("have the categories that CIS Azure Foundations 6.1.1.2 asks for", () => {
    expect(settings[0]?.enabled_log).toEqual([
      { category: "Administrative" },
      { category: "Alert" },
      { category: "Policy" },
      { category: "Security" },
    ]);
  });
});
