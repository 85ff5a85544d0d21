import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { isWorkspaceOfEndpoints } from "../access/endpoint-workspace";
import { parseArmId } from "../arm-id";
import { isMade } from "../read";
import { privateEndpoints } from "./endpoint";

const WORKSPACE = "/subscriptions/s/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws";

/** A tenant with a network reaches the shared workspace by a private endpoint of that network. */
export const SHARED_WORKSPACE_ENDPOINT: Rule = {
  id: "azure-shared-workspace-endpoint",
  severity: "high",
  title: "A tenant's network has a private endpoint to the shared workspace that holds the tenant's endpoints.",
  reason:
    "Its clients would have to come in through another network, where this one's security group and flow log do not see them.",
  source: "Learn: How to secure managed online endpoints with network isolation",
  controls: ["MCSB NS-2"],
  fix: "add an azurerm_private_endpoint with sub-resource amlworkspace to the workspace",
  example: { wrong: example({}), right: example({ azurerm_private_endpoint: { example: privateEndpoint() } }) },
  *check(stack) {
    if (stack.resources("azurerm_virtual_network").length === 0) return;
    const endpoints = privateEndpoints(stack);
    const told = new Set<string>();
    for (const resource of stack.resources("Microsoft.MachineLearningServices/workspaces/onlineEndpoints")) {
      const { parent_id: workspace } = resource.content;
      if (!isMade(resource) || parseArmId(workspace) === undefined) continue;
      // A workspace that must not hold the stack's endpoints is told by its own rule.
      if (!isWorkspaceOfEndpoints(stack, workspace)) continue;
      const id = String(workspace).toLowerCase();
      const isReached = endpoints.some(
        ({ target, subresource, misfit }) =>
          String(target).toLowerCase() === id || (misfit !== undefined && ["", "amlworkspace"].includes(subresource)),
      );
      if (isReached || told.has(id)) continue;
      told.add(id);
      yield { resource, argument: "parent_id", found: workspace, must: "must have a private endpoint in this stack" };
    }
  },
};

function example(more: Tree): Tree {
  return {
    resource: {
      azurerm_virtual_network: { example: {} },
      azapi_resource: {
        example: {
          type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01",
          parent_id: WORKSPACE,
        },
      },
      ...more,
    },
  };
}

function privateEndpoint(): Tree {
  return {
    private_service_connection: { private_connection_resource_id: WORKSPACE, subresource_names: ["amlworkspace"] },
  };
}
