import { AzapiResourceAction } from "../../lib/azapi/resource-action";
import { acmeStack, onlyResource } from "./synthesized";

test("an action leaves its method to the provider by default", () => {
  const stack = acmeStack();

  new AzapiResourceAction(stack, "start", { type: "A/b@1", resourceId: "/a", action: "start", body: { dryRun: true } });

  expect(onlyResource(stack, "azapi_resource_action")).toEqual({
    type: "A/b@1",
    resource_id: "/a",
    action: "start",
    body: { dryRun: true },
  });
});

test("an action can have another method", () => {
  const stack = acmeStack();

  new AzapiResourceAction(stack, "stop", { type: "A/b@1", resourceId: "/a", action: "stop", method: "PUT", body: {} });

  expect(onlyResource(stack, "azapi_resource_action").method).toBe("PUT");
});

test("an action can be a request to the resource itself, when the construct is removed", () => {
  const stack = acmeStack();

  new AzapiResourceAction(stack, "stop", {
    type: "A/b@1",
    resourceId: "/a",
    method: "PUT",
    when: "destroy",
    ignoreNotFound: true,
    body: {},
  });

  expect(onlyResource(stack, "azapi_resource_action")).toEqual({
    type: "A/b@1",
    resource_id: "/a",
    method: "PUT",
    when: "destroy",
    ignore_not_found: true,
    body: {},
  });
});
