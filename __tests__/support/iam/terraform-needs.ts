import type { Arguments } from "../synth";

/** What Terraform does with a resource, and on which ARN. */
export interface Needs {
  /** The ARN of the resource, from its arguments as they are once applied. */
  readonly arn: (resource: Arguments) => string;
  /** What makes it, with its tags. */
  readonly make: readonly string[];
  /** What changes and deletes it. */
  readonly change: readonly string[];
  /** What a plan reads. */
  readonly read: readonly string[];
}

const at = (service: string, resource: string, account = "123456789012", region = "eu-central-1") =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
const named =
  (service: string, type: string, key = "name") =>
  (resource: Arguments) =>
    at(service, `${type}${String(resource[key])}`);
const withId = (service: string, type: string) => () => at(service, `${type}0123456789abcdef0`);
const bucket = ({ bucket: name }: Arguments) => `arn:aws:s3:::${String(name)}`;
const iam =
  (kind: string) =>
  ({ path, name }: Arguments) =>
    at("iam", `${kind}${String(path)}${String(name)}`, undefined, "");

const BUCKET = { arn: bucket, make: [] };

/** What the AWS provider calls for each type of resource in a tenant's stack (its source, release 5.100). */
export const NEEDS: Readonly<Record<string, Needs>> = {
  aws_appautoscaling_policy: {
    arn: withId("application-autoscaling", "scalable-target/"),
    make: ["application-autoscaling:PutScalingPolicy"],
    change: ["application-autoscaling:DeleteScalingPolicy", "application-autoscaling:PutScalingPolicy"],
    read: ["application-autoscaling:DescribeScalingPolicies"],
  },
  aws_appautoscaling_target: {
    arn: withId("application-autoscaling", "scalable-target/"),
    make: ["application-autoscaling:RegisterScalableTarget", "application-autoscaling:TagResource"],
    change: ["application-autoscaling:DeregisterScalableTarget"],
    read: ["application-autoscaling:DescribeScalableTargets", "application-autoscaling:ListTagsForResource"],
  },
  aws_budgets_budget: {
    arn: ({ name }) => at("budgets", `budget/${String(name)}`, undefined, ""),
    make: ["budgets:ModifyBudget", "budgets:TagResource"],
    change: ["budgets:ModifyBudget"],
    read: ["budgets:ListTagsForResource", "budgets:ViewBudget"],
  },
  aws_cloudwatch_log_group: {
    arn: named("logs", "log-group:"),
    make: ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"],
    change: ["logs:AssociateKmsKey", "logs:DeleteLogGroup"],
    read: ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
  },
  aws_cloudwatch_metric_alarm: {
    arn: named("cloudwatch", "alarm:", "alarm_name"),
    make: ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource"],
    change: ["cloudwatch:DeleteAlarms"],
    read: ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
  },
  aws_ecr_lifecycle_policy: {
    arn: named("ecr", "repository/", "repository"),
    make: ["ecr:PutLifecyclePolicy"],
    change: ["ecr:DeleteLifecyclePolicy"],
    read: ["ecr:GetLifecyclePolicy"],
  },
  aws_ecr_repository: {
    arn: named("ecr", "repository/"),
    make: ["ecr:CreateRepository", "ecr:TagResource"],
    change: ["ecr:DeleteRepository", "ecr:PutImageScanningConfiguration", "ecr:PutImageTagMutability"],
    read: ["ecr:DescribeRepositories", "ecr:ListTagsForResource"],
  },
  aws_ecr_repository_policy: {
    arn: named("ecr", "repository/", "repository"),
    make: ["ecr:SetRepositoryPolicy"],
    change: ["ecr:DeleteRepositoryPolicy"],
    read: ["ecr:GetRepositoryPolicy"],
  },
  aws_iam_policy: {
    arn: iam("policy"),
    make: ["iam:CreatePolicy", "iam:TagPolicy"],
    change: ["iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion"],
    read: ["iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListPolicyVersions"],
  },
  aws_iam_role: {
    arn: iam("role"),
    make: ["iam:CreateRole", "iam:TagRole"],
    change: ["iam:DeleteRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:PutRolePermissionsBoundary"],
    read: ["iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies"],
  },
  aws_kms_alias: {
    arn: ({ name }) => at("kms", String(name)),
    make: ["kms:CreateAlias"],
    change: ["kms:DeleteAlias", "kms:UpdateAlias"],
    read: ["kms:ListAliases"],
  },
  aws_kms_key: {
    arn: () => at("kms", "key/0b4a7d6c-0000-4000-8000-000000000001"),
    make: ["kms:TagResource"],
    change: ["kms:CreateGrant", "kms:EnableKeyRotation", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
    read: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
  },
  aws_s3_bucket: {
    arn: bucket,
    make: ["s3:CreateBucket", "s3:PutBucketTagging"],
    change: ["s3:DeleteBucket", "s3:ListBucketVersions"],
    read: [
      "s3:GetBucketAcl",
      "s3:GetBucketLocation",
      "s3:GetBucketTagging",
      "s3:GetReplicationConfiguration",
      "s3:ListBucket",
    ],
  },
  aws_s3_bucket_lifecycle_configuration: {
    ...BUCKET,
    change: ["s3:PutLifecycleConfiguration"],
    read: ["s3:GetLifecycleConfiguration"],
  },
  aws_s3_bucket_logging: { ...BUCKET, change: ["s3:PutBucketLogging"], read: ["s3:GetBucketLogging"] },
  aws_s3_bucket_ownership_controls: {
    ...BUCKET,
    change: ["s3:PutBucketOwnershipControls"],
    read: ["s3:GetBucketOwnershipControls"],
  },
  aws_s3_bucket_policy: {
    ...BUCKET,
    change: ["s3:DeleteBucketPolicy", "s3:PutBucketPolicy"],
    read: ["s3:GetBucketPolicy"],
  },
  aws_s3_bucket_public_access_block: {
    ...BUCKET,
    change: ["s3:PutBucketPublicAccessBlock"],
    read: ["s3:GetBucketPublicAccessBlock"],
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    ...BUCKET,
    change: ["s3:PutEncryptionConfiguration"],
    read: ["s3:GetEncryptionConfiguration"],
  },
  aws_s3_bucket_versioning: { ...BUCKET, change: ["s3:PutBucketVersioning"], read: ["s3:GetBucketVersioning"] },
  aws_sagemaker_domain: {
    arn: withId("sagemaker", "domain/d-"),
    make: ["sagemaker:AddTags", "sagemaker:CreateDomain"],
    change: ["sagemaker:DeleteDomain", "sagemaker:UpdateDomain"],
    read: ["sagemaker:DescribeDomain", "sagemaker:ListTags"],
  },
  aws_sagemaker_endpoint: {
    arn: named("sagemaker", "endpoint/"),
    make: ["sagemaker:AddTags", "sagemaker:CreateEndpoint"],
    change: ["sagemaker:DeleteEndpoint", "sagemaker:UpdateEndpoint"],
    read: ["sagemaker:DescribeEndpoint", "sagemaker:ListTags"],
  },
  aws_sagemaker_endpoint_configuration: {
    arn: named("sagemaker", "endpoint-config/", "name_prefix"),
    make: ["sagemaker:AddTags", "sagemaker:CreateEndpointConfig"],
    change: ["sagemaker:DeleteEndpointConfig"],
    read: ["sagemaker:DescribeEndpointConfig", "sagemaker:ListTags"],
  },
  aws_sagemaker_model: {
    arn: named("sagemaker", "model/"),
    make: ["sagemaker:AddTags", "sagemaker:CreateModel"],
    change: ["sagemaker:DeleteModel"],
    read: ["sagemaker:DescribeModel", "sagemaker:ListTags"],
  },
  aws_sagemaker_notebook_instance: {
    arn: named("sagemaker", "notebook-instance/"),
    make: ["sagemaker:AddTags", "sagemaker:CreateNotebookInstance"],
    change: [
      "sagemaker:DeleteNotebookInstance",
      "sagemaker:StartNotebookInstance",
      "sagemaker:StopNotebookInstance",
      "sagemaker:UpdateNotebookInstance",
    ],
    read: ["sagemaker:DescribeNotebookInstance", "sagemaker:ListTags"],
  },
  aws_sagemaker_notebook_instance_lifecycle_configuration: {
    arn: named("sagemaker", "notebook-instance-lifecycle-config/"),
    make: ["sagemaker:AddTags", "sagemaker:CreateNotebookInstanceLifecycleConfig"],
    change: ["sagemaker:DeleteNotebookInstanceLifecycleConfig", "sagemaker:UpdateNotebookInstanceLifecycleConfig"],
    read: ["sagemaker:DescribeNotebookInstanceLifecycleConfig", "sagemaker:ListTags"],
  },
  aws_sagemaker_space: {
    arn: withId("sagemaker", "space/d-0123/"),
    make: ["sagemaker:AddTags", "sagemaker:CreateSpace"],
    change: ["sagemaker:DeleteSpace", "sagemaker:UpdateSpace"],
    read: ["sagemaker:DescribeSpace", "sagemaker:ListTags"],
  },
  aws_sagemaker_user_profile: {
    arn: withId("sagemaker", "user-profile/d-0123/"),
    make: ["sagemaker:AddTags", "sagemaker:CreateUserProfile"],
    change: ["sagemaker:DeleteUserProfile", "sagemaker:UpdateUserProfile"],
    read: ["sagemaker:DescribeUserProfile", "sagemaker:ListTags"],
  },
  aws_security_group: {
    arn: withId("ec2", "security-group/sg-"),
    make: ["ec2:CreateSecurityGroup", "ec2:CreateTags"],
    change: [
      "ec2:AuthorizeSecurityGroupEgress",
      "ec2:AuthorizeSecurityGroupIngress",
      "ec2:DeleteSecurityGroup",
      "ec2:RevokeSecurityGroupEgress",
      "ec2:RevokeSecurityGroupIngress",
    ],
    read: ["ec2:DescribeSecurityGroups"],
  },
  aws_sns_topic: {
    arn: named("sns", ""),
    make: ["sns:CreateTopic", "sns:TagResource"],
    change: ["sns:DeleteTopic", "sns:SetTopicAttributes", "sns:Subscribe", "sns:Unsubscribe"],
    read: ["sns:GetSubscriptionAttributes", "sns:GetTopicAttributes", "sns:ListTagsForResource"],
  },
  aws_ssm_parameter: {
    arn: named("ssm", "parameter"),
    make: ["ssm:AddTagsToResource", "ssm:PutParameter"],
    change: ["ssm:DeleteParameter"],
    read: ["ssm:DescribeParameters", "ssm:GetParameter", "ssm:ListTagsForResource"],
  },
  aws_vpc_security_group_egress_rule: {
    arn: withId("ec2", "security-group-rule/sgr-"),
    make: ["ec2:AuthorizeSecurityGroupEgress", "ec2:CreateTags"],
    change: ["ec2:ModifySecurityGroupRules"],
    read: ["ec2:DescribeSecurityGroupRules"],
  },
  aws_vpc_security_group_ingress_rule: {
    arn: withId("ec2", "security-group-rule/sgr-"),
    make: ["ec2:AuthorizeSecurityGroupIngress", "ec2:CreateTags"],
    change: ["ec2:ModifySecurityGroupRules"],
    read: ["ec2:DescribeSecurityGroupRules"],
  },
};

/** Types whose calls are those of another type: attachments of roles, and policies and subscriptions of topics. */
export const PART_OF_OTHERS = [
  "aws_iam_role_policies_exclusive",
  "aws_iam_role_policy_attachment",
  "aws_iam_role_policy_attachments_exclusive",
  "aws_sns_topic_policy",
  "aws_sns_topic_subscription",
];
