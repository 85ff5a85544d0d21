import { RULES } from "../../../../lib/rules/rules";
import { AZAPI_TYPE } from "../../../../lib/rules/azure/settings/azapi-type";
import { checkStack } from "../../../../lib/rules/check-stack";
import { toldOf } from "./told";

const ML = "Microsoft.MachineLearningServices/workspaces";
const of = (terraformType: string, type: unknown) => toldOf(AZAPI_TYPE, { [terraformType]: { example: { type } } });

test.each([
  "Microsoft.Authorization/roleAssignments",
  "Microsoft.Network/networkSecurityGroups/securityRules",
  "Microsoft.Resources/deployments",
  `${ML}/connections`,
  `${ML}/serverlessEndpoints`,
  "${var.type}",
])("A resource of azapi of type %s is told.", (type) => {
  expect(of("azapi_resource", `${type}@2025-06-01`)).toHaveLength(1);
});

test("A workspace that azapi makes is told, and an update of one is right.", () => {
  expect([of("azapi_resource", `${ML}@1`).length, of("azapi_update_resource", `${ML}@1`)]).toEqual([1, []]);
});

test("The case of an ARM type does not matter.", () => {
  expect(of("azapi_resource", `${ML}/onlineEndpoints@1`.toLowerCase())).toEqual([]);
});

test.each([undefined, "x"])("A resource of azapi of type %s is refused by the provider, and not told.", (type) => {
  expect(of("azapi_resource", type)).toEqual([]);
});

test("What azapi writes into vaults and accounts is told as a whole.", () => {
  expect(of("azapi_data_plane_resource", "Microsoft.KeyVault/vaults/certificates/contacts@7.3")).toEqual([
    "must not be there",
  ]);
});

test("All rules together tell an unknown type once, whatever its body says.", () => {
  const example = {
    type: "Microsoft.Storage/storageAccounts@2023-05-01",
    body: { properties: { publicNetworkAccess: "Enabled", keys: {} }, tags: { a: "b" } },
    sensitive_body: {},
    schema_validation_enabled: false,
    response_export_values: ["*"],
  };
  const stack = { resource: { azapi_update_resource: { example } } };

  expect(checkStack("example", stack, RULES).map(({ rule }) => rule.id)).toEqual(["azure-azapi-type"]);
});
