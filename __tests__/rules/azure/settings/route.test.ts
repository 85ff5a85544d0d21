import { checkStack } from "../../../../lib/rules/check-stack";
import { ROUTE } from "../../../../lib/rules/azure/settings/route";

const of = (type: string, content: object) =>
  checkStack("example", { resource: { [type]: { example: content } } }, ROUTE).map(({ argument }) => argument);

test("One of several routes of a table that leads to the internet is told with its place.", () => {
  const route = [{ next_hop_type: "VirtualAppliance" }, { next_hop_type: "Internet" }];

  expect(of("azurerm_route_table", { route })).toEqual(["route[1].next_hop_type"]);
});

test("A table without routes is right, and so is a route to a firewall.", () => {
  expect([of("azurerm_route_table", {}), of("azurerm_route", { next_hop_type: "VirtualAppliance" })]).toEqual([[], []]);
});
