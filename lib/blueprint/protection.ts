/** What keeps a resource from being deleted by mistake. */
export interface Protection {
  /** What would be lost. */
  readonly holds: string;
  /**
   * Whether Azure locks it, beside Terraform's `prevent_destroy`. Never a workspace, nor any resource group: a managed
   * network deletes private endpoints below them by itself (Learn, "Workspace managed virtual network isolation").
   */
  readonly lock: boolean;
}

/** Resources whose loss loses data, by Terraform's type. */
export const STATEFUL: Readonly<Record<string, Protection>> = {
  azurerm_container_registry: { holds: "the images of environments", lock: true },
  azurerm_key_vault: { holds: "the secrets of connections", lock: true },
  azurerm_log_analytics_workspace: { holds: "the logs of the platform and of all tenants", lock: true },
  azurerm_machine_learning_workspace: { holds: "runs, models, environments and endpoints", lock: false },
  azurerm_storage_account: { holds: "data, models, notebooks and flow logs", lock: true },
};

/**
 * Types on which the stacks of tenants hold roles when the workspace is shared. They are not locked there: a lock keeps
 * role assignments from being deleted, so that no tenant could be removed.
 */
export const NOT_LOCKED_WHEN_SHARED: readonly string[] = ["azurerm_container_registry", "azurerm_storage_account"];
