import { AZAPI_PROPERTIES } from "../../../../lib/rules/azure/settings/azapi-properties";
import { checkStack } from "../../../../lib/rules/check-stack";

const ML = "Microsoft.MachineLearningServices/workspaces";
const of = (terraformType: string, type: string, body: unknown, more = {}) =>
  checkStack("example", { resource: { [terraformType]: { example: { type: `${type}@1`, body, ...more } } } }, [
    AZAPI_PROPERTIES,
  ]).map(({ argument }) => argument);
const update = (properties: object) => of("azapi_update_resource", ML, { properties });

test.each([
  [{ allowPublicAccessWhenBehindVnet: true }, "allowPublicAccessWhenBehindVnet"],
  [{ ipAllowlist: ["0.0.0.0/0"] }, "ipAllowlist"],
  [{ PublicNetworkAccess: "Enabled" }, "PublicNetworkAccess"],
  [{ managedNetwork: { isolationmode: "Disabled" } }, "managedNetwork.isolationmode"],
])("An update of a workspace with %j is told.", (properties, argument) => {
  expect(update(properties)).toEqual([`body.properties.${argument}`]);
});

test("Properties in another case are told as a whole.", () => {
  expect(of("azapi_update_resource", ML, { Properties: { publicNetworkAccess: "Enabled" } })).toEqual([
    "body.Properties",
  ]);
});

test("An update that replaces the identity of an endpoint is told, and one of its tags is right.", () => {
  const body = { identity: { type: "SystemAssigned" }, tags: { a: "b" } };

  expect(of("azapi_update_resource", `${ML}/onlineEndpoints`, body)).toEqual(["body.identity"]);
});

test("An endpoint on compute of one's own is told.", () => {
  expect(of("azapi_resource", `${ML}/onlineEndpoints`, { properties: { compute: "x" } })).toEqual([
    "body.properties.compute",
  ]);
});

test("The second name of a property in another case is told.", () => {
  const properties = { authMode: "AADToken", AuthMode: "Key" };

  expect(of("azapi_resource", `${ML}/onlineEndpoints`, { properties })).toEqual(["body.properties.AuthMode"]);
});

test("A property in another case is left to the rule that misses it where a whole resource is made.", () => {
  expect(of("azapi_resource", `${ML}/onlineEndpoints`, { properties: { AuthMode: "Key" } })).toEqual([]);
});

test.each([
  [
    "what is below a known name",
    of("azapi_update_resource", `${ML}/onlineEndpoints`, { properties: { traffic: { Blue: 1 } } }),
  ],
  ["the body of an action", of("azapi_resource_action", ML, { includeSpark: true }, { method: "POST" })],
  ["a body that is a text", of("azapi_update_resource", ML, "${x}")],
  ["a type that no rule knows", of("azapi_resource", "Microsoft.Search/searchServices", { properties: { x: 1 } })],
  ["properties that are no map", of("azapi_update_resource", ML, { properties: [1] })],
])("Nothing is told of %s.", (_, told) => {
  expect(told).toEqual([]);
});

test("A request that writes all of a resource is held against the same names.", () => {
  const content = [
    `${ML}/onlineEndpoints`,
    { location: "x", properties: { compute: "x" } },
    { method: "PUT" },
  ] as const;

  expect(of("azapi_resource_action", ...content)).toEqual(["body.properties.compute"]);
});
