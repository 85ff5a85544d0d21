import { platform, PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION } from "../../support/files";
import { onlyResource, synthStack } from "../../support/synth";

const hub = (azureHub: Record<string, unknown> = {}, azure: Record<string, unknown> = {}) =>
  synthStack("hub", platform({ azure: { ...azure, hub: { addressSpace: "10.20.0.0/22", ...azureHub } } }));

describe("the scorer role", () => {
  test("may score and nothing else", () => {
    const { permissions } = onlyResource(hub(), "azurerm_role_definition");
    expect(permissions).toEqual([
      {
        actions: ["Microsoft.MachineLearningServices/workspaces/onlineEndpoints/score/action"],
        not_actions: [],
        data_actions: [],
        not_data_actions: [],
      },
    ]);
  });

  test("can be assigned in the tenants' own subscriptions", () => {
    const { assignable_scopes } = onlyResource(
      hub({}, { tenantSubscriptions: [TENANT_SUBSCRIPTION] }),
      "azurerm_role_definition",
    );
    expect(assignable_scopes).toEqual([
      `/subscriptions/${PLATFORM_SUBSCRIPTION}`,
      `/subscriptions/${TENANT_SUBSCRIPTION}`,
    ]);
  });
});
