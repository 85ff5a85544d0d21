/** Any argument but tags. */
const ANY_BUT_TAGS = ["*"];

/**
 * Arguments whose change makes Terraform replace a resource of AWS, by type, as release 5.100 of the provider plans it:
 * every argument that our stacks have was changed in a state of its own, and the plan read.
 */
export const REPLACING_ON_AWS: Readonly<Record<string, readonly string[]>> = {
  aws_appautoscaling_policy: ["name", "resource_id", "scalable_dimension", "service_namespace"],
  aws_appautoscaling_target: ["resource_id", "scalable_dimension", "service_namespace"],
  aws_budgets_budget: ["name"],
  aws_cloudtrail: ["name"],
  aws_cloudwatch_log_group: ["name"],
  aws_cloudwatch_metric_alarm: ["alarm_name"],
  aws_default_security_group: ["vpc_id"],
  aws_ecr_lifecycle_policy: ["repository"],
  aws_ecr_repository: ["encryption_configuration", "name"],
  aws_ecr_repository_policy: ["repository"],
  aws_flow_log: ANY_BUT_TAGS,
  aws_iam_openid_connect_provider: ["url"],
  aws_iam_policy: ["description", "name", "path"],
  aws_iam_role: ["name", "path"],
  aws_iam_role_policies_exclusive: ["role_name"],
  aws_iam_role_policy: ["name", "role"],
  aws_iam_role_policy_attachment: ["policy_arn", "role"],
  aws_iam_role_policy_attachments_exclusive: ["role_name"],
  aws_kms_alias: ["name"],
  aws_route_table: ["vpc_id"],
  aws_route_table_association: ["subnet_id"],
  aws_s3_bucket: ["bucket"],
  aws_s3_bucket_lifecycle_configuration: ["bucket"],
  aws_s3_bucket_logging: ["bucket"],
  aws_s3_bucket_ownership_controls: ["bucket"],
  aws_s3_bucket_policy: ["bucket"],
  aws_s3_bucket_public_access_block: ["bucket"],
  aws_s3_bucket_server_side_encryption_configuration: ["bucket"],
  aws_s3_bucket_versioning: ["bucket"],
  // Of retention_policy, and of an endpoint's auto_rollback_configuration, only that it comes or goes.
  aws_sagemaker_domain: ["auth_mode", "domain_name", "kms_key_id", "subnet_ids", "vpc_id"],
  aws_sagemaker_endpoint: ["name"],
  aws_sagemaker_endpoint_configuration: ANY_BUT_TAGS,
  aws_sagemaker_model: ANY_BUT_TAGS,
  aws_sagemaker_notebook_instance: [
    "direct_internet_access",
    "kms_key_id",
    "name",
    "platform_identifier",
    "security_groups",
    "subnet_id",
  ],
  aws_sagemaker_notebook_instance_lifecycle_configuration: ["name"],
  aws_sagemaker_space: ["domain_id", "space_name"],
  aws_sagemaker_user_profile: ["domain_id", "user_profile_name"],
  aws_security_group: ["description", "name", "vpc_id"],
  aws_sns_topic: ["name"],
  aws_sns_topic_policy: ["arn"],
  aws_sns_topic_subscription: ["endpoint", "protocol", "topic_arn"],
  aws_ssm_parameter: ["name"],
  aws_subnet: ["availability_zone", "cidr_block", "vpc_id"],
  aws_vpc: ["cidr_block"],
  aws_vpc_endpoint: ["service_name", "vpc_endpoint_type", "vpc_id"],
  aws_vpc_security_group_egress_rule: ["security_group_id"],
  aws_vpc_security_group_ingress_rule: ["security_group_id"],
};

/** Arguments of which only a smaller number does that. */
export const REPLACING_WHEN_SMALLER: Readonly<Record<string, readonly string[]>> = {
  aws_sagemaker_notebook_instance: ["volume_size"],
};
