import { checkStack } from "../../../../lib/rules/check-stack";
import { AZAPI_BODY } from "../../../../lib/rules/azure/settings/azapi-body";

const idsOf = (type: string, content: object) =>
  checkStack("example", { resource: { [type]: { example: content } } }, AZAPI_BODY).map(({ rule }) => rule.id);
const WORKSPACE = "Microsoft.MachineLearningServices/workspaces@2025-06-01";
const COMPUTE = "Microsoft.MachineLearningServices/workspaces/computes@2025-06-01";
const FOREIGN = "Microsoft.Search/searchServices@2025-05-01";

test.each([
  [{ publicNetworkAccess: "Enabled" }, "azure-azapi-public-network-access"],
  [{ publicNetworkAccess: "${var.access}" }, "azure-azapi-public-network-access"],
  [{ v1LegacyMode: true }, "azure-azapi-v1-legacy-mode"],
])("An update of a workspace with %j is told.", (properties, id) => {
  expect(idsOf("azapi_update_resource", { type: WORKSPACE, body: { properties } })).toEqual([id]);
});

test("A body that stands as text is read.", () => {
  const body = JSON.stringify({ properties: { publicNetworkAccess: "Enabled" } });

  expect(idsOf("azapi_update_resource", { type: WORKSPACE, body })).toEqual(["azure-azapi-public-network-access"]);
});

test("An update without these properties is right, and so is one with right ones.", () => {
  const properties = { publicNetworkAccess: "Disabled", v1LegacyMode: false };

  expect([
    idsOf("azapi_update_resource", { type: WORKSPACE }),
    idsOf("azapi_update_resource", { type: WORKSPACE, body: { properties } }),
  ]).toEqual([[], []]);
});

test("Identity, tags and region in the body are told where arguments are there for them.", () => {
  const body = { identity: { type: "None" }, tags: { a: "b" }, location: "westeurope" };

  expect([
    idsOf("azapi_resource", { type: COMPUTE, body }),
    idsOf("azapi_update_resource", { type: COMPUTE, body }),
  ]).toEqual([["azure-azapi-body-identity", "azure-azapi-body-location", "azure-azapi-body-tags"], []]);
});

test.each(["listKeys", "regenerateKeys", "getToken", "listSecrets", "LISTCREDENTIALS", "${var.action}"])(
  "The action %s is not known, or asks for secrets, and its answer is not told besides.",
  (action) => {
    expect(idsOf("azapi_resource_action", { type: WORKSPACE, action, response_export_values: ["*"] })).toEqual([
      "azure-azapi-action-secrets",
    ]);
  },
);

test("What azapi does to types that no rule knows is left to the rule that says so.", () => {
  const content = { type: FOREIGN, action: "listKeys", response_export_values: ["*"], body: { tags: { a: "b" } } };

  expect([idsOf("azapi_resource", content), idsOf("azapi_resource_action", content)]).toEqual([[], []]);
});
