import { ACCESS } from "../../../../lib/rules/azure/access/access";
import { RIGHTS_FIRST } from "../../../../lib/rules/azure/order/rights-first";
import { checkStack } from "../../../../lib/rules/check-stack";
import type { Tree } from "../../../../lib/terraform/tree";

const WORKSPACE = "${azurerm_machine_learning_workspace.ws.id}";
const identity = (name: string) => [{ identity_ids: [`\${azurerm_user_assigned_identity.${name}.id}`] }];
const endpoint = (name: string) => ({
  type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01",
  parent_id: WORKSPACE,
  identity: identity(name),
  depends_on: [`time_sleep.${name}`],
});
const metrics = (name: string) => ({
  principal_id: `\${azurerm_user_assigned_identity.${name}.principal_id}`,
  role_definition_id:
    "/subscriptions/1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21/providers/Microsoft.Authorization/roleDefinitions/635dd51f-9968-44d3-b7fb-6d9a6bd613ae",
  scope: WORKSPACE,
});
const contributor = {
  ...metrics("ws"),
  role_definition_id: metrics("ws").role_definition_id.replace(/[^/]+$/, "b24988ac-6180-42a0-ab88-20f7382dd24c"),
};
const STACK = {
  azurerm_user_assigned_identity: { ws: {}, jobs: {}, churn: {}, forecast: {} },
  azurerm_machine_learning_workspace: { ws: { name: "ws", identity: identity("ws") } },
  azurerm_machine_learning_compute_cluster: {
    jobs: { name: "jobs", machine_learning_workspace_id: WORKSPACE, identity: identity("jobs") },
  },
  azapi_resource: { churn: endpoint("churn"), forecast: endpoint("forecast") },
  azurerm_role_assignment: { ws: contributor, churn: metrics("churn"), forecast: metrics("forecast") },
  time_sleep: {
    churn: { depends_on: ["azurerm_role_assignment.churn"] },
    forecast: { depends_on: ["azurerm_role_assignment.forecast"] },
  },
};

const told = (more: Tree, blocks: Tree = {}) =>
  checkStack("tenant-acme", { ...blocks, resource: { ...STACK, ...more } }, [...ACCESS, RIGHTS_FIRST]).map(
    ({ rule, address, argument }) => `${rule.id} ${address} ${argument}`.trim(),
  );

test("Identities that each belong to one are right.", () => {
  expect(told({})).toEqual([]);
});

test.each<[string, Tree, string]>([
  [
    "the workspace",
    { azapi_resource: { ...STACK.azapi_resource, churn: { ...endpoint("churn"), identity: identity("ws") } } },
    "azure-endpoint-identity azapi_resource.churn identity.identity_ids",
  ],
  [
    "another endpoint",
    { azapi_resource: { ...STACK.azapi_resource, forecast: { ...endpoint("forecast"), identity: identity("churn") } } },
    "azure-endpoint-identity azapi_resource.forecast identity.identity_ids",
  ],
  [
    "the workspace, beside its own",
    {
      azapi_resource: {
        ...STACK.azapi_resource,
        churn: {
          ...endpoint("churn"),
          identity: [{ identity_ids: [...identity("churn"), ...identity("ws")].flatMap((one) => one.identity_ids) }],
        },
      },
    },
    "azure-endpoint-identity azapi_resource.churn identity.identity_ids",
  ],
  [
    "jobs",
    {
      azurerm_machine_learning_workspace: {
        ws: {
          name: "ws",
          identity: [{ identity_ids: [...identity("ws"), ...identity("jobs")].flatMap((one) => one.identity_ids) }],
        },
      },
    },
    "azure-identity-kind azurerm_machine_learning_workspace.ws identity.identity_ids",
  ],
])("An identity that something shares with %s is told once, and nothing of its rights.", (_, more, finding) => {
  expect(told(more)).toEqual([finding]);
});

test("A right that went to another endpoint's identity is told by the one that lacks it.", () => {
  const swapped = { ...STACK.azurerm_role_assignment, churn: metrics("forecast") };

  expect(told({ azurerm_role_assignment: swapped })).toEqual([
    "azure-identity-rights azurerm_user_assigned_identity.churn",
  ]);
});

test.each([
  ["another dedicated workspace", "acme"],
  ["a workspace that tenants share", "ml"],
])("An endpoint of a stack with a workspace does not stand in %s, and that is told once.", (_, name) => {
  const parent_id = `/subscriptions/s/resourceGroups/${name}/providers/Microsoft.MachineLearningServices/workspaces/${name}`;
  const azapi_resource = { ...STACK.azapi_resource, churn: { ...endpoint("churn"), parent_id } };

  expect(told({ azapi_resource })).toEqual(["azure-endpoint-workspace azapi_resource.churn parent_id"]);
});

test("A provider that works in another subscription than the roles is told once, at the provider.", () => {
  const subscription_id = "3d5b8e60-2a4c-4f7b-8c1d-9e0f6a7b5c42";

  expect(told({}, { provider: { azurerm: [{ subscription_id }] } })).toEqual([
    "azure-provider-subscription provider.azurerm subscription_id",
  ]);
  expect(told({}, { provider: { azurerm: [{ subscription_id, alias: "hub" }] } })).toEqual([]);
});
