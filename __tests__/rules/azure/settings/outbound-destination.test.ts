import { OUTBOUND_DESTINATION } from "../../../../lib/rules/azure/settings/outbound-destination";
import { toldOf } from "./told";

const id = (type: string) => `/subscriptions/s/resourceGroups/g/providers/${type}/x`;
const STORAGE = id("Microsoft.Storage/storageAccounts");
const GATEWAY = id("Microsoft.Network/applicationGateways");
const of = (serviceResourceId: unknown, sparkEnabled: unknown, more: object = {}) =>
  toldOf(OUTBOUND_DESTINATION, {
    azurerm_storage_account: { own: {} },
    azapi_resource: {
      rule: {
        type: "Microsoft.MachineLearningServices/workspaces/outboundRules@1",
        body: { properties: { type: "PrivateEndpoint", destination: { serviceResourceId, sparkEnabled }, ...more } },
      },
    },
  });
const SPARK = "body.properties.destination.sparkEnabled must be";

test.each([
  ["Spark beside a vault", id("Microsoft.KeyVault/vaults"), true, `${SPARK} false for Azure Key Vault`],
  ["Spark beside a vault as text", id("Microsoft.KeyVault/vaults"), "true", `${SPARK} false for Azure Key Vault`],
  ["a text", STORAGE, "no", `${SPARK} true or false`],
  ["nothing", STORAGE, undefined, `${SPARK} true or false`],
])("A rule with %s is told.", (_, target, spark, expected) => {
  expect(of(target, spark)).toEqual([expected]);
});

test.each([
  ["storage with Spark", STORAGE, true],
  ["a vault without Spark as text", id("Microsoft.KeyVault/vaults"), "false"],
  ["storage of the same stack with Spark", "${azurerm_storage_account.own.id}", true],
  ["a vault without Spark", id("Microsoft.KeyVault/vaults"), false],
  ["a type that is not known, which has a rule of its own", id("Microsoft.Web/sites"), true],
])("A rule to %s is right.", (_, target, spark) => {
  expect(of(target, spark)).toEqual([]);
});

test("An Application Gateway needs the hosts that lead to it.", () => {
  expect([of(GATEWAY, false), of(GATEWAY, false, { fqdns: ["a.example"] })]).toEqual([
    ["body.properties.fqdns must name the hosts of the Application Gateway"],
    [],
  ]);
});

test("Nothing is told of rules of other kinds.", () => {
  expect(of(GATEWAY, true, { type: "FQDN", destination: "pypi.org" })).toEqual([]);
});
