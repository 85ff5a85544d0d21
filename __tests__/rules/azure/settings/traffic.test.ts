import { TRAFFIC_SHARES } from "../../../../lib/rules/azure/settings/traffic";
import { toldOf } from "./told";

const TYPE = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01";
const of = (properties: object, type = "azapi_update_resource") =>
  toldOf(TRAFFIC_SHARES, { [type]: { example: { type: TYPE, body: { properties } } } });

test.each([
  ["more than all", { blue: 90, green: 11 }, "must add up to 100 or 0, and adds up to 101"],
  ["less than all", { blue: 90 }, "must add up to 100 or 0, and adds up to 90"],
  ["a fraction", { blue: 99.5, green: 0.5 }, "must be a map of whole percentages"],
  ["a text", { blue: "all" }, "must be a map of whole percentages"],
  ["less than nothing", { blue: -1, green: 101 }, "must be a map of whole percentages"],
  ["a list", [100], "must be a map of whole percentages"],
  ["no deployment in an update", {}, "must name the deployments, or it changes nothing"],
])("Traffic of %s is told.", (_, traffic, must) => {
  expect(of({ traffic })).toEqual([`body.properties.traffic ${must}`]);
});

test.each([{ blue: 100 }, { blue: 0, green: 0 }, { blue: 30, green: 70 }, { blue: "90", green: "10" }])(
  "Traffic of %j is right.",
  (traffic) => {
    expect(of({ traffic })).toEqual([]);
  },
);

test("A whole endpoint may have no traffic at all.", () => {
  expect([of({ traffic: {} }, "azapi_resource_action"), of({}, "azapi_resource")]).toEqual([[], []]);
});

test.each([
  ["more than half", { green: 51 }, "must be 50 or less"],
  ["two deployments", { green: 10, red: 10 }, "must name one deployment"],
  ["a deployment with live traffic", { blue: 10 }, "must name a deployment without live traffic"],
])("Mirrored traffic to %s is told.", (_, mirrorTraffic, must) => {
  expect(of({ traffic: { blue: 100, green: 0 }, mirrorTraffic })).toEqual([`body.properties.mirrorTraffic ${must}`]);
});

test("Mirrored traffic to one deployment without live traffic is right.", () => {
  expect(of({ traffic: { blue: 100, green: 0 }, mirrorTraffic: { green: 50, blue: 0 } })).toEqual([]);
});
