import { OnlineEndpointTraffic, type Traffic } from "../../../lib/azapi/ml/online-endpoint-traffic";
import { Token } from "../../../lib/terraform/cdktf";
import { acmeStack, onlyResource } from "../synthesized";

function synthesizedWith(traffic: Traffic): Record<string, unknown> {
  const stack = acmeStack();
  new OnlineEndpointTraffic(stack, "traffic", { endpointId: "/endpoint", traffic });
  return onlyResource(stack, "azapi_update_resource");
}

test("traffic is an update of the endpoint that names deployments as they are", () => {
  expect(synthesizedWith({ blueV1: 90, "green-v2": 10 })).toMatchObject({
    type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01",
    resource_id: "/endpoint",
    body: { properties: { traffic: { blueV1: 90, "green-v2": 10 } } },
  });
});

test("an endpoint may answer nothing", () => {
  expect(synthesizedWith({ blue: 0 }).body).toEqual({ properties: { traffic: { blue: 0 } } });
});

test.each([
  [{ blue: 90 }, 90],
  [{ blue: 100, green: 50 }, 150],
])("the traffic %j is refused because it adds up to %d", (traffic, sum) => {
  expect(() => synthesizedWith(traffic as Traffic)).toThrow(
    `acme/traffic: the traffic adds up to ${sum}; it must be 100, or 0`,
  );
});

test.each<Traffic>([{ blue: 99.5, green: 0.5 }, { blue: 110, green: -10 }, { blue: NaN }])(
  "the traffic %j is refused because it is not in whole percentages",
  (traffic) => {
    expect(() => synthesizedWith(traffic)).toThrow("acme/traffic: the traffic must be whole percentages");
  },
);

test("traffic without a deployment is refused because Azure would keep what it has", () => {
  expect(() => synthesizedWith({})).toThrow("acme/traffic: the traffic names no deployment");
});

test("a share that only Terraform knows is not added up", () => {
  expect(synthesizedWith({ blue: Token.asNumber("${var.blue}"), green: 10 }).body).toEqual({
    properties: { traffic: { blue: "${var.blue}", green: 10 } },
  });
});
