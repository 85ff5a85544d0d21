import type { Reasoned } from "./reasoned";

const ML = "Microsoft.MachineLearningServices/workspaces";
const FLOW_LOG = "azapi_resource Microsoft.Network/networkWatchers/flowLogs";
const RULE = `azapi_resource ${ML}/outboundRules`;
const COMPUTE = `azapi_resource ${ML}/computes`;
const ENDPOINT = `azapi_resource ${ML}/onlineEndpoints`;
const DEPLOYMENT = `${ENDPOINT}/deployments`;
const DRAIN = `azapi_resource_action ${ML}/onlineEndpoints`;
const IDLE_STOP = `azapi_resource_action ${ML}/computes`;
const PROVISION = `azapi_resource_action ${ML}`;
const NETWORK_SETTINGS = `azapi_update_resource ${ML}`;
const CLUSTER_SCALING = `azapi_update_resource ${ML}/computes`;
const TRAFFIC = `azapi_update_resource ${ML}/onlineEndpoints`;

/** Changes of the samples on Azure of which no rule tells. Everything else that a construct emits has a rule. */
export const NOT_TOLD: readonly Reasoned[] = [
  {
    reason: "without it there is nothing that would have to be secure; Terraform refuses what still refers to it",
    of: Object.fromEntries(
      [
        COMPUTE,
        DEPLOYMENT,
        ENDPOINT,
        RULE,
        CLUSTER_SCALING,
        TRAFFIC,
        "azuread_application",
        "azuread_application_identifier_uri",
        "azuread_service_principal",
        "azurerm_application_insights",
        "azurerm_bastion_host",
        "azurerm_cognitive_account",
        "azurerm_cognitive_deployment",
        "azurerm_consumption_budget_resource_group",
        "azurerm_container_registry",
        "azurerm_key_vault",
        "azurerm_linux_virtual_machine",
        "azurerm_log_analytics_workspace",
        "azurerm_machine_learning_compute_cluster",
        "azurerm_machine_learning_workspace",
        "azurerm_monitor_action_group",
        "azurerm_monitor_autoscale_setting",
        "azurerm_monitor_private_link_scope",
        "azurerm_nat_gateway",
        "azurerm_network_interface",
        "azurerm_private_dns_zone",
        "azurerm_public_ip",
        "azurerm_resource_group",
        "azurerm_role_definition",
        "azurerm_storage_account",
        "azurerm_subnet",
        "azurerm_user_assigned_identity",
        "azurerm_virtual_network",
      ].map((type) => [type, [": gone"]]),
    ),
  },
  {
    reason: "one right, or one way through a network, less",
    of: {
      azuread_app_role_assignment: [": gone"],
      azuread_application_federated_identity_credential: [": gone"],
      azurerm_network_security_rule: [": gone", "source_address_prefixes: one less"],
      azurerm_role_assignment: [": gone"],
      azuread_application: ["app_role.allowed_member_types: one less", "app_role.enabled: without"],
      azurerm_virtual_network_peering: ["allow_virtual_network_access"],
      azurerm_storage_account: [
        "blob_properties.cors_rule.allowed_origins: one less",
        "blob_properties.cors_rule: one less",
        "blob_properties.cors_rule: without",
      ],
      azurerm_role_definition: [
        "permissions.data_actions: without",
        "permissions.not_actions: without",
        "permissions.not_data_actions: without",
        "assignable_scopes: one less",
      ],
      azurerm_bastion_host: ["tunneling_enabled"],
    },
  },
  {
    reason: "one more thing to wait for does no harm; Terraform refuses one that is not there",
    of: { "*": ["depends_on: one more"], [RULE]: ["locks: one more"], [NETWORK_SETTINGS]: ["locks: one more"] },
  },
  {
    reason: "a name or a place: Terraform, a provider or the cloud refuses a wrong one, or makes the resource anew",
    of: {
      "*": ["name", "resource_group_name", "location", "provider"],
      azuread_application: ["app_role.value"],
      azurerm_cognitive_account: ["custom_subdomain_name: other"],
      azurerm_linux_virtual_machine: ["computer_name", "os_disk.name"],
      azurerm_monitor_action_group: ["short_name", "email_receiver.name"],
      azurerm_monitor_autoscale_setting: ["profile.name"],
      azurerm_monitor_private_link_scoped_service: ["scope_name"],
      azurerm_network_interface: ["ip_configuration.name", "ip_configuration.private_ip_address_allocation"],
      azurerm_private_endpoint: [
        "custom_network_interface_name",
        "private_dns_zone_group.name",
        "private_service_connection.name",
      ],
      [DRAIN]: ["body.location: other"],
      [FLOW_LOG]: [
        "body.properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.workspaceRegion",
      ],
    },
  },
  {
    reason: "words for people",
    of: {
      "*": ["description", "display_name", "friendly_name"],
      [DRAIN]: ["body.properties.description"],
      [ENDPOINT]: ["body.properties.description"],
      [TRAFFIC]: ["body.properties.description"],
      azuread_application: ["app_role.description", "app_role.display_name"],
      azurerm_machine_learning_workspace: ["lifecycle.precondition.error_message"],
      azurerm_management_lock: ["notes"],
    },
  },
  {
    reason: "how Terraform waits, repeats, and notices changes",
    of: {
      "*": [
        "timeouts",
        "retry",
        "response_export_values",
        "replace_triggers_external_values",
        "type: other",
        "type: without",
      ],
    },
  },
  {
    reason: "sizes, and what they cost",
    of: {
      [COMPUTE]: ["body.properties.properties.vmSize"],
      [DEPLOYMENT]: [
        "body.properties.instanceType",
        "body.properties.requestSettings.maxConcurrentRequestsPerInstance",
        "body.properties.requestSettings.requestTimeout: without",
        "body.properties.requestSettings: without",
      ],
      [CLUSTER_SCALING]: ["body"],
      azurerm_bastion_host: ["scale_units"],
      azurerm_cognitive_account: ["sku_name"],
      azurerm_cognitive_deployment: ["sku"],
      azurerm_key_vault: ["sku_name"],
      azurerm_linux_virtual_machine: ["size", "os_disk"],
      azurerm_machine_learning_compute_cluster: [
        "scale_settings.max_node_count",
        "scale_settings.min_node_count",
        "vm_priority",
        "vm_size",
        "lifecycle.ignore_changes",
      ],
      azurerm_storage_account: ["account_tier"],
      azurerm_monitor_autoscale_setting: ["profile"],
    },
  },
  {
    reason: "availability, which does not keep anybody out",
    of: { azurerm_container_registry: ["zone_redundancy_enabled"], azurerm_public_ip: ["zones"] },
  },
  {
    reason: "when an alert fires, and what a budget is, is the choice of who pays",
    of: {
      azurerm_consumption_budget_resource_group: ["notification", "time_grain"],
      azurerm_monitor_action_group: ["email_receiver"],
      azurerm_monitor_activity_log_alert: ["criteria.service_health"],
      azurerm_monitor_metric_alert: [
        "criteria.aggregation",
        "criteria.dimension.operator",
        "criteria.dimension.values: one more",
        "criteria.metric_namespace",
        "criteria.operator",
        "criteria.threshold",
        "frequency",
        "scopes: one more",
        "severity",
        "window_size",
      ],
      azurerm_monitor_scheduled_query_rules_alert_v2: [
        "auto_mitigation_enabled",
        "criteria",
        "evaluation_frequency",
        "scopes: one more",
        "severity",
        "skip_query_validation",
        "window_duration",
      ],
    },
  },
  {
    reason: "which model is served, and how, is the owner's work",
    of: {
      [DEPLOYMENT]: [
        "body.properties.codeConfiguration",
        "body.properties.dataCollector",
        "body.properties.environmentId: without",
        "body.properties.model: without",
        "lifecycle",
      ],
      [TRAFFIC]: ["body.properties.traffic.blue: other"],
      azurerm_cognitive_deployment: ["model.format", "model.name", "model.version: other"],
      azurerm_cognitive_account: ["kind"],
    },
  },
  {
    reason: "Terraform's or the provider's own check refuses it",
    of: {
      [TRAFFIC]: ["resource_id"],
    },
  },
  {
    reason: "a machine's image and start are the platform's choice; what keeps people out of it has rules",
    of: {
      azurerm_linux_virtual_machine: [
        "boot_diagnostics: without",
        "custom_data",
        "source_image_reference.offer",
        "source_image_reference.sku",
      ],
      azurerm_virtual_machine_extension: ["type_handler_version"],
    },
  },
  {
    reason: "keeps plans empty, and protects nothing",
    of: {
      [PROVISION]: ["lifecycle"],
      [TRAFFIC]: ["lifecycle"],
      [ENDPOINT]: ["lifecycle.ignore_changes"],
      terraform_data: ["lifecycle.ignore_changes: one more"],
      azurerm_cognitive_deployment: ["depends_on"],
    },
  },
  {
    reason: "either value is right; the workspace's or the service's default takes its place",
    of: {
      [PROVISION]: ["body"],
      [RULE]: ["body.properties.destination.sparkEnabled: other"],
      [NETWORK_SETTINGS]: [
        "body.properties.managedNetwork.firewallSku: without",
        "body.properties.managedNetwork.isolationMode: without",
      ],
      [IDLE_STOP]: ["body: without", "body.idleTimeBeforeShutdown: without", "method"],
      [COMPUTE]: ["body.properties.properties.personalComputeInstanceSettings.assignedUser.tenantId: without"],
      [DRAIN]: ["body.identity.userAssignedIdentities"],
      azurerm_application_insights: ["application_type"],
      azurerm_machine_learning_workspace: ["kind"],
      azuread_service_principal: ["feature_tags"],
    },
  },
  {
    reason: "kept longer, or all of it is",
    of: { azurerm_storage_account: ["blob_properties.change_feed_retention_in_days: without"] },
  },
  {
    reason: "what a browser of the origins that a rule names may send",
    of: {
      azurerm_storage_account: [
        "blob_properties.cors_rule.allowed_headers",
        "blob_properties.cors_rule.allowed_methods",
        "blob_properties.cors_rule.exposed_headers",
        "blob_properties.cors_rule.max_age_in_seconds",
      ],
    },
  },
  {
    reason: "the platform's file may switch it off",
    of: {
      [FLOW_LOG]: [
        "body.properties.flowAnalyticsConfiguration: without",
        "body.properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.workspaceResourceId: without",
      ],
    },
  },
  {
    reason: "an update leaves as it is what it does not say",
    of: {
      [TRAFFIC]: [
        "body: without",
        "body.properties: without",
        "body.properties.authMode: without",
        "body.properties.publicNetworkAccess: without",
        "body.properties.traffic: without",
      ],
    },
  },
];

/** Changes of which several findings tell. */
export const TOLD_SEVERAL_TIMES: readonly Reasoned[] = [
  { reason: "two settings stand in one block", of: { azurerm_machine_learning_workspace: ["lifecycle: without"] } },
];
