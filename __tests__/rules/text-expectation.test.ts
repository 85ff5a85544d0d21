import { armId, guid, passing } from "../../lib/rules/text-expectation";

const SUBNET = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/n";
const EXPECTATIONS = {
  passing: passing((text) => (text === "a" ? undefined : "is not a"), "must be a", { right: "a", wrong: "b" }),
  guid: guid(["azuread_group"]),
  armId: armId("Microsoft.Network/virtualNetworks/subnets", ["azurerm_subnet"]),
};

test.each(Object.entries(EXPECTATIONS))(
  "%s holds for its own right value and not for its wrong one.",
  (_, expected) => {
    expect([expected.holds(expected.right), expected.holds(expected.wrong)]).toEqual([true, false]);
  },
);

test.each([
  ["passing", ["a"], false],
  ["guid", "00000000-1111-2222-3333-444444444444", true],
  ["guid", "${azuread_group.x.object_id}", true],
  ["guid", "${azuread_user.x.object_id}", false],
  ["guid", undefined, false],
  ["armId", SUBNET, true],
  ["armId", SUBNET.toLowerCase(), true],
  ["armId", SUBNET.replace("/subnets/n", ""), false],
  ["armId", SUBNET.replace("subscriptions/s", "subscriptions/${var.s}"), false],
  ["armId", "${azurerm_virtual_network.x.id}", false],
] as const)("%s of %j is %j.", (name, value, holds) => {
  expect(EXPECTATIONS[name].holds(value)).toBe(holds);
});
