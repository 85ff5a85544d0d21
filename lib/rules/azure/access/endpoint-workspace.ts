import { referenceOf } from "../../references";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { parseArmId } from "../arm-id";
import { isOfAnotherTenant } from "../owner";
import { isMade } from "../read";

const WORKSPACES = "Microsoft.MachineLearningServices/workspaces";
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
      if (!isMade(resource) || isAllowed(stack, found)) continue;
      yield { resource, argument: "parent_id", found, must: "must be this stack's workspace, or the shared one" };
    }
  },
};

function isAllowed(stack: Stack, parent: unknown): boolean {
  const reference = referenceOf(parent);
  if (reference !== undefined) return reference.address.startsWith("azurerm_machine_learning_workspace.");
  return parseArmId(parent)?.type === WORKSPACES.toLowerCase() && !isOfAnotherTenant(stack, parent);
}

function example(parent_id: string): Tree {
  return { resource: { azapi_resource: { example: { type: `${ENDPOINTS}@2025-06-01`, parent_id } } } };
}
