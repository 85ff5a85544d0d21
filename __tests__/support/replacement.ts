import { REPLACING_ON_AWS, REPLACING_WHEN_SMALLER } from "./aws-replacement";
import type { Arguments } from "./synth";

/** Any argument of a resource. */
const ANY = [""];

/**
 * Arguments whose change makes Terraform replace a resource, by type: those that an edit of a file can reach. Types
 * without a timeout for updates have no update at all (schema of azurerm 4.81); the others are those that the provider
 * calls ForceNew, or replaces by a check of its own (`ForceNewIfChange` on the replication of a storage account).
 */
const REPLACING: Readonly<Record<string, readonly string[]>> = {
  azapi_resource: ["location", "name", "parent_id", "replace_triggers_external_values"],
  azapi_resource_action: ["resource_id"],
  azapi_update_resource: ["resource_id"],
  azuread_app_role_assignment: ANY,
  azuread_application_federated_identity_credential: ["application_id", "display_name"],
  azuread_application_identifier_uri: ANY,
  azurerm_cognitive_deployment: ["cognitive_account_id", "model.format", "model.name", "name", "sku.name"],
  azurerm_container_registry: ["name", "zone_redundancy_enabled"],
  azurerm_linux_virtual_machine: ["admin_ssh_key", "admin_username", "computer_name", "custom_data", "name"],
  azurerm_machine_learning_compute_cluster: ["name", "scale_settings", "tags", "vm_priority", "vm_size"],
  azurerm_management_lock: ANY,
  azurerm_monitor_diagnostic_setting: ["name", "target_resource_id"],
  azurerm_monitor_private_link_scoped_service: ANY,
  azurerm_nat_gateway_public_ip_association: ANY,
  azurerm_private_dns_zone_virtual_network_link: [
    "name",
    "private_dns_zone_name",
    "resource_group_name",
    "virtual_network_id",
  ],
  azurerm_private_endpoint: ["name", "private_service_connection.private_connection_resource_id", "subnet_id"],
  azurerm_public_ip: ["name", "zones"],
  azurerm_role_assignment: ANY,
  azurerm_storage_account: ["account_replication_type", "name"],
  azurerm_subnet_nat_gateway_association: ANY,
  azurerm_subnet_network_security_group_association: ANY,
  ...REPLACING_ON_AWS,
};

/** A change of one argument. */
export interface ArgumentChange {
  /** Its path. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Whether a change of an argument replaces a resource of a type. */
export function replaces(type: string, { path, before, after }: ArgumentChange): boolean {
  if (REPLACING_WHEN_SMALLER[type]?.includes(path)) return Number(after) < Number(before);
  return (REPLACING[type] ?? []).some(
    (argument) => argument === "" || (argument === "*" && !isWithin(path, "tags")) || isWithin(path, argument),
  );
}

/** What makes Terraform replace a resource along with others: addresses, of resources or of attributes of them. */
export function triggersOf({ lifecycle }: Arguments): string[] {
  return (lifecycle as { replace_triggered_by?: string[] } | undefined)?.replace_triggered_by ?? [];
}

/** The paths that a resource's lifecycle tells Terraform to leave as they are. */
export function ignoredPaths({ lifecycle }: Arguments): string[] {
  return (lifecycle as { ignore_changes?: string[] } | undefined)?.ignore_changes ?? [];
}

/** Whether a path is another one, or leads below it. */
export function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`);
}
