import type { Reasoned } from "./reasoned";

/** Changes of the samples on AWS of which no rule tells. Everything else that a construct emits has a rule. */
export const NOT_TOLD: readonly Reasoned[] = [
  {
    reason: "without it there is nothing that would have to be secure; Terraform refuses what still refers to it",
    of: Object.fromEntries(
      [
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
        "aws_cloudwatch_metric_alarm",
      ].map((type) => [type, [": gone"]]),
    ),
  },
  {
    reason: "one right, or one way through a network, less",
    of: { aws_vpc_security_group_egress_rule: [": gone"], aws_vpc_security_group_ingress_rule: [": gone"] },
  },
  {
    reason: "one more thing to wait for does no harm; Terraform refuses one that is not there",
    of: { "*": ["depends_on: one more"] },
  },
  {
    reason: "a name or a place: Terraform, a provider or the cloud refuses a wrong one, or makes the resource anew",
    of: {
      "*": ["name"],
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
    },
  },
  {
    reason: "words for people",
    of: {
      "*": ["description"],
      aws_cloudwatch_metric_alarm: ["alarm_description"],
      aws_sagemaker_endpoint: ["lifecycle.postcondition.error_message"],
    },
  },
  { reason: "how Terraform waits, repeats, and notices changes", of: { "*": ["type: other", "type: without"] } },
  {
    reason: "sizes, and what they cost",
    of: {
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
    },
  },
  {
    reason: "when an alert fires, and what a budget is, is the choice of who pays",
    of: {
      aws_budgets_budget: ["budget_type", "limit_amount", "limit_unit", "time_unit", "notification"],
      aws_cloudwatch_metric_alarm: ["evaluation_periods", "extended_statistic", "period", "statistic", "threshold"],
      aws_sns_topic_subscription: ["endpoint"],
    },
  },
  {
    reason: "which model is served, and how, is the owner's work",
    of: {
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
    },
  },
  {
    reason: "Terraform's or the provider's own check refuses it",
    of: { aws_vpc_security_group_ingress_rule: ["ip_protocol"], aws_vpc_security_group_egress_rule: ["ip_protocol"] },
  },
  {
    reason: "keeps plans empty, and protects nothing",
    of: {
      aws_appautoscaling_policy: ["lifecycle.replace_triggered_by: one more"],
      aws_appautoscaling_target: ["lifecycle.replace_triggered_by: one more"],
    },
  },
  {
    reason: "either value is right; the workspace's or the service's default takes its place",
    of: {
      aws_sagemaker_domain: ["default_user_settings.default_landing_uri", "default_user_settings.studio_web_portal"],
      aws_ssm_parameter: ["insecure_value"],
    },
  },
  {
    reason: "kept longer, or all of it is",
    of: {
      aws_cloudwatch_log_group: ["retention_in_days: other"],
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
    reason: "without a list Terraform refuses the resource, for the provider requires one",
    of: {
      aws_iam_role_policies_exclusive: ["policy_names: without"],
      aws_iam_role_policy_attachments_exclusive: ["policy_arns: without", "depends_on: without"],
    },
  },
  {
    reason: "what it waits for waits for that already",
    of: { aws_s3_bucket_policy: ["depends_on: one less", "depends_on: other"] },
  },
];

/** Changes of which several findings tell. */
export const TOLD_SEVERAL_TIMES: readonly Reasoned[] = [];
