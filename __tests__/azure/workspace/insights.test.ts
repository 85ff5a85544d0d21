import { platform, tenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { onlyResource, synthStack } from "../../support/synth";

const dedicated = (azure: Record<string, unknown> = {}, platformAzure: Record<string, unknown> = {}) =>
  synthStack("tenant-acme", platform({ azure: platformAzure }), [tenant("acme", { azure })]);

describe("the Application Insights of a workspace", () => {
  test("takes Entra tokens only and writes to the hub's logs", () => {
    const insights = onlyResource(dedicated(), "azurerm_application_insights");
    expect(insights).toMatchObject({
      local_authentication_enabled: false,
      internet_ingestion_enabled: false,
      internet_query_enabled: false,
      workspace_id: expect.stringMatching(/\/resourceGroups\/mlp-dev--hub-rg\/.*\/mlp-dev--hub-log$/) as string,
    });
    expect(insights).not.toHaveProperty("local_authentication_disabled");
  });

  test("is linked into the hub's private link scope", () => {
    expect(onlyResource(dedicated(), "azurerm_monitor_private_link_scoped_service")).toMatchObject({
      resource_group_name: "mlp-dev--hub-rg",
      scope_name: "mlp-dev--hub-ampls",
    });
  });

  test("is linked through the hub's provider where the tenant has a subscription of its own", () => {
    const own = dedicated({ subscriptionId: TENANT_SUBSCRIPTION }, { tenantSubscriptions: [TENANT_SUBSCRIPTION] });
    expect(onlyResource(own, "azurerm_monitor_private_link_scoped_service").provider).toBe("azurerm.hub");
  });
});
