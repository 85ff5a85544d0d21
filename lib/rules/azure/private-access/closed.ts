import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import { first, isFalse } from "../read";

/** Sub-resources of a workspace's storage account that its jobs and its studio use. */
const WORKSPACE_STORAGE = ["blob", "file", "queue", "table"] as const;

/**
 * The sub-resource by which a type is reached privately
 * (Learn, "Azure Private Endpoint private DNS zone values"). Storage accounts have several; see below.
 */
export const PRIVATE_SUBRESOURCE: Readonly<Record<string, string>> = {
  azurerm_cognitive_account: "account",
  azurerm_container_registry: "registry",
  azurerm_key_vault: "vault",
  azurerm_machine_learning_workspace: "amlworkspace",
  azurerm_monitor_private_link_scope: "azuremonitor",
};

/** Something that is reached by private endpoints alone, and the sub-resources that must have one. */
export interface Closed {
  readonly resource: Resource;
  readonly subresources: readonly string[];
}

/** What in a stack is closed to public networks, so that nobody reaches it without a private endpoint. */
export function closedIn(stack: Stack): Closed[] {
  const single = Object.entries(PRIVATE_SUBRESOURCE).flatMap(([type, subresource]) =>
    stack
      .resources(type)
      .filter((resource) => type === "azurerm_monitor_private_link_scope" || isClosed(resource))
      .map((resource) => ({ resource, subresources: [subresource] })),
  );
  const storage = stack.resources("azurerm_storage_account").filter(isClosed);
  return [
    ...single,
    ...storage
      .filter((account) => isWorkspaceStorage(stack, account))
      .map((resource) => ({ resource, subresources: WORKSPACE_STORAGE })),
  ];
}

function isClosed(resource: Resource): boolean {
  return isFalse(first(resource, "public_network_access_enabled"));
}

/** Others need none: Network Watcher writes flow logs as a trusted service. */
function isWorkspaceStorage(stack: Stack, account: Resource): boolean {
  return stack
    .resources("azurerm_machine_learning_workspace")
    .some((workspace) => stack.target(workspace.content.storage_account_id) === account);
}
