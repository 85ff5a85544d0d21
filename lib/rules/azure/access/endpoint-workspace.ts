import { referenceOf } from "../../references";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { parseArmId } from "../arm-id";
import { isOfAnotherTenant } from "../owner";
import { isMade } from "../read";
import { sameId } from "./scopes";

const WORKSPACES = "Microsoft.MachineLearningServices/workspaces";
const OWN = "azurerm_machine_learning_workspace";
const ENDPOINTS = `${WORKSPACES}/onlineEndpoints`;

/** An online endpoint stands in the tenant's own workspace, or in the one that tenants share. */
export const ENDPOINT_WORKSPACE: Rule = {
  id: "azure-endpoint-workspace",
  severity: "critical",
  title: "An online endpoint stands in a workspace of its own stack, or in the one that tenants share.",
  reason: "In another tenant's workspace it would run that tenant's models, in that tenant's network.",
  source: "Learn: Online endpoints and deployments for real-time inference",
  controls: ["MCSB NS-1", "MCSB DP-2"],
  fix: "set parent_id to a reference to this stack's workspace, or to the id of the shared one",
  example: { wrong: example("ws"), right: example("${azurerm_machine_learning_workspace.ws.id}") },
  *check(stack) {
    for (const resource of stack.resources(ENDPOINTS)) {
      const { parent_id: found } = resource.content;
      if (!isMade(resource) || isWorkspaceOfEndpoints(stack, found)) continue;
      const isDedicated = stack.resources(OWN).length > 0;
      const must = isDedicated ? "must be this stack's workspace" : "must be the workspace that tenants share";
      yield { resource, argument: "parent_id", found, must };
    }
  },
};

/**
 * Whether endpoints of a stack may stand in a workspace: in the stack's own; in a stack that has none, in the one that tenants
 * share, which is the one that the stack's outputs name.
 */
export function isWorkspaceOfEndpoints(stack: Stack, parent: unknown): boolean {
  const reference = referenceOf(parent);
  if (reference !== undefined) return reference.address.startsWith(`${OWN}.`);
  if (parseArmId(parent)?.type !== WORKSPACES.toLowerCase() || isOfAnotherTenant(stack, parent)) return false;
  if (stack.resources(OWN).length > 0) return false;
  const shared = stack
    .resources("output")
    .map(({ content }) => content.value)
    .filter((value) => parseArmId(value)?.type === WORKSPACES.toLowerCase());
  return shared.length === 0 || shared.some((id) => sameId(id, parent));
}

function example(parent_id: string): Tree {
  return { resource: { azapi_resource: { example: { type: `${ENDPOINTS}@2025-06-01`, parent_id } } } };
}
