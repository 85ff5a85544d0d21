import { ProvisionManagedNetwork } from "../../../lib/azapi/ml/provision-managed-network";
import { acmeStack, onlyResource } from "../synthesized";

test("the network is provisioned by an action of the workspace, without Spark by default", () => {
  const stack = acmeStack();

  new ProvisionManagedNetwork(stack, "provision", { workspaceId: "/workspace" });

  expect(onlyResource(stack, "azapi_resource_action")).toMatchObject({
    type: "Microsoft.MachineLearningServices/workspaces@2025-06-01",
    resource_id: "/workspace",
    action: "provisionManagedNetwork",
    method: "POST",
    body: { includeSpark: false },
    timeouts: { create: "90m", update: "90m" },
  });
});

test("the network can be provisioned for Spark", () => {
  const stack = acmeStack();

  new ProvisionManagedNetwork(stack, "provision", { workspaceId: "/workspace", includeSpark: true });

  expect(onlyResource(stack, "azapi_resource_action").body).toEqual({ includeSpark: true });
});
