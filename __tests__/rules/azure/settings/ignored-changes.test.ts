import { IGNORED_CHANGES } from "../../../../lib/rules/azure/settings/ignored-changes";
import { toldOf } from "./told";

const of = (terraformType: string, ignore_changes: unknown, type = "Microsoft.Network/networkWatchers/flowLogs@1") =>
  toldOf(IGNORED_CHANGES, { [terraformType]: { example: { type, lifecycle: { ignore_changes } } } });
const ENDPOINT = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@1";

test.each([
  ["azurerm_storage_account", "all"],
  ["azurerm_storage_account", ["all"]],
  ["azurerm_storage_account", ["tags", "public_network_access_enabled"]],
  ["azurerm_network_security_rule", ["source_address_prefixes"]],
  ["azurerm_role_assignment", ["scope"]],
  ["azuread_application", ["password"]],
  ["azapi_resource", ["body"]],
  ["azapi_resource", ["identity"]],
  ["azapi_update_resource", ["tags", "body.properties"]],
])("An %s that ignores %j is told.", (type, ignored) => {
  const [told, ...others] = of(type, ignored);

  expect([told, others]).toEqual([expect.stringMatching(/^lifecycle.ignore_changes must have nothing but tags/), []]);
});

test.each([
  ["azurerm_storage_account", ["tags"]],
  ["azurerm_consumption_budget_resource_group", ["time_period"]],
  ["terraform_data", "all"],
])("An %s may ignore %j.", (type, ignored) => {
  expect(of(type, ignored)).toEqual([]);
});

test("An online endpoint may ignore its body, for an update keeps its settings, and nothing else.", () => {
  expect([of("azapi_resource", ["body"], ENDPOINT), of("azapi_resource", ["body", "identity"], ENDPOINT)]).toEqual([
    [],
    ["lifecycle.ignore_changes must have nothing but tags and body"],
  ]);
});

test("The case of an ARM type does not matter.", () => {
  expect(of("azapi_resource", ["body"], ENDPOINT.toLowerCase())).toEqual([]);
});

test("The update that keeps an endpoint's settings may not ignore its body.", () => {
  expect(of("azapi_update_resource", ["body"], ENDPOINT)).toHaveLength(1);
});

test("What azapi does without an ARM type is refused by the provider, and not told.", () => {
  const example = { lifecycle: { ignore_changes: ["body"] } };

  expect(toldOf(IGNORED_CHANGES, { azapi_resource_action: { example } })).toEqual([]);
});
