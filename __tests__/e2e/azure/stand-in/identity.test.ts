import { argumentsOfId, identityOf } from "../../../../e2e/azure/stand-in/identity";
import type { Values } from "../../../../e2e/azure/stand-in/values";

const SUBSCRIPTION = "20000000-0000-4000-8000-000000000002";
const settings = { subscriptionId: SUBSCRIPTION, tenantId: "10000000-0000-4000-8000-000000000001" };
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;
const identity = (type: string, values: Values) => identityOf(type, values, settings);

describe("the id of", () => {
  test.each<{ type: string; values: Values; id: string }>([
    {
      type: "azurerm_subnet",
      values: { name: "s", virtual_network_name: "v", resource_group_name: "rg" },
      id: `${GROUP}/providers/Microsoft.Network/virtualNetworks/v/subnets/s`,
    },
    {
      type: "azurerm_monitor_diagnostic_setting",
      values: { name: "logs", target_resource_id: `${GROUP}/x` },
      id: `${GROUP}/x|logs`,
    },
    {
      type: "azapi_resource",
      values: { type: "Microsoft.A/b@2025-01-01", parent_id: GROUP, name: "n" },
      id: `${GROUP}/providers/Microsoft.A/b/n`,
    },
    {
      type: "azapi_resource",
      values: { type: "Microsoft.A/b/c@2025-01-01", parent_id: `${GROUP}/providers/Microsoft.A/b/n`, name: "m" },
      id: `${GROUP}/providers/Microsoft.A/b/n/c/m`,
    },
    {
      type: "azurerm_subnet_network_security_group_association",
      values: { subnet_id: `${GROUP}/subnet`, network_security_group_id: `${GROUP}/nsg` },
      id: `${GROUP}/subnet`,
    },
  ])("$type is made of its arguments.", ({ type, values, id }) => {
    expect(identity(type, values).id).toBe(id);
  });

  test("an assignment of a role is one for one principal, role and scope.", () => {
    const values = { scope: GROUP, principal_id: "p", role_definition_id: "r" };
    const other = identity("azurerm_role_assignment", { ...values, principal_id: "q" });

    expect(identity("azurerm_role_assignment", values).id).toMatch(/roleAssignments\/[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(identity("azurerm_role_assignment", { ...values })).toEqual(identity("azurerm_role_assignment", values));
    expect(other).not.toEqual(identity("azurerm_role_assignment", values));
  });

  test("a type that nothing is known about is asked for.", () => {
    expect(() => identity("azurerm_unheard_of", {})).toThrow(
      "no id is known of azurerm_unheard_of; add it to e2e/azure/stand-in/identity.ts",
    );
  });
});

test("What is no thing of its own in Azure has no id there.", () => {
  expect(identity("azapi_update_resource", { resource_id: GROUP })).toEqual({ id: GROUP });
  expect(identity("time_sleep", {})).not.toHaveProperty("arm");
});

test("An id is made of the arguments by which a resource is another one.", () => {
  expect(argumentsOfId("azurerm_subnet")).toEqual([
    "subscription",
    "resource_group_name",
    "virtual_network_name",
    "name",
  ]);
  expect(argumentsOfId("azapi_resource")).toEqual(["parent_id", "name"]);
});
