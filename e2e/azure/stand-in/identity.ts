import { uuid } from "../../../lib/blueprint/hash";
import { textOf, type Values } from "./values";

/** Which subscription and which Entra tenant a provider works in. */
export interface Settings {
  readonly subscriptionId: string;
  readonly tenantId: string;
}

/** How a resource is known. */
export interface Identity {
  /** The resource's `id` in Terraform. */
  readonly id: string;
  /** Its id in Azure, which nothing else may have. Undefined for what Azure does not know as a thing of its own. */
  readonly arm?: string;
}

const inGroup = (path: string) =>
  `/subscriptions/{subscription}/resourceGroups/{resource_group_name}/providers/${path}`;
const network = (path: string) => inGroup(`Microsoft.Network/${path}`);
const insights = (type: string) => inGroup(`Microsoft.Insights/${type}/{name}`);

/**
 * Ids in Azure by type of resource: names in braces are arguments, `{subscription}` is the provider's, and `{uuid:a,b}` is
 * a UUID of version 5 that stands for the arguments (azurerm docs, "Import" of each resource; azuread docs likewise).
 */
const ARM_IDS: Readonly<Record<string, string>> = {
  azuread_app_role_assignment:
    "/servicePrincipals/{resource_object_id}/appRoleAssignedTo/{uuid:principal_object_id,app_role_id}",
  azuread_application: "/applications/{uuid:display_name}",
  azuread_application_federated_identity_credential: "{application_id}/federatedIdentityCredential/{uuid:display_name}",
  azuread_application_identifier_uri: "{application_id}/identifierUris/{uuid:identifier_uri}",
  azuread_service_principal: "/servicePrincipals/{uuid:client_id}",
  azurerm_application_insights: insights("components"),
  azurerm_bastion_host: network("bastionHosts/{name}"),
  azurerm_cognitive_account: inGroup("Microsoft.CognitiveServices/accounts/{name}"),
  azurerm_cognitive_deployment: "{cognitive_account_id}/deployments/{name}",
  azurerm_consumption_budget_resource_group: "{resource_group_id}/providers/Microsoft.Consumption/budgets/{name}",
  azurerm_container_registry: inGroup("Microsoft.ContainerRegistry/registries/{name}"),
  azurerm_key_vault: inGroup("Microsoft.KeyVault/vaults/{name}"),
  azurerm_linux_virtual_machine: inGroup("Microsoft.Compute/virtualMachines/{name}"),
  azurerm_log_analytics_workspace: inGroup("Microsoft.OperationalInsights/workspaces/{name}"),
  azurerm_machine_learning_compute_cluster: "{machine_learning_workspace_id}/computes/{name}",
  azurerm_machine_learning_workspace: inGroup("Microsoft.MachineLearningServices/workspaces/{name}"),
  azurerm_management_lock: "{scope}/providers/Microsoft.Authorization/locks/{name}",
  azurerm_monitor_action_group: insights("actionGroups"),
  azurerm_monitor_activity_log_alert: insights("activityLogAlerts"),
  azurerm_monitor_autoscale_setting: insights("autoScaleSettings"),
  azurerm_monitor_diagnostic_setting: "{target_resource_id}/providers/Microsoft.Insights/diagnosticSettings/{name}",
  azurerm_monitor_metric_alert: insights("metricAlerts"),
  azurerm_monitor_private_link_scope: insights("privateLinkScopes"),
  azurerm_monitor_private_link_scoped_service: inGroup(
    "Microsoft.Insights/privateLinkScopes/{scope_name}/scopedResources/{name}",
  ),
  azurerm_monitor_scheduled_query_rules_alert_v2: insights("scheduledQueryRules"),
  azurerm_nat_gateway: network("natGateways/{name}"),
  azurerm_nat_gateway_public_ip_association: "{nat_gateway_id}|{public_ip_address_id}",
  azurerm_network_interface: network("networkInterfaces/{name}"),
  azurerm_network_security_group: network("networkSecurityGroups/{name}"),
  azurerm_network_security_rule: network("networkSecurityGroups/{network_security_group_name}/securityRules/{name}"),
  azurerm_private_dns_zone: network("privateDnsZones/{name}"),
  azurerm_private_dns_zone_virtual_network_link: network(
    "privateDnsZones/{private_dns_zone_name}/virtualNetworkLinks/{name}",
  ),
  azurerm_private_endpoint: network("privateEndpoints/{name}"),
  azurerm_public_ip: network("publicIPAddresses/{name}"),
  azurerm_resource_group: "/subscriptions/{subscription}/resourceGroups/{name}",
  // Azure takes one assignment of a role to a principal on a scope, whatever its name is.
  azurerm_role_assignment:
    "{scope}/providers/Microsoft.Authorization/roleAssignments/{uuid:principal_id,role_definition_id}",
  azurerm_role_definition: "{scope}/providers/Microsoft.Authorization/roleDefinitions/{role_definition_id}",
  azurerm_storage_account: inGroup("Microsoft.Storage/storageAccounts/{name}"),
  azurerm_subnet: network("virtualNetworks/{virtual_network_name}/subnets/{name}"),
  // In Azure these are properties of the subnet, which has one of each.
  azurerm_subnet_nat_gateway_association: "{subnet_id}|natGateway",
  azurerm_subnet_network_security_group_association: "{subnet_id}|networkSecurityGroup",
  azurerm_user_assigned_identity: inGroup("Microsoft.ManagedIdentity/userAssignedIdentities/{name}"),
  azurerm_virtual_machine_extension: "{virtual_machine_id}/extensions/{name}",
  azurerm_virtual_network: network("virtualNetworks/{name}"),
  azurerm_virtual_network_peering: network("virtualNetworks/{virtual_network_name}/virtualNetworkPeerings/{name}"),
};

/** Ids in Terraform that are not those in Azure, or that have none there. */
const TERRAFORM_IDS: Readonly<Record<string, string>> = {
  azapi_resource_action: "{resource_id}/{action}",
  azapi_update_resource: "{resource_id}",
  azurerm_monitor_diagnostic_setting: "{target_resource_id}|{name}",
  azurerm_role_definition: `${ARM_IDS.azurerm_role_definition}|{scope}`,
  azurerm_subnet_nat_gateway_association: "{subnet_id}",
  azurerm_subnet_network_security_group_association: "{subnet_id}",
  // The time at which it was made.
  time_sleep: "1970-01-01T00:00:00Z",
};

/** The ids of a resource whose arguments are all known. Throws when nothing is known about its type. */
export function identityOf(type: string, values: Values, settings: Settings): Identity {
  const arm = type === "azapi_resource" ? azapiId(values) : filled(ARM_IDS[type], type, values, settings);
  const id = filled(TERRAFORM_IDS[type], type, values, settings) ?? arm;
  if (id === undefined) throw new Error(`no id is known of ${type}; add it to e2e/azure/stand-in/identity.ts`);
  return { id, ...(arm === undefined ? {} : { arm }) };
}

/** The arguments that a resource's id is made of: with another one it is another resource. */
export function argumentsOfId(type: string): string[] {
  const template = type === "azapi_resource" ? "{parent_id}{name}" : (ARM_IDS[type] ?? "");
  return [...template.matchAll(/\{(?:uuid:)?([\w,]+)\}/g)].flatMap(([, names = ""]) => names.split(","));
}

function filled(template: string | undefined, type: string, values: Values, { subscriptionId }: Settings) {
  return template?.replace(/\{(?:uuid:)?([\w,]+)\}/g, (hole, names: string) => {
    if (names === "subscription") return subscriptionId;
    const texts = names.split(",").map((name) => textOf(values, name) ?? "");
    return hole.startsWith("{uuid:") ? uuid("stand-in", type, ...texts) : texts.join();
  });
}

/** A type of two segments stands below any scope; of a longer one the last segment stands below the parent. */
function azapiId(values: Values): string {
  const [armType = ""] = (textOf(values, "type") ?? "").split("@");
  const [namespace, ...segments] = armType.split("/");
  const parent = textOf(values, "parent_id") ?? "";
  const below = segments.length > 1 ? `${segments.at(-1)}` : `providers/${namespace}/${segments.join("/")}`;
  return `${parent}/${below}/${textOf(values, "name") ?? ""}`;
}
