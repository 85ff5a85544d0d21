import { ManagedNetworkSettings } from "../../../lib/azapi/ml/managed-network-settings";
import { acmeStack, onlyResource } from "../synthesized";

const settings = () => {
  const stack = acmeStack();
  new ManagedNetworkSettings(stack, "settings", { workspaceId: "/workspace", firewallSku: "Basic" });
  return onlyResource(stack, "azapi_update_resource");
};

test("the settings are merged into the workspace, with its mode and without its rules", () => {
  expect(settings()).toMatchObject({
    type: "Microsoft.MachineLearningServices/workspaces@2025-06-01",
    resource_id: "/workspace",
  });
  expect(settings().body).toEqual({
    properties: { managedNetwork: { isolationMode: "AllowOnlyApprovedOutbound", firewallSku: "Basic" } },
  });
});

test("the settings wait for outbound rules of the same workspace, with time to do so", () => {
  expect(settings()).toMatchObject({ locks: ["/workspace"], timeouts: { create: "60m", update: "60m" } });
});
