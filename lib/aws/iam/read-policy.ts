import { awsArn } from "../../blueprint/aws-account";
import type { DeployBlueprint } from "../../blueprint/aws-deploy";
import { arnsOf, arnsOfTypes, bucketsOf, grant, iamArn, NAMED_BY_TERRAFORM, OF_STUDIO } from "./deploy-statements";
import { type PolicyDocument, policy } from "./policy";

/**
 * What Terraform reads for a plan: how the resources of the platform and of its tenants are set up, and nothing of what is
 * in them. The state is read by whatever right the backend gives.
 */
export function readPolicy(deploy: DeployBlueprint): PolicyDocument {
  const { everything, provider, repositories } = deploy;
  const { account } = everything;
  return policy(
    {
      Sid: "ReadWhatCannotBeScoped",
      Effect: "Allow",
      Action: UNSCOPED,
      Resource: "*",
    },
    grant("ReadVpc", "ec2", ["DescribeVpcAttribute"], arnsOfTypes(everything, "ec2", ["vpc/"])),
    grant("ReadSageMaker", "sagemaker", DESCRIBE, [
      ...arnsOf(everything, "sagemaker", NAMED_BY_TERRAFORM),
      ...arnsOfTypes(everything, "sagemaker", OF_STUDIO),
    ]),
    grant("ReadRoles", "iam", READ_ROLES, iamArn(everything, "role")),
    grant("ReadPolicies", "iam", ["GetPolicy", "GetPolicyVersion", "ListPolicyVersions"], iamArn(everything, "policy")),
    grant("ReadProvider", "iam", ["GetOpenIDConnectProvider"], provider.arn),
    grant("ReadKeys", "kms", READ_KEYS, arnsOfTypes(everything, "kms", ["key/"])),
    grant("ReadBuckets", "s3", READ_BUCKETS, bucketsOf(everything)),
    grant("ReadRepositories", "ecr", READ_REPOSITORIES, awsArn(account, "ecr", `repository/${repositories}`)),
    grant("ReadLogGroups", "logs", ["ListTagsForResource"], arnsOfTypes(everything, "logs", ["log-group:"])),
    grant("ReadParameters", "ssm", READ_PARAMETERS, awsArn(account, "ssm", `parameter${everything.parameters}`)),
    grant(
      "ReadScaling",
      "application-autoscaling",
      ["ListTagsForResource"],
      arnsOfTypes(everything, "application-autoscaling", ["scalable-target/"]),
    ),
    // All of them: those of target tracking have no name of the platform's.
    grant("FindAlarms", "cloudwatch", ["DescribeAlarms"], arnsOfTypes(everything, "cloudwatch", ["alarm:"])),
    grant("ReadAlarms", "cloudwatch", ["ListTagsForResource"], arnsOf(everything, "cloudwatch", ["alarm:"])),
    grant("ReadTopics", "sns", READ_TOPICS, arnsOf(everything, "sns", [""])),
    grant("ReadBudgets", "budgets", ["ListTagsForResource", "ViewBudget"], arnsOf(everything, "budgets", ["budget/"])),
    grant("ReadTrail", "cloudtrail", READ_TRAIL, arnsOf(everything, "cloudtrail", ["trail/"])),
  );
}

/** Actions that IAM cannot scope. They say how things are set up in the account, and nothing of what is in them. */
const UNSCOPED = [
  "application-autoscaling:DescribeScalableTargets",
  "application-autoscaling:DescribeScalingPolicies",
  "cloudtrail:DescribeTrails",
  "ec2:DescribeFlowLogs",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribePrefixLists",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSecurityGroupRules",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "kms:ListAliases",
  "logs:DescribeLogGroups",
  "ssm:DescribeParameters",
] as const;

const DESCRIBE = [
  "DescribeDomain",
  "DescribeEndpoint",
  "DescribeEndpointConfig",
  "DescribeModel",
  "DescribeNotebookInstance",
  "DescribeNotebookInstanceLifecycleConfig",
  "DescribeSpace",
  "DescribeUserProfile",
  "ListTags",
] as const;

const READ_ROLES = [
  "GetRole",
  "GetRolePolicy",
  "ListAttachedRolePolicies",
  "ListInstanceProfilesForRole",
  "ListRolePolicies",
  "ListRoleTags",
] as const;

const READ_KEYS = ["DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListResourceTags"] as const;

/** `GetBucket*` is about the bucket; what is in it, `GetObject*` reads. */
const READ_BUCKETS = [
  "GetAccelerateConfiguration",
  "GetBucket*",
  "GetEncryptionConfiguration",
  "GetLifecycleConfiguration",
  "GetReplicationConfiguration",
  "ListBucket",
  "ListTagsForResource",
] as const;

const READ_REPOSITORIES = [
  "DescribeRepositories",
  "GetLifecyclePolicy",
  "GetRepositoryPolicy",
  "ListTagsForResource",
] as const;

const READ_PARAMETERS = ["GetParameter", "GetParameters", "ListTagsForResource"] as const;

const READ_TOPICS = [
  "GetSubscriptionAttributes",
  "GetTopicAttributes",
  "ListSubscriptionsByTopic",
  "ListTagsForResource",
] as const;

const READ_TRAIL = ["GetEventSelectors", "GetInsightSelectors", "GetTrail", "GetTrailStatus", "ListTags"] as const;
