import { valuesAt } from "../../blocks";
import { isModeFixed, modeOf } from "../managed-network/isolation-mode";
import { addressesIn } from "../../references";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";

const WORKSPACE = "azurerm_machine_learning_workspace";
const WORKSPACES = "Microsoft.MachineLearningServices/workspaces";
const ARGUMENT = "body.properties.managedNetwork.isolationMode";
const MODES: readonly unknown[] = ["AllowOnlyApprovedOutbound", "AllowInternetOutbound"];
const FIRST = "input.isolationMode";

/** Whether what goes with a workspace goes by its isolation mode. */
export const ISOLATION_MODE_AGREES: Rule = {
  id: "azure-ml-managed-network-same-mode",
  severity: "critical",
  title: "Whatever names the isolation mode of a workspace names the one that it has.",
  reason:
    "An update would open the network to the internet, or try to close one that cannot be closed; and no plan would succeed after the wrong first mode.",
  source: "Learn: Workspace managed virtual network isolation",
  controls: ["MCSB NS-1", "MCSB NS-3"],
  fix: "set isolationMode to the isolation_mode of the workspace",
  example: { wrong: example("AllowInternetOutbound"), right: example("AllowOnlyApprovedOutbound") },
  *check(stack) {
    for (const workspace of stack.resources(WORKSPACE)) {
      const mode = modeOf(workspace);
      // A workspace with another mode than its first one is told by a rule of its own.
      if (typeof mode !== "string" || !isModeFixed(stack, workspace)) continue;
      for (const { resource, argument, found } of [...updates(stack, workspace), ...firstModes(stack, workspace)]) {
        if (found !== mode) yield { resource, argument, found, must: `must be "${mode}", which the workspace has` };
      }
    }
  },
};

type Statement = Omit<Violation, "must">;

/** Modes that there are not, and none, are told by a rule of their own. */
function updates(stack: Stack, workspace: Resource): Statement[] {
  return stack
    .resources(WORKSPACES)
    .filter(({ content }) => stack.target(content.resource_id) === workspace)
    .map((resource) => ({ resource, argument: ARGUMENT, found: valuesAt(resource.content, ARGUMENT)[0]?.value }))
    .filter(({ found }) => MODES.includes(found));
}

function firstModes(stack: Stack, { content }: Resource): Statement[] {
  return valuesAt(content, "lifecycle.precondition.condition")
    .flatMap(({ value }) => addressesIn(value))
    .flatMap((address) => stack.find(address) ?? [])
    .filter(({ type }) => type === "terraform_data")
    .map((resource) => ({ resource, argument: FIRST, found: valuesAt(resource.content, FIRST)[0]?.value }));
}

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
