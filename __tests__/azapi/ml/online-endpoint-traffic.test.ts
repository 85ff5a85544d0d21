import { OnlineEndpointTraffic, type Traffic } from "../../../lib/azapi/ml/online-endpoint-traffic";
import { Token } from "../../../lib/terraform/cdktf";
import { acmeStack, onlyResource } from "../synthesized";

function synthesizedWith(traffic: Traffic, mirrorTraffic?: Traffic): Record<string, unknown> {
  const stack = acmeStack();
  const mirror = mirrorTraffic === undefined ? {} : { mirrorTraffic };
  new OnlineEndpointTraffic(stack, "traffic", { endpointId: "/endpoint", traffic, ...mirror });
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

test("mirrored traffic is part of the same update", () => {
  expect(synthesizedWith({ blue: 100, green: 0 }, { green: 10 }).body).toEqual({
    properties: { traffic: { blue: 100, green: 0 }, mirrorTraffic: { green: 10 } },
  });
});

test("mirrored traffic that names no deployment is left out", () => {
  expect(synthesizedWith({ blue: 100 }, {}).body).toEqual({ properties: { traffic: { blue: 100 } } });
});

test("traffic may be mirrored to nobody", () => {
  expect(() => synthesizedWith({ blue: 100 }, { green: 0, pink: 0 })).not.toThrow();
});

test.each<[mirrorTraffic: Traffic, problem: string]>([
  [{ green: 51 }, "the mirrored traffic must be a whole percentage up to 50, not 51"],
  [{ green: 2.5 }, "the mirrored traffic must be a whole percentage up to 50, not 2.5"],
  [{ green: -1 }, "the mirrored traffic must be a whole percentage up to 50, not -1"],
  [{ green: 10, pink: 10 }, "traffic is mirrored to green and pink; one can have it"],
  [{ blue: 10 }, "blue has live traffic, and can have no mirrored traffic"],
])("the mirrored traffic %j is refused", (mirrorTraffic, problem) => {
  expect(() => synthesizedWith({ blue: 100 }, mirrorTraffic)).toThrow(`acme/traffic: ${problem}`);
});

test("a mirrored share that only Terraform knows is not checked", () => {
  expect(() => synthesizedWith({ blue: 100 }, { green: Token.asNumber("${var.green}") })).not.toThrow();
});
