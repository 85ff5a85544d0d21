import { AzapiUpdateResource } from "../../lib/azapi/update-resource";
import { acmeStack, onlyResource } from "./synthesized";

test("an update names the resource that it changes and nothing that it would create", () => {
  const stack = acmeStack();

  new AzapiUpdateResource(stack, "update", { type: "A/b@1", resourceId: "/a", body: { properties: { minSize: 1 } } });

  expect(onlyResource(stack, "azapi_update_resource")).toEqual({
    type: "A/b@1",
    resource_id: "/a",
    body: { properties: { minSize: 1 } },
  });
});

test("an update does not look taggable", () => {
  const update = new AzapiUpdateResource(acmeStack(), "update", { type: "A/b@1", resourceId: "/a", body: {} });

  expect("tagsInput" in update).toBe(false);
});
