import { awsArn } from "../../blueprint/aws-account";
import type { DeployBlueprint } from "../../blueprint/aws-deploy";
import { tenantBoundaries } from "./deploy-identity-policy";
import { bucketsOf, iamArn } from "./deploy-statements";
import { type PolicyDocument, policy, type Statement } from "./policy";
import { studioFileSystemServices } from "./service-principals";

/**
 * The most that the roles of workflows can ever do, whatever is attached to them: nothing changes the foundation, the
 * trail, these roles or this boundary, nothing reads tenants' data, and no role is made without a tenant's boundary.
 *
 * @param foundationArns ARNs of what the foundation has besides, such as its keys
 */
export function deployBoundaryPolicy(deploy: DeployBlueprint, foundationArns: readonly string[]): PolicyDocument {
  return policy(
    ceiling(),
    foundationStays(deploy, foundationArns),
    ...tenantDataStays(deploy),
    ...boundariesStay(deploy),
  );
}

/** A boundary grants nothing, so "*" is no grant either. */
function ceiling(): Statement {
  return { Sid: "Ceiling", Effect: "Allow", Action: VERBS, Resource: "*" };
}

const VERBS = [
  "application-autoscaling:*Resource",
  "application-autoscaling:*ScalableTarget",
  "application-autoscaling:*ScalingPolicy",
  "application-autoscaling:Describe*",
  "budgets:ListTagsForResource",
  "budgets:ModifyBudget",
  "budgets:TagResource",
  "budgets:UntagResource",
  "budgets:ViewBudget",
  "cloudtrail:Describe*",
  "cloudtrail:Get*",
  "cloudtrail:ListTags",
  "cloudwatch:DeleteAlarms",
  "cloudwatch:DescribeAlarms",
  "cloudwatch:ListTagsForResource",
  "cloudwatch:PutMetricAlarm",
  "cloudwatch:TagResource",
  "cloudwatch:UntagResource",
  "ec2:*SecurityGroup*",
  "ec2:CreateNetworkInterface",
  "ec2:CreateTags",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteTags",
  "ec2:Describe*",
  "ecr:*Repository*",
  "ecr:*LifecyclePolicy",
  "ecr:*Resource",
  "ecr:DescribeRepositories",
  "ecr:PutImageScanningConfiguration",
  "ecr:PutImageTagMutability",
  "elasticfilesystem:CreateFileSystem",
  "iam:*Policy*",
  "iam:*Role*",
  "iam:Get*",
  "iam:List*",
  "kms:*Alias*",
  "kms:*Key*",
  "kms:*Resource*",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:RetireGrant",
  "logs:*LogGroup*",
  "logs:*Resource",
  "logs:*RetentionPolicy",
  "logs:AssociateKmsKey",
  "s3:*Bucket*",
  "s3:*Configuration",
  "s3:*Resource",
  "s3:DeleteObject*",
  "s3:GetObject",
  "s3:PutObject",
  "sagemaker:*Domain",
  "sagemaker:*Endpoint*",
  "sagemaker:*Model",
  "sagemaker:*NotebookInstance*",
  "sagemaker:*Space",
  "sagemaker:*Tags",
  "sagemaker:*UserProfile",
  "sns:*Resource",
  "sns:*Subscri*",
  "sns:*Topic*",
  "sns:Unsubscribe",
  "ssm:*Parameter*",
  "ssm:*Resource",
  "sts:AssumeRole",
] as const;

/** Whatever only looks, may look at the foundation too. */
const LOOKS = [
  "cloudtrail:Get*",
  "cloudtrail:List*",
  "iam:Get*",
  "iam:List*",
  "kms:Describe*",
  "kms:Get*",
  "kms:List*",
  "logs:List*",
  "s3:GetBucket*",
  "s3:Get*Configuration",
  "s3:List*",
  "ssm:GetParameter*",
  "ssm:List*",
] as const;

function foundationStays({ platform, provider }: DeployBlueprint, others: readonly string[]): Statement {
  const { account, names, parameters } = platform;
  const buckets = bucketsOf(platform);
  return {
    Sid: "FoundationStays",
    Effect: "Deny",
    NotAction: LOOKS,
    Resource: [
      iamArn(platform, "role"),
      iamArn(platform, "policy"),
      provider.arn,
      buckets,
      `${buckets}/*`,
      awsArn(account, "kms", `alias/${names}`),
      awsArn(account, "ssm", `parameter${parameters}`),
      ...others,
    ],
  };
}

/**
 * What is in tenants' buckets is not read, their keys are not used but to make a file system, and nobody comes in by their
 * notebooks, Studio or roles.
 */
function tenantDataStays({ everything, tenants, tenantAccountRole, states }: DeployBlueprint): Statement[] {
  return [
    {
      Sid: "ObjectsStay",
      Effect: "Deny",
      Action: ["s3:GetObject*", "s3:PutObject*"],
      Resource: `${bucketsOf(tenants)}/*`,
    },
    {
      // Whatever the key's tags say, which this role can change: all keys but that of the states.
      Sid: "KeysStay",
      Effect: "Deny",
      Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      ...(states?.key === undefined
        ? { Resource: awsArn(everything.account, "kms", "key/*") }
        : { NotResource: states.key.arn }),
      Condition: { StringNotEquals: { "kms:ViaService": studioFileSystemServices(everything.account) } },
    },
    {
      Sid: "NobodyComesIn",
      Effect: "Deny",
      Action: ["sagemaker:CreatePresigned*", "sagemaker:Invoke*"],
      Resource: "*",
    },
    { Sid: "OtherRolesStay", Effect: "Deny", Action: "sts:AssumeRole", NotResource: tenantAccountRole },
  ];
}

function boundariesStay(deploy: DeployBlueprint): Statement[] {
  return [
    {
      Sid: "NoRoleWithoutBoundary",
      Effect: "Deny",
      Action: ["iam:CreateRole", "iam:PutRolePermissionsBoundary"],
      Resource: "*",
      Condition: { StringNotLike: { "iam:PermissionsBoundary": tenantBoundaries(deploy) } },
    },
    { Sid: "BoundariesStay", Effect: "Deny", Action: "iam:DeleteRolePermissionsBoundary", Resource: "*" },
  ];
}
