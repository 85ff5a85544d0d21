import { valuesAt } from "../../blocks";
import { isModeFixed, modeOf } from "../managed-network/isolation-mode";
import type { Rule } from "../../rule";

const WORKSPACE = "azurerm_machine_learning_workspace";
const WORKSPACES = "Microsoft.MachineLearningServices/workspaces";
const ARGUMENT = "body.properties.managedNetwork.isolationMode";

/** Whether what azapi writes into a workspace goes by the workspace's own isolation mode. */
export const ISOLATION_MODE_AGREES: Rule = {
  id: "azure-ml-managed-network-same-mode",
  severity: "critical",
  title: "Updates of a managed network name the isolation mode that its workspace has.",
  reason: "The update would open the network to the internet, or try to close one that cannot be closed.",
  source: "Learn, Workspace managed virtual network isolation",
  controls: ["MCSB NS-2"],
  fix: "set isolationMode to the isolation_mode of the workspace",
  example: { wrong: example("AllowInternetOutbound"), right: example("AllowOnlyApprovedOutbound") },
  *check(stack) {
    for (const resource of stack.resources(WORKSPACES)) {
      const found = valuesAt(resource.content, ARGUMENT)[0]?.value;
      const workspace = stack.target(resource.content.resource_id);
      // Turning the network off, and another mode than the first one, are told by rules of their own.
      if (found === undefined || found === "Disabled" || workspace?.type !== WORKSPACE) continue;
      const mode = modeOf(workspace);
      if (found === mode || typeof mode !== "string" || !isModeFixed(stack, workspace)) continue;
      yield { resource, argument: ARGUMENT, found, must: `must be "${mode}", which the workspace has` };
    }
  },
};

function example(isolationMode: string) {
  const resource_id = `\${${WORKSPACE}.example.id}`;
  const body = { properties: { managedNetwork: { isolationMode } } };
  return {
    resource: {
      [WORKSPACE]: { example: { managed_network: { isolation_mode: "AllowOnlyApprovedOutbound" } } },
      azapi_update_resource: { example: { type: `${WORKSPACES}@2025-06-01`, resource_id, body } },
    },
  };
}
