import type { Kind } from "./mutate";

/**
 * Arguments by type: Terraform's, of azapi resources also the ARM type behind it, or "*" for all. An argument means itself
 * and everything below it; a kind of change may stand behind it, as in "depends_on: one more".
 */
type Changes = Readonly<Record<string, readonly string[]>>;

/** Changes, and why what the rules say of them is right. */
interface Reasoned {
  readonly reason: string;
  readonly of: Changes;
}

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

/** What no rule tells of. Everything else that a construct emits has a rule. */
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
        "aws_appautoscaling_target",
        "aws_budgets_budget",
        "aws_cloudwatch_log_group",
        "aws_ecr_repository",
        "aws_iam_openid_connect_provider",
        "aws_iam_policy",
        "aws_iam_role",
        "aws_kms_key",
        "aws_route_table",
        "aws_s3_bucket",
        "aws_sagemaker_domain",
        "aws_sagemaker_endpoint",
        "aws_sagemaker_endpoint_configuration",
        "aws_sagemaker_model",
        "aws_sagemaker_notebook_instance",
        "aws_sagemaker_notebook_instance_lifecycle_configuration",
        "aws_sagemaker_user_profile",
        "aws_security_group",
        "aws_sns_topic",
        "aws_sns_topic_subscription",
        "aws_ssm_parameter",
        "aws_subnet",
        "aws_vpc_endpoint",
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
        "aws_cloudwatch_metric_alarm",
      ].map((type) => [type, [": gone"]]),
    ),
  },
  {
    reason: "one right, or one way through a network, less",
    of: {
      aws_vpc_security_group_egress_rule: [": gone"],
      aws_vpc_security_group_ingress_rule: [": gone"],
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
    of: {
      "*": ["depends_on: one more"],
      [RULE]: ["locks: one more"],
      [NETWORK_SETTINGS]: ["locks: one more"],
    },
  },
  {
    reason: "a name or a place: Terraform, a provider or the cloud refuses a wrong one, or makes the resource anew",
    of: {
      "*": ["name", "resource_group_name", "location", "provider"],
      aws_cloudtrail: ["advanced_event_selector.name"],
      aws_cloudwatch_metric_alarm: ["alarm_name", "dimensions.VariantName: other"],
      aws_iam_policy: ["path"],
      aws_iam_role: ["path"],
      aws_s3_bucket: ["bucket: without"],
      aws_s3_bucket_lifecycle_configuration: ["rule.id"],
      aws_s3_bucket_logging: ["target_prefix"],
      aws_sagemaker_domain: ["domain_name"],
      aws_sagemaker_endpoint_configuration: ["name_prefix: other", "production_variants.variant_name"],
      aws_sagemaker_space: ["space_name"],
      aws_sagemaker_user_profile: ["user_profile_name"],
      aws_subnet: ["availability_zone: other", "cidr_block"],
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
      aws_cloudwatch_metric_alarm: ["alarm_description"],
      aws_sagemaker_endpoint: ["lifecycle.postcondition.error_message"],
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
      aws_appautoscaling_policy: ["policy_type", "target_tracking_scaling_policy_configuration"],
      aws_appautoscaling_target: ["max_capacity"],
      aws_sagemaker_domain: [
        "default_user_settings.jupyter_lab_app_settings.app_lifecycle_management.idle_settings.idle_timeout_in_minutes",
        "default_user_settings.jupyter_lab_app_settings.app_lifecycle_management.idle_settings.max_idle_timeout_in_minutes",
        "default_user_settings.jupyter_lab_app_settings.app_lifecycle_management.idle_settings.min_idle_timeout_in_minutes",
        "default_user_settings.space_storage_settings",
      ],
      aws_sagemaker_endpoint_configuration: [
        "production_variants.initial_instance_count",
        "production_variants.initial_variant_weight",
        "production_variants.instance_type",
      ],
      aws_sagemaker_notebook_instance: ["instance_type", "volume_size"],
      aws_sagemaker_space: ["space_settings"],
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
    of: {
      azurerm_container_registry: ["zone_redundancy_enabled"],
      azurerm_public_ip: ["zones"],
    },
  },
  {
    reason: "when an alert fires, and what a budget is, is the choice of who pays",
    of: {
      aws_budgets_budget: ["budget_type", "limit_amount", "limit_unit", "time_unit", "notification"],
      aws_cloudwatch_metric_alarm: ["evaluation_periods", "extended_statistic", "period", "statistic", "threshold"],
      azurerm_consumption_budget_resource_group: ["notification", "time_grain", "lifecycle.ignore_changes: one more"],
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
      aws_sns_topic_subscription: ["endpoint"],
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
      aws_sagemaker_endpoint: ["deployment_config.blue_green_update_policy.traffic_routing_configuration"],
      aws_sagemaker_endpoint_configuration: [
        "data_capture_config: without",
        "data_capture_config.capture_content_type_header",
      ],
      aws_sagemaker_model: [
        "primary_container.environment: without",
        "primary_container.image_config",
        "primary_container.model_data_url",
        "primary_container: without",
      ],
      azurerm_cognitive_deployment: ["model.format", "model.name", "model.version: other"],
      azurerm_cognitive_account: ["kind"],
    },
  },
  {
    reason: "Terraform's or the provider's own check refuses it",
    of: {
      [TRAFFIC]: ["resource_id"],
      azurerm_network_security_rule: ["priority: without", "network_security_group_name"],
      azurerm_subnet_network_security_group_association: ["network_security_group_id: without"],
      aws_vpc_security_group_ingress_rule: ["ip_protocol"],
      aws_vpc_security_group_egress_rule: ["ip_protocol"],
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
      [COMPUTE]: ["lifecycle.ignore_changes: one more"],
      [ENDPOINT]: ["lifecycle.ignore_changes"],
      terraform_data: ["lifecycle.ignore_changes: one more"],
      azuread_application: ["lifecycle.ignore_changes: one more"],
      aws_appautoscaling_policy: ["lifecycle.replace_triggered_by: one more"],
      aws_appautoscaling_target: ["lifecycle.replace_triggered_by: one more"],
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
      azuread_application_federated_identity_credential: ["subject: other"],
      aws_sagemaker_domain: ["default_user_settings.default_landing_uri", "default_user_settings.studio_web_portal"],
      aws_ssm_parameter: ["insecure_value"],
    },
  },
  {
    reason: "kept longer, or all of it is",
    of: {
      aws_cloudwatch_log_group: ["retention_in_days: other"],
      azurerm_storage_account: ["blob_properties.change_feed_retention_in_days: without"],
      aws_s3_bucket_lifecycle_configuration: [
        "rule.expiration: one less",
        "rule.expiration: without",
        "rule.expiration.days: without",
        "rule.filter: one less",
        "rule.filter: without",
        "rule.filter.prefix: without",
        "rule.abort_incomplete_multipart_upload.days_after_initiation: other",
      ],
      aws_cloudtrail: [
        "advanced_event_selector.field_selector.equals: one more",
        "advanced_event_selector.field_selector.starts_with: one more",
      ],
    },
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
    reason: "without a list Terraform refuses the resource, for the provider requires one",
    of: {
      aws_iam_role_policies_exclusive: ["policy_names: without"],
      aws_iam_role_policy_attachments_exclusive: ["policy_arns: without", "depends_on: without"],
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
  {
    reason: "what it waits for waits for that already",
    of: {
      aws_s3_bucket_policy: ["depends_on: one less", "depends_on: other"],
    },
  },
];

/** Changes of which several findings tell, and why that is right. */
export const TOLD_SEVERAL_TIMES: readonly Reasoned[] = [
  {
    reason: "each attachment of the policy leads nowhere",
    of: { aws_iam_policy: [": gone"] },
  },
  {
    reason: "each statement of the bucket's policy names the bucket",
    of: { aws_s3_bucket: ["bucket: other"] },
  },
  {
    reason: "two settings stand in one block",
    of: { azurerm_machine_learning_workspace: ["lifecycle: without"] },
  },
];

/** Whether a change is one of those. */
export function matches(
  changes: Changes,
  { type, argument, kind }: { type: string; argument: string; kind: Kind },
): boolean {
  return Object.entries(changes).some(
    ([of, args]) => (of === "*" || of === type) && args.some((pattern) => isOf(pattern, argument, kind)),
  );
}

function isOf(pattern: string, argument: string, kind: Kind): boolean {
  const [of = "", only] = pattern.split(": ");
  return (
    (argument === of || argument.startsWith(`${of}.`) || (of === "" && argument === "")) &&
    (only === undefined || only === kind)
  );
}
