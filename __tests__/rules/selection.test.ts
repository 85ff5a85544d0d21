import { ofArmType, ofKind } from "../../lib/rules/selection";
import { Stack } from "../../lib/rules/stack";

const stack = new Stack("example", {
  resource: {
    azapi_resource: { made: { type: "Microsoft.A/b@1", body: { properties: { kind: "x" } } } },
    azapi_resource_action: { asked: { type: "microsoft.a/B@2", method: "PUT" } },
    azapi_update_resource: { changed: { type: "Microsoft.A/b/c@1", body: "no JSON" } },
  },
});

const idsOf = (has: ReturnType<typeof ofKind>["has"]) =>
  stack.all.filter((resource) => has(resource, stack)).map(({ id }) => id);

test("An ARM type is told in any case, and not with its parts.", () => {
  expect(idsOf(ofArmType("azapi_resource", "Microsoft.A/b").has)).toEqual(["made", "asked"]);
});

test("An ARM type may be told with arguments.", () => {
  expect(idsOf(ofArmType("azapi_resource_action", "Microsoft.A/b", { method: "PUT" }).has)).toEqual(["asked"]);
});

test("A kind is told by a value in the body.", () => {
  expect(idsOf(ofKind("body.properties.kind", "x").has)).toEqual(["made"]);
});
