import fc from "fast-check";
import { resourceGroupId, resourceId, roleDefinitionId, subscriptionScope } from "../../lib/blueprint/resource-ids";
import { parseResourceId } from "../../lib/config/resource-id";
import { PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION } from "../support/files";
import { subscriptionIds, tenantIds } from "./arbitraries";

const group = { subscriptionId: PLATFORM_SUBSCRIPTION, name: "mlp-dev--hub-rg" };

test("the id of a subscription is its path", () => {
  expect(subscriptionScope(PLATFORM_SUBSCRIPTION)).toBe("/subscriptions/20000000-0000-4000-8000-000000000002");
});

test("the id of a resource group stands below its subscription", () => {
  expect(resourceGroupId(group)).toBe(
    "/subscriptions/20000000-0000-4000-8000-000000000002/resourceGroups/mlp-dev--hub-rg",
  );
});

test("the id of a resource stands below its group", () => {
  expect(resourceId(group, "Microsoft.Network/virtualNetworks", "mlp-dev--hub-vnet")).toBe(
    "/subscriptions/20000000-0000-4000-8000-000000000002/resourceGroups/mlp-dev--hub-rg" +
      "/providers/Microsoft.Network/virtualNetworks/mlp-dev--hub-vnet",
  );
});

test("the id of a child stands below its parent, type and name in turn", () => {
  expect(resourceId(group, "Microsoft.Network/virtualNetworks", "vnet", "subnets", "snet-pe")).toMatch(
    /\/providers\/Microsoft\.Network\/virtualNetworks\/vnet\/subnets\/snet-pe$/,
  );
});

test("an id that is taken apart has the parts it was made of", () => {
  fc.assert(
    fc.property(subscriptionIds, tenantIds, tenantIds, (subscriptionId, groupName, name) => {
      const type = "Microsoft.Storage/storageAccounts";

      expect(parseResourceId(resourceId({ subscriptionId, name: groupName }, type, name))).toEqual({
        subscriptionId,
        resourceGroup: groupName,
        type,
        name,
      });
    }),
  );
});

describe("the id of a role definition", () => {
  const AcrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";

  test("is the form that Azure answers: every other form is replaced on every plan", () => {
    expect(roleDefinitionId(PLATFORM_SUBSCRIPTION, AcrPull)).toBe(
      "/subscriptions/20000000-0000-4000-8000-000000000002/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d",
    );
  });

  test("carries the subscription that it is assigned in", () => {
    expect(roleDefinitionId(TENANT_SUBSCRIPTION, AcrPull).startsWith(`/subscriptions/${TENANT_SUBSCRIPTION}/`)).toBe(
      true,
    );
  });
});
