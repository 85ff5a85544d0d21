import { trafficBlueprint } from "../../lib/blueprint/traffic";
import { endpoint } from "../../lib/config/endpoint";

function trafficOf(names: string[], changes: object = {}) {
  const deployments = names.map((name) => ({ name, model: "churn:3", instanceType: "Standard_DS3_v2" }));
  return trafficBlueprint(endpoint.parse({ name: "churn", deployments, ...changes }));
}

test("An endpoint without deployments has none.", () => {
  expect(trafficOf([])).toBeUndefined();
});

test("The only deployment has all of it.", () => {
  expect(trafficOf(["blue"])).toEqual({ live: { blue: 100 }, mirrored: {} });
});

test("The only deployment may have none of it, so that it can be removed.", () => {
  expect(trafficOf(["blue"], { traffic: { blue: 0 } })).toEqual({ live: { blue: 0 }, mirrored: { blue: 0 } });
});

test("A deployment that the file leaves out is named with 0, for Azure would keep its share.", () => {
  expect(trafficOf(["blue", "green"], { traffic: { green: 100 } })?.live).toEqual({ blue: 0, green: 100 });
});

test("Mirrored traffic names the deployments without live traffic, and no other.", () => {
  const traffic = { blue: 100 };
  const mirror = { deployment: "green", percent: 10 };

  expect(trafficOf(["blue", "green", "pink"], { traffic, mirror })?.mirrored).toEqual({ green: 10, pink: 0 });
  expect(trafficOf(["blue", "green", "pink"], { traffic })?.mirrored).toEqual({ green: 0, pink: 0 });
});

test("Deployments in another order give the same.", () => {
  const traffic = { blue: 90, green: 10 };
  const [one, other] = [
    ["blue", "green"],
    ["green", "blue"],
  ].map((names) => trafficOf(names, { traffic }));

  expect(JSON.stringify(other)).toBe(JSON.stringify(one));
});
