import { MANAGED_NETWORK } from "../../../../lib/rules/azure/managed-network/managed-network";
import { checkStack } from "../../../../lib/rules/check-stack";
import type { Tree } from "../../../../lib/terraform/tree";

const ML = "Microsoft.MachineLearningServices/workspaces";
const WS = "${azurerm_machine_learning_workspace.ws.id}";
const GROUP = "/subscriptions/s/resourceGroups";

const outbound = (properties: Tree, change: Tree = {}) => ({
  type: `${ML}/outboundRules@2025-06-01`,
  parent_id: WS,
  locks: [WS],
  body: { properties },
  ...change,
});
const fqdn = { type: "FQDN", destination: "pypi.org" };
const privateEndpoint = (serviceResourceId: string, subresourceTarget = "blob") => ({
  type: "PrivateEndpoint",
  destination: { serviceResourceId, subresourceTarget },
});
const account = (group: string) => `${GROUP}/${group}/providers/Microsoft.Storage/storageAccounts/lake`;

function findings({
  rule = outbound(fqdn),
  mode = "AllowOnlyApprovedOutbound",
  fixed = mode,
  more = {},
}: {
  rule?: Tree;
  mode?: string;
  fixed?: string;
  more?: Tree;
}): string[] {
  const condition = `\${terraform_data.first.output.isolationMode == "${fixed}"}`;
  const resource = {
    azurerm_resource_group: { rg: { name: "mlp-dev-acme--rg" } },
    terraform_data: { first: { input: { isolationMode: fixed } } },
    azurerm_machine_learning_workspace: {
      ws: { name: "ws", managed_network: { isolation_mode: mode }, lifecycle: { precondition: { condition } } },
    },
    azapi_update_resource: {
      settings: {
        type: `${ML}@2025-06-01`,
        resource_id: WS,
        locks: [WS],
        body: { properties: { managedNetwork: { firewallSku: "Basic" } } },
      },
    },
    azapi_resource_action: {
      provision: { type: `${ML}@2025-06-01`, resource_id: WS, action: "provisionManagedNetwork" },
    },
    azapi_resource: { rule },
    ...more,
  };
  return checkStack("tenant-acme", { resource }, MANAGED_NETWORK).map(({ rule: { id }, address, argument }) =>
    `${id} ${address} ${argument}`.trim(),
  );
}

test("A workspace whose network is chosen, fixed and provisioned is right.", () => {
  expect(findings({})).toEqual([]);
});

test("A rule that names a host in AllowInternetOutbound is told.", () => {
  expect(findings({ mode: "AllowInternetOutbound" })).toEqual([
    "azure-outbound-rule-kind azapi_resource.rule body.properties.type",
  ]);
});

test("A mode that is not the one that was fixed is told once, whatever rules there are.", () => {
  expect(findings({ mode: "AllowInternetOutbound", fixed: "AllowOnlyApprovedOutbound" })).toEqual([
    "azure-workspace-isolation-fixed azurerm_machine_learning_workspace.ws lifecycle.precondition.condition",
  ]);
});

test.each<[string, Tree, string]>([
  [
    "a sub-resource that the target has not",
    outbound(privateEndpoint(account("data"), "vault")),
    "azure-outbound-subresource azapi_resource.rule body.properties.destination.subresourceTarget",
  ],
  [
    "nothing",
    outbound(privateEndpoint("x")),
    "azure-outbound-subresource azapi_resource.rule body.properties.destination.serviceResourceId",
  ],
  [
    "a host, without a lock of its workspace",
    outbound(fqdn, { locks: [] }),
    "azure-outbound-lock azapi_resource.rule locks",
  ],
])("A rule to %s is told once.", (_, rule, finding) => {
  expect(findings({ rule })).toEqual([finding]);
});

test.each<[string, Tree]>([
  ["the tenant's own account", outbound(privateEndpoint(account("mlp-dev-acme--rg")))],
  ["an account of nobody here", outbound(privateEndpoint(account("shared-data")))],
  [
    "a type that the table does not have",
    outbound(privateEndpoint(`${GROUP}/x/providers/Microsoft.Foo/bars/x`, "foo")),
  ],
])("A rule to %s is right.", (_, rule) => {
  expect(findings({ rule })).toEqual([]);
});

test("A workspace without settings, and one that nothing provisions, are told.", () => {
  expect(findings({ more: { azapi_update_resource: {} } })).toEqual([
    "azure-managed-network-firewall azurerm_machine_learning_workspace.ws",
  ]);
  expect(findings({ more: { azapi_resource_action: {} } })).toEqual([
    "azure-managed-network-provisioned azurerm_machine_learning_workspace.ws",
  ]);
});

test("A deployment that runs another workspace's model is told; one that runs a registry's is right.", () => {
  const deployment = (model: string) => ({
    endpoint: { type: `${ML}/onlineEndpoints@2025-06-01`, parent_id: WS },
    blue: {
      type: `${ML}/onlineEndpoints/deployments@2025-06-01`,
      parent_id: "${azapi_resource.endpoint.id}",
      body: { properties: { model } },
    },
  });
  const found = (model: string) =>
    findings({ more: { azapi_resource: deployment(model) } }).filter((line) => line.includes("assets"));

  expect(found(`${GROUP}/mlp-dev-globex--rg/providers/${ML}/mlp--globex--ws/models/m/versions/1`)).toEqual([
    "azure-deployment-assets azapi_resource.blue body.properties.model",
  ]);
  expect(found("azureml://registries/azureml/models/m/versions/1")).toEqual([]);
});
