import { checkStack } from "../../../../lib/rules/check-stack";
import { AZAPI_BODY } from "../../../../lib/rules/azure/settings/azapi-body";

const idsOf = (type: string, content: object) =>
  checkStack("example", { resource: { [type]: { example: content } } }, AZAPI_BODY).map(({ rule }) => rule.id);
const TYPE = "Microsoft.Search/searchServices@2025-05-01";

test.each([
  ["azapi_resource", { publicNetworkAccess: "enabled" }, "azure-azapi-public-network-access"],
  ["azapi_update_resource", { disableLocalAuth: false }, "azure-azapi-disable-local-auth"],
  ["azapi_resource_action", { allowSharedKeyAccess: true }, "azure-azapi-allow-shared-key-access"],
  ["azapi_resource", { minimumTlsVersion: "TLS1_0" }, "azure-azapi-minimum-tls-version"],
  ["azapi_resource", { publicNetworkAccess: "${var.access}" }, "azure-azapi-public-network-access"],
])("The body of an %s with %j is told.", (type, properties, id) => {
  expect(idsOf(type, { type: TYPE, body: { properties } })).toEqual([id]);
});

test("A body that stands as text is read.", () => {
  const body = JSON.stringify({ properties: { publicNetworkAccess: "Enabled" } });

  expect(idsOf("azapi_resource", { type: TYPE, body })).toEqual(["azure-azapi-public-network-access"]);
});

test("A body without these properties is right, and so is one with right ones.", () => {
  const properties = { publicNetworkAccess: "Disabled", disableLocalAuth: true, minimumTlsVersion: "1.2" };

  expect([
    idsOf("azapi_resource", { type: TYPE }),
    idsOf("azapi_resource", { type: TYPE, body: { properties } }),
  ]).toEqual([[], []]);
});

test("Properties of types with rules of their own are left to those.", () => {
  const type = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@1";

  expect(idsOf("azapi_update_resource", { type, body: { properties: { publicNetworkAccess: "Enabled" } } })).toEqual(
    [],
  );
});

test("Identity, tags and region in the body are told where arguments are there for them.", () => {
  const body = { identity: { type: "None" }, tags: { a: "b" }, location: "westeurope" };

  expect([idsOf("azapi_resource", { type: TYPE, body }), idsOf("azapi_update_resource", { type: TYPE, body })]).toEqual(
    [["azure-azapi-body-identity", "azure-azapi-body-location", "azure-azapi-body-tags"], []],
  );
});

test.each(["listKeys", "regenerateKeys", "getToken", "listSecrets", "LISTCREDENTIALS", "${var.action}"])(
  "The action %s is not known, or asks for secrets.",
  (action) => {
    expect(idsOf("azapi_resource_action", { type: TYPE, action })).toEqual(["azure-azapi-action-secrets"]);
  },
);
