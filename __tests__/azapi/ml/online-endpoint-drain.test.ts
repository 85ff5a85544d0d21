import { OnlineEndpoint } from "../../../lib/azapi/ml/online-endpoint";
import { OnlineEndpointDrain } from "../../../lib/azapi/ml/online-endpoint-drain";
import { acmeStack, onlyResource, synthesized } from "../synthesized";

function drained(): { drain: Record<string, unknown>; endpoint: Record<string, unknown>; reference: string } {
  const stack = acmeStack();
  const tags = { tenant: "acme" };
  const endpoint = new OnlineEndpoint(stack, "churn", {
    name: "churn-acme-x1y2z",
    location: "westeurope",
    workspaceId: "/workspace",
    identityId: "/identity",
    description: "Who leaves",
    tags,
  });
  new OnlineEndpointDrain(stack, "drain", { endpoint });
  const [id = ""] = Object.keys(synthesized(stack).resource.azapi_resource ?? {});
  return {
    drain: onlyResource(stack, "azapi_resource_action"),
    endpoint: onlyResource(stack, "azapi_resource"),
    reference: `azapi_resource.${id}`,
  };
}

test("draining writes to the endpoint itself, when it is removed and not before", () => {
  const { drain, reference } = drained();

  expect(drain).toMatchObject({ resource_id: `\${${reference}.id}`, method: "PUT", when: "destroy" });
  expect(drain).not.toHaveProperty("action");
});

test("draining is all right with an endpoint whose workspace is gone", () => {
  expect(drained().drain.ignore_not_found).toBe(true);
});

test("what is written is the whole endpoint as it is, but for the traffic", () => {
  const { drain, endpoint } = drained();
  const { kind, properties } = endpoint.body as { kind: string; properties: object };

  expect(drain).toMatchObject({ type: endpoint.type });
  expect(drain.body).toEqual({
    kind,
    properties: { ...properties, traffic: {} },
    location: endpoint.location,
    tags: endpoint.tags,
    identity: { type: "UserAssigned", userAssignedIdentities: { "/identity": {} } },
  });
});
