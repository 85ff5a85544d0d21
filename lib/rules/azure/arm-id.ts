import { referenceOf } from "../references";
import type { Stack } from "../stack";

/** The parts of a literal ARM id, all but the name in lower case: Azure takes ids in any case. */
export interface ArmId {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** The type with its provider, as in microsoft.network/virtualnetworks/subnets. */
  readonly type: string;
  /** The last name, as it stands. */
  readonly name: string;
  /** The name of the resource at the top, as it stands: of a subnet that of its network. */
  readonly top: string;
}

const ARM_ID =
  /^\/subscriptions\/([^/${}]+)\/resourceGroups\/([^/${}]+)\/providers\/([^/${}]+)((?:\/[^/${}]+\/[^/${}]+)+)$/i;

/** Reads a literal ARM id of a resource; undefined for whatever is none, as the id of a group or a reference. */
export function parseArmId(value: unknown): ArmId | undefined {
  const match = typeof value === "string" ? ARM_ID.exec(value) : null;
  if (match === null) return undefined;
  const [, subscriptionId = "", resourceGroup = "", namespace = "", path = ""] = match;
  const parts = path.split("/").slice(1);
  const types = parts.filter((_, index) => index % 2 === 0);
  return {
    subscriptionId: subscriptionId.toLowerCase(),
    resourceGroup: resourceGroup.toLowerCase(),
    type: [namespace, ...types].join("/").toLowerCase(),
    name: parts.at(-1) ?? "",
    top: parts[1] ?? "",
  };
}

/** The ARM types of Terraform's types that rules meet as targets, in lower case. */
const ARM_TYPES: Readonly<Record<string, string>> = {
  azurerm_application_insights: "microsoft.insights/components",
  azurerm_bastion_host: "microsoft.network/bastionhosts",
  azurerm_cognitive_account: "microsoft.cognitiveservices/accounts",
  azurerm_container_registry: "microsoft.containerregistry/registries",
  azurerm_key_vault: "microsoft.keyvault/vaults",
  azurerm_linux_virtual_machine: "microsoft.compute/virtualmachines",
  azurerm_log_analytics_workspace: "microsoft.operationalinsights/workspaces",
  azurerm_machine_learning_workspace: "microsoft.machinelearningservices/workspaces",
  azurerm_monitor_action_group: "microsoft.insights/actiongroups",
  azurerm_monitor_private_link_scope: "microsoft.insights/privatelinkscopes",
  azurerm_network_interface: "microsoft.network/networkinterfaces",
  azurerm_private_dns_zone: "microsoft.network/privatednszones",
  azurerm_private_endpoint: "microsoft.network/privateendpoints",
  azurerm_storage_account: "microsoft.storage/storageaccounts",
  azurerm_subnet: "microsoft.network/virtualnetworks/subnets",
  azurerm_user_assigned_identity: "microsoft.managedidentity/userassignedidentities",
  azurerm_virtual_network: "microsoft.network/virtualnetworks",
};

/**
 * The ARM type to which an id leads, in lower case: a literal one, or a reference, also one to a resource that is not
 * there. Undefined when neither says.
 */
export function armTypeOf(stack: Stack, value: unknown): string | undefined {
  const reference = referenceOf(value);
  if (reference === undefined) return parseArmId(value)?.type;
  const { armType } = stack.find(reference.address) ?? {};
  return armType?.toLowerCase() ?? ARM_TYPES[reference.address.split(".")[0] ?? ""];
}
