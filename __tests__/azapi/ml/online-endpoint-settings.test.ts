import { OnlineEndpoint } from "../../../lib/azapi/ml/online-endpoint";
import { OnlineEndpointSettings } from "../../../lib/azapi/ml/online-endpoint-settings";
import { acmeStack, onlyResource, synthesized } from "../synthesized";

function synthesizedWith(description: string) {
  const stack = acmeStack();
  const endpoint = new OnlineEndpoint(stack, "churn", {
    name: "churn-acme-x1y2z",
    location: "westeurope",
    workspaceId: "/workspace",
    identityId: "/identity",
    description,
  });
  new OnlineEndpointSettings(stack, "settings", { endpoint });
  // As an aspect does that comes later.
  endpoint.tags = { tenant: "acme" };
  const [id = ""] = Object.keys(synthesized(stack).resource.azapi_resource ?? {});
  return {
    settings: onlyResource(stack, "azapi_update_resource"),
    endpoint: onlyResource(stack, "azapi_resource"),
    endpointId: `\${azapi_resource.${id}.id}`,
  };
}

test("what may change about an endpoint is merged into it, without a word about its traffic", () => {
  const { settings, endpoint, endpointId } = synthesizedWith("Who leaves");
  const { properties } = endpoint.body as { properties: object };

  expect(settings).toMatchObject({ type: endpoint.type, resource_id: endpointId });
  expect(settings.body).toEqual({ properties, tags: { tenant: "acme" } });
  expect(JSON.stringify(settings)).not.toMatch(/traffic/i);
});

test("an endpoint itself is never written again, for that would end the traffic of whoever set it", () => {
  const { endpoint } = synthesizedWith("Who leaves");

  expect(endpoint.lifecycle).toEqual({ ignore_changes: ["body", "tags"] });
});
