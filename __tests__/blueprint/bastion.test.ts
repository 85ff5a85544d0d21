import { WHOLE_HUB } from "../support/files";
import { hubOf } from "./configs";

const hubWith = (changes: object, azure: object = {}) =>
  hubOf({ azure: { ...azure, hub: { ...WHOLE_HUB, ...changes } } });

test("Bastion stands in the subnet that Azure prescribes", () => {
  expect(hubWith({}).bastion?.subnet).toMatchObject({ name: "AzureBastionSubnet", range: "10.20.0.0/26" });
});

test("a jump host takes SSH from the range that Bastion stands in", () => {
  const { bastion } = hubWith({});

  expect(bastion?.jumpHost?.subnet.rules[0]).toMatchObject({
    sources: [bastion?.subnet.range],
    destination: bastion?.jumpHost?.subnet.range,
  });
});

test("Bastion leads nowhere without a jump host", () => {
  expect(hubWith({ jumpHost: undefined }).bastion).not.toHaveProperty("jumpHost");
});

test("a hub whose file says nothing of Bastion has none", () => {
  expect(hubOf()).not.toHaveProperty("bastion");
});

test.each([
  [true, ["1", "2", "3"]],
  [false, []],
])("with zoneRedundant %s the public addresses are in the zones %j", (zoneRedundant, zones) => {
  const { bastion, natGateway } = hubWith({}, { zoneRedundant });

  expect([bastion?.publicIp.zones, natGateway?.publicIp.zones]).toEqual([zones, zones]);
});
