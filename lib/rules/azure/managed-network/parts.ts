import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import { first, isMade } from "../read";

const ML = "Microsoft.MachineLearningServices/workspaces";
const WORKSPACE = "azurerm_machine_learning_workspace";
const CLUSTER = "azurerm_machine_learning_compute_cluster";

/** The isolation modes in which a workspace has a managed network. */
export const ISOLATION_MODES: readonly string[] = ["AllowOnlyApprovedOutbound", "AllowInternetOutbound"];

/** The action that makes a workspace's managed network now. */
const PROVISION = "provisionManagedNetwork";

/** The workspace of this stack that holds a resource; undefined for one of another stack. */
export function workspaceOf(stack: Stack, { content, type }: Resource): Resource | undefined {
  const target = stack.target(type === CLUSTER ? content.machine_learning_workspace_id : content.parent_id);
  return target?.type === WORKSPACE ? target : undefined;
}

/** The outbound rules of a workspace's managed network. */
export function outboundRulesOf(stack: Stack, workspace: Resource): Resource[] {
  return stack
    .resources(`${ML}/outboundRules`)
    .filter((rule) => isMade(rule) && workspaceOf(stack, rule) === workspace);
}

/** Where a private endpoint rule leads; undefined for a rule of another kind. */
export function targetOf(rule: Resource): unknown {
  return first(rule, "body.properties.destination?.serviceResourceId");
}

/** The actions that provision a workspace's managed network. */
export function provisionsOf(stack: Stack, workspace: Resource): Resource[] {
  return stack
    .resources(ML)
    .filter(({ content }) => content.action === PROVISION && stack.target(content.resource_id) === workspace);
}

/** The updates that write settings of a workspace's managed network. */
export function settingsOf(stack: Stack, workspace: Resource): Resource[] {
  return stack
    .resources(ML)
    .filter(
      (update) =>
        update.type === "azapi_update_resource" &&
        first(update, "body.properties.managedNetwork") !== undefined &&
        stack.target(update.content.resource_id) === workspace,
    );
}

/** Those of the settings that ask for an isolation mode that there is, or for none: others are told by their own rule. */
export function rightSettingsOf(stack: Stack, workspace: Resource): Resource[] {
  return settingsOf(stack, workspace).filter(isModeRight);
}

/** Whether an update asks for an isolation mode that there is, or leaves the mode as it is. */
export function isModeRight(update: Resource): boolean {
  const mode = first(update, "body.properties.managedNetwork?.isolationMode");
  return mode === undefined || ISOLATION_MODES.some((one) => one === mode);
}

/** Compute and online endpoints in a workspace, whose machines are in its managed network. */
export function tenantsOf(stack: Stack, workspace: Resource): Resource[] {
  return [CLUSTER, `${ML}/computes`, `${ML}/onlineEndpoints`]
    .flatMap((type) => stack.resources(type))
    .filter((resource) => isMade(resource) && workspaceOf(stack, resource) === workspace);
}

/** The deployments of an online endpoint that stand in the stack. */
export function deploymentsOf(stack: Stack, endpoint: Resource): Resource[] {
  return stack
    .resources(`${ML}/onlineEndpoints/deployments`)
    .filter(
      (deployment) => isMade(deployment) && referenceOf(deployment.content.parent_id)?.address === endpoint.address,
    );
}
