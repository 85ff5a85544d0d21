import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { first } from "../read";
import { ISOLATION_MODES } from "./parts";

const WORKSPACE = "azurerm_machine_learning_workspace";
const CONDITION = "lifecycle.precondition.condition";
const FIXED = /^\$\{(terraform_data\.[\w-]+)\.output\.isolationMode == "(\w+)"\}$/;

/** A workspace's isolation mode, as it is asked for. */
export function modeOf(workspace: Resource): unknown {
  return first(workspace, "managed_network.isolation_mode");
}

/** Whether a workspace fixes the mode that it has, or none. */
export function isModeFixed(stack: Stack, workspace: Resource): boolean {
  const conditions = valuesAt(workspace.content, CONDITION).filter(({ value }) => value !== undefined);
  return conditions.length === 0 || conditions.some(({ value }) => fixes(stack, value, modeOf(workspace)));
}

/** A plan with another isolation mode fails. */
export const ISOLATION_MODE: Rule = {
  id: "azure-workspace-isolation-fixed",
  severity: "high",
  title: "A workspace keeps the isolation mode that it was made with.",
  reason:
    "Azure never turns a managed network off, nor back; azurerm tries it as an update that holds no outbound rules, and the file would say one thing while the network does another.",
  source: "Learn: Workspace managed virtual network isolation; docs/decisions/0009-isolation-mode-in-the-state.md",
  controls: ["MCSB NS-2"],
  fix: `set ${CONDITION} to a comparison of the mode with that in a terraform_data of this stack`,
  example: { wrong: example("AllowInternetOutbound"), right: example("AllowOnlyApprovedOutbound") },
  *check(stack) {
    for (const resource of stack.resources(WORKSPACE)) {
      const mode = modeOf(resource);
      // Another mode, or none, is told by the workspace's settings.
      if (!ISOLATION_MODES.includes(String(mode))) continue;
      const conditions = valuesAt(resource.content, CONDITION).map(({ value }) => value);
      if (conditions.some((condition) => fixes(stack, condition, mode))) continue;
      const must = `must compare ${String(mode)} with the output of a terraform_data`;
      yield { resource, argument: CONDITION, found: conditions[0], must };
    }
  },
};

function fixes(stack: Stack, condition: unknown, mode: unknown): boolean {
  const [, address = "", fixed] = (typeof condition === "string" ? FIXED.exec(condition) : null) ?? [];
  return fixed === mode && stack.find(address) !== undefined;
}

function example(mode: string): Tree {
  return {
    resource: {
      terraform_data: { first: { input: { isolationMode: "AllowOnlyApprovedOutbound" } } },
      [WORKSPACE]: {
        example: {
          managed_network: { isolation_mode: mode },
          lifecycle: {
            precondition: [
              { condition: '${terraform_data.first.output.isolationMode == "AllowOnlyApprovedOutbound"}' },
            ],
          },
        },
      },
    },
  };
}
