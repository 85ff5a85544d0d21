import { LOCATION } from "../../../../lib/rules/azure/settings/location";
import { toldOf } from "./told";

const of = (location: unknown, type = "azurerm_storage_account", group: object = { rg: { location: "westeurope" } }) =>
  toldOf(LOCATION, { azurerm_resource_group: group, [type]: { example: { location } } });

test.each(["eastus", "${var.location}", "${azurerm_storage_account.other.name}", ""])(
  "The region %j is told.",
  (region) => {
    expect(of(region)).toEqual(["location must be westeurope, by reference or as text"]);
  },
);

test("The region of an azapi resource is told too.", () => {
  expect(of("eastus", "azapi_resource")).toHaveLength(1);
});

test.each(["westeurope", "West Europe", "${azurerm_resource_group.rg.location}", "global", undefined])(
  "The region %j is right.",
  (region) => {
    expect(of(region)).toEqual([]);
  },
);

test("Without a group there is no telling.", () => {
  expect(of("eastus", "azurerm_storage_account", {})).toEqual([]);
});
