import { IGNORED_CHANGES } from "../../../../lib/rules/azure/settings/ignored-changes";
import { toldOf } from "./told";

const of = (terraformType: string, ignore_changes: unknown, type = "Microsoft.Network/networkWatchers/flowLogs@1") =>
  toldOf(IGNORED_CHANGES, { [terraformType]: { example: { type, lifecycle: { ignore_changes } } } });

test.each([
  ["azurerm_storage_account", "all"],
  ["azurerm_storage_account", ["all"]],
  ["azapi_resource", ["body"]],
  ["azapi_update_resource", ["tags", "body.properties"]],
])("An %s that ignores %j is told.", (type, ignored) => {
  expect(of(type, ignored)).toEqual(['lifecycle.ignore_changes must not have "all", nor the whole "body"']);
});

test.each([
  ["azurerm_storage_account", ["tags"]],
  ["azapi_resource", ["body.sku.capacity"]],
  ["azapi_resource_action", ["body"]],
  ["terraform_data", "all"],
])("An %s may ignore %j.", (type, ignored) => {
  expect(of(type, ignored)).toEqual([]);
});

test("An online endpoint may ignore its body, for an update keeps its settings.", () => {
  expect(of("azapi_resource", ["body"], "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@1")).toEqual([]);
});
