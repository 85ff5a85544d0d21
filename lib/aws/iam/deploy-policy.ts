import { awsArn } from "../../blueprint/aws-account";
import type { DeployBlueprint } from "../../blueprint/aws-deploy";
import {
  arnsOf,
  arnsOfTypes,
  bucketsOf,
  forTenant,
  grant,
  iamArn,
  NAMED_BY_TERRAFORM,
  OF_STUDIO,
  ofTenant,
} from "./deploy-statements";
import { type PolicyDocument, policy, type Statement } from "./policy";

/** ARNs of the policies that a role of a tenant may have as its boundary. */
export function tenantBoundaries({ tenants }: DeployBlueprint): string[] {
  return [iamArn(tenants, "policy"), `arn:${tenants.account.partition}:iam::aws:policy/AWSDenyAll`];
}

/**
 * Roles of tenants and their policies. A role is made under a boundary of its tenant and never loses it, nothing but
 * policies of tenants is attached to it, and it is passed to SageMaker only.
 *
 * What the policies of a tenant say, IAM cannot check here: whoever takes this role can write a policy that allows more
 * than the constructs would. So only workflows in an environment with reviewers get it, and the trail shows each change.
 */
export function deployIdentityPolicy(deploy: DeployBlueprint): PolicyDocument {
  const { tenants } = deploy;
  const { account } = tenants;
  const role = iamArn(tenants, "role");
  const policies = iamArn(tenants, "policy");
  return policy(
    grant("MakeRoles", "iam", ["CreateRole", "PutRolePermissionsBoundary"], role, {
      StringLike: { "iam:PermissionsBoundary": tenantBoundaries(deploy) },
    }),
    grant("ChangeRoles", "iam", CHANGE_ROLES, role),
    grant("AttachPolicies", "iam", ["AttachRolePolicy", "DetachRolePolicy"], role, {
      ArnLike: { "iam:PolicyARN": policies },
    }),
    grant("ChangePolicies", "iam", CHANGE_POLICIES, policies),
    grant(
      "PassTenantRoles",
      "iam",
      ["PassRole"],
      ["exec", "domain"].map((what) => awsArn(account, "iam", `role${tenants.path}--${what}`)),
      { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    ),
    ...SERVICE_LINKED.map(({ sid, service }) =>
      grant(sid, "iam", ["CreateServiceLinkedRole"], awsArn(account, "iam", `role/aws-service-role/${service}/*`), {
        StringEquals: { "iam:AWSServiceName": service },
      }),
    ),
    // What a tenant's own account trusts is its own matter. A role of another name there, a file names.
    grant("TakeRolesOfTenantAccounts", "sts", ["AssumeRole"], deploy.tenantAccountRole),
  );
}

const CHANGE_ROLES = [
  "DeleteRole",
  "DeleteRolePolicy",
  "TagRole",
  "UntagRole",
  "UpdateAssumeRolePolicy",
  "UpdateRole",
  "UpdateRoleDescription",
] as const;

const CHANGE_POLICIES = [
  "CreatePolicy",
  "CreatePolicyVersion",
  "DeletePolicy",
  "DeletePolicyVersion",
  "SetDefaultPolicyVersion",
  "TagPolicy",
  "UntagPolicy",
] as const;

/** Roles that AWS makes for its own services when the first Studio domain, or the first scaling, of an account is made. */
const SERVICE_LINKED = [
  { sid: "StudioRole", service: "sagemaker.amazonaws.com" },
  { sid: "ScalingRole", service: "sagemaker.application-autoscaling.amazonaws.com" },
] as const;

/** Where tenants' data is: keys, buckets, repositories, log groups, parameters. The data itself stays closed. */
export function deployDataPolicy(deploy: DeployBlueprint): PolicyDocument {
  const { tenants, repositories } = deploy;
  const { account } = tenants;
  const keys = arnsOfTypes(tenants, "kms", ["key/"]);
  const bucket = bucketsOf(tenants);
  return policy(
    grant("MakeKeys", "kms", ["CreateKey"], "*", forTenant(deploy)),
    grant("TagKeys", "kms", ["TagResource"], keys, forTenant(deploy)),
    grant("ChangeKeys", "kms", CHANGE_KEYS, keys, ofTenant(deploy)),
    grant("NameKeys", "kms", ["CreateAlias", "DeleteAlias", "UpdateAlias"], arnsOf(tenants, "kms", ["alias/"])),
    // SageMaker and ECR take a grant of the key from whoever makes something with it.
    grant("GrantKeysToServices", "kms", ["CreateGrant"], keys, {
      ...ofTenant(deploy),
      Bool: { "kms:GrantIsForAWSResource": "true" },
    }),
    grant("ChangeBuckets", "s3", CHANGE_BUCKETS, bucket),
    grant("EmptyBuckets", "s3", ["DeleteObject", "DeleteObjectVersion"], `${bucket}/*`),
    grant("ChangeRepositories", "ecr", CHANGE_REPOSITORIES, awsArn(account, "ecr", `repository/${repositories}`)),
    grant(
      "ChangeLogGroups",
      "logs",
      CHANGE_LOG_GROUPS,
      arnsOf(tenants, "logs", ["log-group:/aws/sagemaker/Endpoints/"]),
    ),
    grant("ChangeParameters", "ssm", CHANGE_PARAMETERS, awsArn(account, "ssm", `parameter${tenants.parameters}`)),
    ...states(deploy),
  );
}

const CHANGE_KEYS = [
  "CancelKeyDeletion",
  "CreateAlias",
  "DeleteAlias",
  "DisableKey",
  "EnableKey",
  "EnableKeyRotation",
  "PutKeyPolicy",
  "ScheduleKeyDeletion",
  "UntagResource",
  "UpdateAlias",
  "UpdateKeyDescription",
] as const;

const CHANGE_BUCKETS = [
  "CreateBucket",
  "DeleteBucket",
  "DeleteBucketPolicy",
  "ListBucketVersions",
  "PutBucketLogging",
  "PutBucketOwnershipControls",
  "PutBucketPolicy",
  "PutBucketPublicAccessBlock",
  "PutBucketTagging",
  "PutBucketVersioning",
  "PutEncryptionConfiguration",
  "PutLifecycleConfiguration",
  "TagResource",
  "UntagResource",
] as const;

const CHANGE_REPOSITORIES = [
  "CreateRepository",
  "DeleteLifecyclePolicy",
  "DeleteRepository",
  "DeleteRepositoryPolicy",
  "PutImageScanningConfiguration",
  "PutImageTagMutability",
  "PutLifecyclePolicy",
  "SetRepositoryPolicy",
  "TagResource",
  "UntagResource",
] as const;

const CHANGE_LOG_GROUPS = [
  "AssociateKmsKey",
  "CreateLogGroup",
  "DeleteLogGroup",
  "DeleteRetentionPolicy",
  "PutRetentionPolicy",
  "TagResource",
  "UntagResource",
] as const;

const CHANGE_PARAMETERS = ["AddTagsToResource", "DeleteParameter", "PutParameter", "RemoveTagsFromResource"] as const;

/** The states of tenants, where they are in S3, with their lock files. */
function states({ states: place }: DeployBlueprint): Statement[] {
  if (place === undefined) return [];
  const { bucketArn, keys, kmsKeyArn } = place;
  return [
    grant("FindStates", "s3", ["ListBucket"], bucketArn, { StringLike: { "s3:prefix": keys } }),
    grant("KeepStates", "s3", ["DeleteObject", "GetObject", "PutObject"], `${bucketArn}/${keys}`),
    ...(kmsKeyArn === undefined
      ? []
      : [grant("EncryptStates", "kms", ["Decrypt", "Encrypt", "GenerateDataKey"], kmsKeyArn)]),
  ];
}

/** What runs: SageMaker, and the security groups of tenants. */
export function deployWorkloadsPolicy(deploy: DeployBlueprint): PolicyDocument {
  const { tenants } = deploy;
  const groups = arnsOfTypes(tenants, "ec2", ["security-group/"]);
  const rules = arnsOfTypes(tenants, "ec2", ["security-group-rule/"]);
  const named = arnsOf(tenants, "sagemaker", NAMED_BY_TERRAFORM);
  const studio = arnsOfTypes(tenants, "sagemaker", OF_STUDIO);
  return policy(
    grant("MakeByName", "sagemaker", MAKE_BY_NAME, named, forTenant(deploy)),
    grant("ChangeByName", "sagemaker", CHANGE_BY_NAME, named),
    grant("MakeStudio", "sagemaker", ["CreateDomain", "CreateSpace", "CreateUserProfile"], studio, forTenant(deploy)),
    grant("TagStudio", "sagemaker", ["AddTags"], studio, forTenant(deploy)),
    grant("ChangeStudio", "sagemaker", CHANGE_STUDIO, studio, ofTenant(deploy)),
    grant("MakeGroups", "ec2", ["CreateSecurityGroup"], groups, forTenant(deploy)),
    grant("MakeGroupsInNetwork", "ec2", ["CreateSecurityGroup"], arnsOfTypes(tenants, "ec2", ["vpc/"])),
    grant("ChangeGroups", "ec2", CHANGE_GROUPS, groups, ofTenant(deploy)),
    grant("ChangeRules", "ec2", CHANGE_RULES, rules),
    grant("TagWhatIsMade", "ec2", ["CreateTags"], [...groups, ...rules], {
      StringEquals: { "ec2:CreateAction": MAKES_TAGGED },
    }),
    grant("TagAgain", "ec2", ["CreateTags", "DeleteTags"], [...groups, ...rules], ofTenant(deploy)),
  );
}

/** What watches over what runs: the scaling, the alarms and the budgets of tenants. */
export function deployOperationsPolicy({ tenants }: DeployBlueprint): PolicyDocument {
  const targets = arnsOfTypes(tenants, "application-autoscaling", ["scalable-target/"]);
  return policy(
    grant("Scale", "application-autoscaling", SCALE, targets, {
      StringEquals: { "application-autoscaling:service-namespace": "sagemaker" },
    }),
    grant("TagScaling", "application-autoscaling", ["TagResource", "UntagResource"], targets),
    grant("Alarm", "cloudwatch", ["DeleteAlarms", "PutMetricAlarm", ...TAG], arnsOf(tenants, "cloudwatch", ["alarm:"])),
    grant("Topics", "sns", [...CHANGE_TOPICS, ...TAG], arnsOf(tenants, "sns", [""])),
    grant("Budgets", "budgets", ["ModifyBudget", ...TAG], arnsOf(tenants, "budgets", ["budget/"])),
  );
}

const TAG = ["TagResource", "UntagResource"] as const;

const MAKE_BY_NAME = [
  "CreateEndpoint",
  "CreateEndpointConfig",
  "CreateModel",
  "CreateNotebookInstance",
  "CreateNotebookInstanceLifecycleConfig",
] as const;

const CHANGE_BY_NAME = [
  "AddTags",
  "DeleteEndpoint",
  "DeleteEndpointConfig",
  "DeleteModel",
  "DeleteNotebookInstance",
  "DeleteNotebookInstanceLifecycleConfig",
  "DeleteTags",
  "StartNotebookInstance",
  "StopNotebookInstance",
  "UpdateEndpoint",
  "UpdateEndpointWeightsAndCapacities",
  "UpdateNotebookInstance",
  "UpdateNotebookInstanceLifecycleConfig",
] as const;

const CHANGE_STUDIO = [
  "DeleteDomain",
  "DeleteSpace",
  "DeleteTags",
  "DeleteUserProfile",
  "UpdateDomain",
  "UpdateSpace",
  "UpdateUserProfile",
] as const;

const CHANGE_RULES = [
  "AuthorizeSecurityGroupEgress",
  "AuthorizeSecurityGroupIngress",
  "ModifySecurityGroupRules",
] as const;

const CHANGE_GROUPS = [
  ...CHANGE_RULES,
  "DeleteSecurityGroup",
  "RevokeSecurityGroupEgress",
  "RevokeSecurityGroupIngress",
  "UpdateSecurityGroupRuleDescriptionsEgress",
  "UpdateSecurityGroupRuleDescriptionsIngress",
] as const;

/** Calls of EC2 that make something with tags. */
const MAKES_TAGGED = ["AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateSecurityGroup"] as const;

const SCALE = [
  "DeleteScalingPolicy",
  "DeregisterScalableTarget",
  "PutScalingPolicy",
  "RegisterScalableTarget",
] as const;

const CHANGE_TOPICS = [
  "CreateTopic",
  "DeleteTopic",
  "SetSubscriptionAttributes",
  "SetTopicAttributes",
  "Subscribe",
  "Unsubscribe",
] as const;
