import { CUSTOM_ROLES } from "../../../lib/blueprint/custom-roles";
import { platform, PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION } from "../../support/files";
import { resourcesByPath, synthStack } from "../../support/synth";

const roles = (azure: Record<string, unknown> = {}) =>
  resourcesByPath(synthStack("hub", platform({ azure })), "azurerm_role_definition");

describe("the hub's custom roles", () => {
  test("are all of the table", () => {
    expect(Object.keys(roles()).sort()).toEqual(["deployer-role", "reader-role", "scorer-role"]);
  });

  test.each(Object.entries(CUSTOM_ROLES))("%s has the actions of the table, and no data actions", (_, role) => {
    expect(roles()[`${role.key}-role`]?.permissions).toEqual([
      { actions: role.actions, not_actions: [], data_actions: [], not_data_actions: [] },
    ]);
  });

  test("can be assigned in the tenants' own subscriptions", () => {
    const scopes = Object.values(roles({ tenantSubscriptions: [TENANT_SUBSCRIPTION] })).map(
      ({ assignable_scopes }) => assignable_scopes,
    );

    expect(scopes).toEqual(
      Array.from({ length: 3 }, () => [
        `/subscriptions/${PLATFORM_SUBSCRIPTION}`,
        `/subscriptions/${TENANT_SUBSCRIPTION}`,
      ]),
    );
  });
});
