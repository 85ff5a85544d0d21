import type { RuleText } from "../../rule";

/** Types of resources that open the same, of which a rule tells each. */
export interface Forbidden extends Pick<RuleText, "severity" | "source" | "controls"> {
  /** What they do: the end of a sentence that begins with "It". */
  readonly does: string;
  /** What to use instead. */
  readonly instead: string;
  /** The Terraform types, by what the rule's id ends in. */
  readonly types: Readonly<Record<string, string>>;
}

const APPLICATIONS = "Learn: Security best practices for application properties in Microsoft Entra ID";
const REGISTRY_TOKENS =
  "Azure Policy: Container registries should have repository scoped access token disabled (ff05e24e)";
const PIM = "Learn: Privileged Identity Management APIs";
const NETWORK = "Learn: Azure best practices for network security";

/** Ways in that no role knows, or that no rule sees. */
const SIGN_INS: readonly Forbidden[] = [
  {
    types: {
      "application-password": "azuread_application_password",
      "principal-password": "azuread_service_principal_password",
      "synchronization-secret": "azuread_synchronization_secret",
    },
    severity: "critical",
    does: "makes a password that stands in the state",
    instead: "a federated credential",
    source: APPLICATIONS,
    controls: ["MCSB IM-3", "MCSB IM-8"],
  },
  {
    types: {
      "application-certificate": "azuread_application_certificate",
      "principal-certificate": "azuread_service_principal_certificate",
      "signing-certificate": "azuread_service_principal_token_signing_certificate",
    },
    severity: "critical",
    does: "lets whoever has the key sign in from anywhere",
    instead: "a federated credential",
    source: APPLICATIONS,
    controls: ["MCSB IM-3"],
  },
  {
    types: {
      "application-owner": "azuread_application_owner",
      "application-redirects": "azuread_application_redirect_uris",
      "application-clients": "azuread_application_known_clients",
      "application-public-client": "azuread_application_fallback_public_client",
      "application-consent": "azuread_application_pre_authorized",
      "application-registration": "azuread_application_registration",
      "application-template": "azuread_application_from_template",
      "delegated-permission": "azuread_service_principal_delegated_permission_grant",
    },
    severity: "critical",
    does: "opens an application beside the resource azuread_application, where no rule sees it",
    instead: "the arguments of azuread_application",
    source: APPLICATIONS,
    controls: ["MCSB IM-1"],
  },
  {
    types: { "vault-policy": "azurerm_key_vault_access_policy" },
    severity: "critical",
    does: "opens a vault without a role",
    instead: "an azurerm_role_assignment",
    source: "Azure Policy: Azure Key Vault should use RBAC permission model (12d4fa5e)",
    controls: ["MCSB PA-7", "CIS Azure 3.0.0 3.3.6"],
  },
  {
    types: { "storage-user": "azurerm_storage_account_local_user" },
    severity: "critical",
    does: "lets somebody sign in without Entra",
    instead: "an azurerm_role_assignment",
    source: "Learn: SSH File Transfer Protocol (SFTP) support for Azure Blob Storage",
    controls: ["MCSB IM-1"],
  },
  {
    types: { "registry-token": "azurerm_container_registry_token" },
    severity: "critical",
    does: "makes a sign-in that Entra does not know",
    instead: "an azurerm_role_assignment",
    source: REGISTRY_TOKENS,
    controls: ["MCSB IM-1"],
  },
  {
    types: { "registry-password": "azurerm_container_registry_token_password" },
    severity: "critical",
    does: "makes a password that stands in the state",
    instead: "an azurerm_role_assignment",
    source: REGISTRY_TOKENS,
    controls: ["MCSB IM-1", "MCSB IM-8"],
  },
];

/** Rights beside those of the table of rights. */
const RIGHTS: readonly Forbidden[] = [
  {
    types: {
      "directory-role": "azuread_directory_role",
      "directory-role-assignment": "azuread_directory_role_assignment",
      "directory-role-member": "azuread_directory_role_member",
      "directory-role-eligibility": "azuread_directory_role_eligibility_schedule_request",
      "directory-custom-role": "azuread_custom_directory_role",
      "unit-role-member": "azuread_administrative_unit_role_member",
    },
    severity: "critical",
    does: "gives rights over the whole directory, and with them over all tenants",
    instead: "an azurerm_role_assignment on one resource",
    source: "Learn: Assign Microsoft Entra roles to users",
    controls: ["MCSB PA-1", "MCSB PA-7"],
  },
  {
    types: {
      "group-member": "azuread_group_member",
      "group-assignment": "azuread_privileged_access_group_assignment_schedule",
      "group-eligibility": "azuread_privileged_access_group_eligibility_schedule",
      user: "azuread_user",
      invitation: "azuread_invitation",
    },
    severity: "critical",
    does: "lets somebody into the directory or into a group that has rights",
    instead: "the directory's own process for people and groups",
    source: "Learn: Best practices for Azure RBAC: assign roles to groups, not users",
    controls: ["MCSB PA-3"],
  },
  {
    types: {
      "pim-active-role": "azurerm_pim_active_role_assignment",
      "pim-eligible-role": "azurerm_pim_eligible_role_assignment",
      "marketplace-role": "azurerm_marketplace_role_assignment",
      "role-policy": "azurerm_role_management_policy",
    },
    severity: "critical",
    does: "gives or changes rights past the rules about role assignments",
    instead: "an azurerm_role_assignment",
    source: PIM,
    controls: ["MCSB PA-1", "MCSB PA-7"],
  },
  {
    types: {
      "lighthouse-assignment": "azurerm_lighthouse_assignment",
      "lighthouse-definition": "azurerm_lighthouse_definition",
    },
    severity: "critical",
    does: "gives another directory rights over the subscription",
    instead: "an azurerm_role_assignment",
    source: "Azure Policy: Allow managing tenant ids to onboard through Azure Lighthouse (7a8a51a3)",
    controls: ["MCSB PA-1", "MCSB PA-7"],
  },
];

/** Code and resources that no rule sees. */
const UNSEEN: readonly Forbidden[] = [
  {
    types: {
      "group-template": "azurerm_resource_group_template_deployment",
      "subscription-template": "azurerm_subscription_template_deployment",
      "management-template": "azurerm_management_group_template_deployment",
      "tenant-template": "azurerm_tenant_template_deployment",
    },
    severity: "critical",
    does: "deploys a template that can have everything, past all rules about it",
    instead: "resources of the provider azurerm",
    source: "Learn: What are ARM templates?",
    controls: ["MCSB PV-2"],
  },
  {
    types: {
      "script-cli": "azurerm_resource_deployment_script_azure_cli",
      "script-powershell": "azurerm_resource_deployment_script_azure_power_shell",
      "run-command": "azurerm_virtual_machine_run_command",
    },
    severity: "critical",
    does: "runs a script with all rights of an identity or of a machine",
    instead: "an image or a pipeline that was looked at",
    source: "Learn: Run scripts in a Linux VM in Azure using managed Run Commands",
    controls: ["MCSB PV-4"],
  },
  {
    types: {
      "windows-machine": "azurerm_windows_virtual_machine",
      "old-machine": "azurerm_virtual_machine",
      "linux-scale-set": "azurerm_linux_virtual_machine_scale_set",
      "windows-scale-set": "azurerm_windows_virtual_machine_scale_set",
      "scale-set": "azurerm_orchestrated_virtual_machine_scale_set",
      "container-group": "azurerm_container_group",
      cluster: "azurerm_kubernetes_cluster",
      "compute-instance": "azurerm_machine_learning_compute_instance",
      "inference-cluster": "azurerm_machine_learning_inference_cluster",
      "spark-pool": "azurerm_machine_learning_synapse_spark",
    },
    severity: "high",
    does: "runs code on a machine that no rule hardens",
    instead: "azurerm_linux_virtual_machine, a compute cluster, or a compute instance of azapi",
    source: NETWORK,
    controls: ["MCSB PV-4", "MCSB AM-2"],
  },
];

/** Ways into networks and out of them. */
const NETWORKS: readonly Forbidden[] = [
  {
    types: {
      "gateway-connection": "azurerm_virtual_network_gateway_connection",
      "vpn-gateway": "azurerm_vpn_gateway",
      "hub-connection": "azurerm_virtual_hub_connection",
      "express-route": "azurerm_express_route_connection",
      "route-server": "azurerm_route_server",
    },
    severity: "critical",
    does: "joins a network with another one that no rule knows",
    instead: "an azurerm_virtual_network_peering with the hub",
    source: NETWORK,
    controls: ["MCSB NS-1"],
  },
  {
    types: {
      "nat-rule": "azurerm_network_interface_nat_rule_association",
      "balancer-nat-rule": "azurerm_lb_nat_rule",
      "balancer-nat-pool": "azurerm_lb_nat_pool",
      "firewall-nat-rules": "azurerm_firewall_nat_rule_collection",
    },
    severity: "critical",
    does: "opens a machine to the internet",
    instead: "Azure Bastion",
    source: "docs/security.md: Networks",
    controls: ["MCSB NS-1"],
  },
  {
    types: { "link-service": "azurerm_private_link_service" },
    severity: "critical",
    does: "lets networks of anybody reach what is behind it",
    instead: "an azurerm_private_endpoint in the network that needs it",
    source: NETWORK,
    controls: ["MCSB NS-2"],
  },
  {
    types: {
      "network-dns": "azurerm_virtual_network_dns_servers",
      "forwarding-rule": "azurerm_private_dns_resolver_forwarding_rule",
      "a-record": "azurerm_private_dns_a_record",
      "aaaa-record": "azurerm_private_dns_aaaa_record",
      "cname-record": "azurerm_private_dns_cname_record",
    },
    severity: "critical",
    does: "leads names elsewhere than to private endpoints, for all networks that ask",
    instead: "private_dns_zone_group of an azurerm_private_endpoint",
    source: "Learn: Azure Private Endpoint DNS integration",
    controls: ["MCSB NS-10"],
  },
];

/** Ways to data. */
const DATA: readonly Forbidden[] = [
  {
    types: { "storage-rules": "azurerm_storage_account_network_rules" },
    severity: "critical",
    does: "opens an account's network beside the account, where no rule sees it",
    instead: "network_rules of the azurerm_storage_account",
    source: "Learn: Configure Azure Storage firewalls and virtual networks",
    controls: ["MCSB NS-2"],
  },
  {
    types: { "storage-replication": "azurerm_storage_object_replication" },
    severity: "critical",
    does: "copies blobs to another account",
    instead: "account_replication_type of the azurerm_storage_account",
    source: "Azure Policy: Storage accounts should prevent cross tenant object replication (92a89a79)",
    controls: ["MCSB DP-2", "CIS Azure 3.0.0 4.16"],
  },
  {
    types: { "storage-website": "azurerm_storage_account_static_website" },
    severity: "critical",
    does: "shows files to everybody",
    instead: "a private endpoint",
    source: "Learn: Static website hosting in Azure Storage",
    controls: ["MCSB NS-2"],
  },
];

/** Types of resources that open what other rules close. */
export const FORBIDDEN: readonly Forbidden[] = [...SIGN_INS, ...RIGHTS, ...UNSEEN, ...NETWORKS, ...DATA];
