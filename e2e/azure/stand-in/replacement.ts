import { argumentsOfId } from "./identity";
import { Dynamic, isValues, same, type Value } from "./values";

/** Any argument of a resource. */
const ANY = [""];

/**
 * Arguments whose change makes Terraform replace a resource of Azure, by type: those that an edit of a file can reach. Types
 * without a timeout for updates have no update at all (schema of azurerm 4.81); the others are those that the provider
 * calls ForceNew, or replaces by a check of its own (`ForceNewIfChange` on the replication of a storage account).
 */
export const REPLACING_ON_AZURE: Readonly<Record<string, readonly string[]>> = {
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
};

/** Whether a change of an argument replaces a resource of a type: those that its id is made of, and those of the table. */
export function replaces(type: string, name: string, prior: Value, proposed: Value): boolean {
  if (argumentsOfId(type).includes(name)) return true;
  return (REPLACING_ON_AZURE[type] ?? []).some((path) => {
    if (path === "") return true;
    const [argument, ...inner] = path.split(".");
    return argument === name && !same(valueAt(prior, inner), valueAt(proposed, inner));
  });
}

/** A value inside another one; a block that there is one of is a list of one. */
function valueAt(value: Value, path: readonly string[]): Value {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (value instanceof Dynamic) return valueAt(value.value, path);
  if (Array.isArray(value)) return valueAt(value[0] ?? null, path);
  return isValues(value) ? valueAt(value[key] ?? null, rest) : null;
}
