import { CUSTOM_ROLES } from "../../../../lib/blueprint/custom-roles";
import { uuid } from "../../../../lib/blueprint/hash";
import { BUILT_IN_ROLES } from "../../../../lib/blueprint/roles";
import { RIGHT_IS_KNOWN } from "../../../../lib/rules/azure/access/rights";
import type { Tree } from "../../../../lib/terraform/tree";
import { found } from "../check";

const SUBSCRIPTION = "1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21";
const PERSON = "4f6d7f85-ac3b-4a3d-8c8b-3e1c6f5a7b54";
const SHARED = `/subscriptions/${SUBSCRIPTION}/resourceGroups/mlp-dev--ml-rg/providers`;
const SHARED_WORKSPACE = `${SHARED}/Microsoft.MachineLearningServices/workspaces/mlp-dev--ws`;
const ENDPOINTS = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01";

const role = (guid: string) =>
  `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
const custom = (name: keyof typeof CUSTOM_ROLES) => role(uuid(SUBSCRIPTION, "mlp", "dev", name));

const stack = {
  azurerm_resource_group: { rg: { name: "mlp-dev-acme--rg", tags: { platform: "mlp", instance: "dev" } } },
  azurerm_machine_learning_workspace: {
    ws: { name: "ws", identity: { identity_ids: ["${azurerm_user_assigned_identity.ws.id}"] } },
  },
  azurerm_storage_account: { data: { name: "data" } },
  azurerm_user_assigned_identity: { ws: { name: "id-ws" }, endpoint: { name: "id-endpoint" } },
  azapi_resource: {
    own: {
      type: ENDPOINTS,
      parent_id: "${azurerm_machine_learning_workspace.ws.id}",
      identity: [{ identity_ids: ["${azurerm_user_assigned_identity.endpoint.id}"] }],
    },
    shared: { type: ENDPOINTS, parent_id: SHARED_WORKSPACE },
  },
};
const provider = { provider: { azurerm: [{ subscription_id: SUBSCRIPTION }] } };

const check = (assignment: Tree, more: Tree = {}) =>
  found(
    RIGHT_IS_KNOWN,
    {
      ...stack,
      ...more,
      azurerm_role_assignment: {
        it: {
          principal_id: PERSON,
          role_definition_id: role(BUILT_IN_ROLES["Storage Blob Data Contributor"]),
          scope: "${azurerm_storage_account.data.id}",
          ...assignment,
        },
      },
    },
    "tenant-acme",
    provider,
  );

const IT = "azurerm_role_assignment.it";
const OWNER = role("8e3af657-a8ff-443c-a75c-2fe8c4bcb635");

test.each<[string, Tree, string]>([
  ["Owner", { role_definition_id: OWNER }, "role_definition_id"],
  ["Contributor for a person", { role_definition_id: role(BUILT_IN_ROLES.Contributor) }, "role_definition_id"],
  ["a role by another form of its id", { role_definition_id: BUILT_IN_ROLES.Reader }, "role_definition_id"],
  ["a role by an expression", { role_definition_id: "${var.role}" }, "role_definition_id"],
  ["a role that is missing", { role_definition_id: null }, "role_definition_id"],
  ["a subscription", { scope: `/subscriptions/${SUBSCRIPTION}` }, "scope"],
  ["a group of the stack", { scope: "${azurerm_resource_group.rg.id}" }, "scope"],
  [
    "another tenant's account",
    { scope: `${SHARED.replace("ml-rg", "x")}/Microsoft.Storage/storageAccounts/x` },
    "scope",
  ],
  [
    "the workspace of all for a person",
    { scope: SHARED_WORKSPACE, role_definition_id: role(BUILT_IN_ROLES["AzureML Data Scientist"]) },
    "role_definition_id",
  ],
  [
    "the storage account of all for a person",
    { scope: `${SHARED}/Microsoft.Storage/storageAccounts/x` },
    "role_definition_id",
  ],
  ["a principal that is no id", { principal_id: "*" }, "principal_id"],
  ["a principal by an expression", { principal_id: "${data.azurerm_client_config.me.object_id}" }, "principal_id"],
  [
    "the scorer's role on a workspace",
    { role_definition_id: custom("AML Endpoint Scorer"), scope: "${azurerm_machine_learning_workspace.ws.id}" },
    "role_definition_id",
  ],
  [
    "an endpoint's identity that writes",
    {
      principal_id: "${azurerm_user_assigned_identity.endpoint.principal_id}",
      scope: "${azurerm_machine_learning_workspace.ws.id}",
      role_definition_id: role(BUILT_IN_ROLES.Contributor),
    },
    "role_definition_id",
  ],
])("A role assignment with %s is found.", (_, change, argument) => {
  expect(check(change)).toEqual([`${IT} ${argument}`]);
});

test.each<[string, Tree]>([
  ["a data scientist on the tenant's own data", {}],
  ["a role in upper case", { role_definition_id: role(BUILT_IN_ROLES["Storage Blob Data Contributor"].toUpperCase()) }],
  ["a role by its name", { role_definition_id: undefined, role_definition_name: "Storage Blob Data Contributor" }],
  ["a scorer on an endpoint", { role_definition_id: custom("AML Endpoint Scorer"), scope: "${azapi_resource.own.id}" }],
  [
    "an endpoint's identity that reads from the account of all",
    {
      principal_id: "${azurerm_user_assigned_identity.endpoint.principal_id}",
      role_definition_id: role(BUILT_IN_ROLES["Storage Blob Data Reader"]),
      scope: `${SHARED}/Microsoft.Storage/storageAccounts/x`,
    },
  ],
  [
    "the workspace's identity",
    {
      principal_id: "${azurerm_user_assigned_identity.ws.principal_id}",
      role_definition_id: role(BUILT_IN_ROLES.Contributor),
      scope: "${azurerm_machine_learning_workspace.ws.id}",
    },
  ],
])("A role assignment for %s is right.", (_, change) => {
  expect(check(change)).toEqual([]);
});

test("An endpoint's identity may not write to the account that tenants share.", () => {
  const change = {
    principal_id: "${azurerm_user_assigned_identity.endpoint.principal_id}",
    scope: `${SHARED}/Microsoft.Storage/storageAccounts/x`,
  };

  expect(check(change)).toEqual([`${IT} role_definition_id`]);
});

test("Terraform's JSON in other forms is read the same: lists for blocks, several roles.", () => {
  const listed = [{ principal_id: PERSON, role_definition_id: OWNER, scope: "${azurerm_storage_account.data.id}" }];

  expect(found(RIGHT_IS_KNOWN, { ...stack, azurerm_role_assignment: [{ it: listed }] })).toEqual([
    `${IT} role_definition_id`,
  ]);
});
