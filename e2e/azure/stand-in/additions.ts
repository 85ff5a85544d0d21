import type { Attribute } from "./schema";

/** Arguments that the stacks have and the pinned bindings, made from azurerm 4.55, do not know, by type of resource. */
export const ADDITIONS: Readonly<Record<string, readonly Attribute[]>> = {
  // azurerm docs 4.81, "azurerm_application_insights".
  azurerm_application_insights: [
    { name: "local_authentication_enabled", type: "bool", required: false, optional: true, computed: true },
  ],
  // azurerm docs 4.77, "azurerm_machine_learning_workspace".
  azurerm_machine_learning_workspace: [
    { name: "storage_account_access_type", type: "string", required: false, optional: true, computed: false },
  ],
};
