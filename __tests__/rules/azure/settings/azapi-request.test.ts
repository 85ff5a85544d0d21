import { AZAPI_REQUEST } from "../../../../lib/rules/azure/settings/azapi-request";
import { checkStack } from "../../../../lib/rules/check-stack";

const ENDPOINT = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";
const of = (terraformType: string, content: object, type = ENDPOINT) =>
  checkStack("example", { resource: { [terraformType]: { example: { type: `${type}@1`, ...content } } } }, [
    ...AZAPI_REQUEST,
  ]).map(({ rule, argument }) => `${rule.id} ${argument}`);

test.each(["azapi_resource", "azapi_update_resource", "azapi_resource_action"])(
  "The sensitive body of an %s is told.",
  (type) => {
    expect(of(type, { sensitive_body: { properties: { authMode: "Key" } } })).toEqual([
      `azure-${type.replaceAll("_", "-")}-sensitive-body sensitive_body`,
    ]);
  },
);

test.each(["${jsonencode({})}", "not JSON", ["x"]])("A body that is %j is told.", (body) => {
  expect(of("azapi_update_resource", { body })).toEqual(["azure-azapi-body-readable body"]);
});

test.each([{}, undefined, null, '{"properties": {}}'])("A body that is %j is right.", (body) => {
  expect(of("azapi_update_resource", { body })).toEqual([]);
});

test.each(["azapi_update_resource", "azapi_resource_action"])("An %s of a literal id is told.", (type) => {
  const resource_id = "/subscriptions/1/resourceGroups/globex/providers/Microsoft.X/y/z";

  expect(of(type, { resource_id })).toEqual(["azure-azapi-target resource_id"]);
});

test("What azapi sends to a type that no rule knows is left to the rule that says so.", () => {
  const content = { sensitive_body: {}, body: "${x}", resource_id: "/subscriptions/1" };

  expect(of("azapi_update_resource", content, "Microsoft.Search/searchServices")).toEqual([]);
});
