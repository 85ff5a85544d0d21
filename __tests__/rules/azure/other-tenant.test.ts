import { AZURE_RELATIONS } from "../../../lib/rules/azure/azure-relations";
import { OTHER_TENANT } from "../../../lib/rules/azure/other-tenant";
import { checkStack } from "../../../lib/rules/check-stack";
import type { Tree } from "../../../lib/terraform/tree";
import { found } from "./check";

const group = (owner: string) => `/subscriptions/1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21/resourceGroups/${owner}--rg`;
const OTHER = `${group("mlp-dev-globex")}/providers/Microsoft.KeyVault/vaults/kv-mlp-h2yqq`;
const ML = "Microsoft.MachineLearningServices/workspaces";
const OWN = { azurerm_resource_group: { rg: { name: "mlp-dev-acme--rg" } } };

const told = (resource: Tree, stack?: string) => found(OTHER_TENANT, { ...OWN, ...resource }, stack);

test.each<[string, Tree, string]>([
  [
    "a private endpoint",
    { azurerm_private_endpoint: { x: { private_service_connection: { private_connection_resource_id: OTHER } } } },
    "azurerm_private_endpoint.x private_service_connection.private_connection_resource_id",
  ],
  [
    "an outbound rule",
    {
      azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint: { x: { service_resource_id: OTHER } },
    },
    "azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint.x service_resource_id",
  ],
  [
    "an outbound rule of azapi",
    { azapi_resource: { x: { type: `${ML}/outboundRules@2025-06-01`, body: { properties: { destination: OTHER } } } } },
    "azapi_resource.x body.properties.destination",
  ],
  [
    "a role assignment on a group",
    { azurerm_role_assignment: { x: { scope: group("mlp-dev-globex") } } },
    "azurerm_role_assignment.x scope",
  ],
  [
    "the name of a group",
    { azurerm_storage_account: { x: { resource_group_name: "mlp-dev-globex--rg" } } },
    "azurerm_storage_account.x resource_group_name",
  ],
  [
    "a key",
    { azurerm_storage_account: { x: { customer_managed_key: [{ key_vault_id: OTHER.toUpperCase() }] } } },
    "azurerm_storage_account.x customer_managed_key.key_vault_id",
  ],
  [
    "one of several ids",
    { azurerm_private_endpoint: { x: { private_dns_zone_group: { private_dns_zone_ids: ["x", OTHER] } } } },
    "azurerm_private_endpoint.x private_dns_zone_group.private_dns_zone_ids",
  ],
  [
    "the second of several blocks",
    { azurerm_monitor_metric_alert: { x: { action: [{ action_group_id: "x" }, { action_group_id: OTHER }] } } },
    "azurerm_monitor_metric_alert.x action[1].action_group_id",
  ],
  [
    "a tenant whose id begins alike",
    { azurerm_storage_account: { x: { resource_group_name: "mlp-dev-acme-eu--rg" } } },
    "azurerm_storage_account.x resource_group_name",
  ],
])("Another tenant in %s is told.", (_, resource, where) => {
  expect(told(resource)).toEqual([where]);
});

test("A group that has another tenant's name is told, for whatever else there is has the own one.", () => {
  const resource = {
    azurerm_resource_group: { rg: { name: "mlp-dev-globex--rg" } },
    azurerm_virtual_network: { vnet: { name: "mlp-dev-acme--vnet" } },
  };

  expect(found(OTHER_TENANT, resource)).toEqual(["azurerm_resource_group.rg name"]);
});

test.each<[string, Tree]>([
  ["the own group", { resource_group_name: "mlp-dev-acme--rg" }],
  ["the hub", { workspace_id: group("mlp-dev") }],
  ["what is no platform's", { account_id: group("shared-data") }],
  ["words", { description: OTHER, display_name: OTHER, tags: { neighbour: OTHER }, "//": { path: OTHER } }],
  ["an expression", { key_vault_id: "${azurerm_key_vault.mlp-dev-globex--kv.id}" }],
])("%s may be named.", (_, content) => {
  expect(told({ azurerm_storage_account: { x: content } })).toEqual([]);
});

test("A stack of the platform names no tenant's either.", () => {
  const resource = {
    azurerm_resource_group: { rg: { name: "mlp-dev--hub-rg" } },
    azurerm_key_vault: { x: { resource_group_name: "mlp-dev-acme--rg" } },
  };

  expect(found(OTHER_TENANT, resource, "hub")).toEqual(["azurerm_key_vault.x resource_group_name"]);
});

test("A private endpoint that leads to another tenant is told as that, and as nothing else.", () => {
  const resource = {
    ...OWN,
    azurerm_key_vault: { kv: { public_network_access_enabled: false, lifecycle: { prevent_destroy: true } } },
    azurerm_private_endpoint: {
      kv: {
        subnet_id: "${azurerm_subnet.pe.id}",
        private_service_connection: { private_connection_resource_id: OTHER, subresource_names: ["vault"] },
        private_dns_zone_group: { private_dns_zone_ids: [] },
      },
    },
  };
  const rules = AZURE_RELATIONS.filter(({ id }) => /private|other-tenant/.test(id));

  expect(checkStack("tenant-acme", { resource }, rules).map(({ rule }) => rule.id)).toEqual(["azure-other-tenant"]);
});
