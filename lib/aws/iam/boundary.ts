import { awsArn } from "../../blueprint/aws-account";
import { type PolicyDocument, policy, type Statement, type Texts } from "./policy";
import { ownLogGroups, ownNamed, ownSharedStreams, ownStudio, type TenantScope } from "./tenant-scope";

/**
 * The most that a role of a tenant can ever do, whatever is attached to it: certain verbs, on what is the tenant's own,
 * with nothing of another tenant in a parameter. What keeps tenants apart stands here, as a Deny: it also beats what a
 * policy of a resource grants to a session.
 *
 * IAM takes one boundary a role, of 6,144 characters ("IAM and AWS STS quotas"), so it cannot be split.
 */
export function boundaryPolicy(scope: TenantScope): PolicyDocument {
  return policy(ceiling(), outside(scope), ...references(scope));
}

/**
 * The verbs. "*" is no grant in a boundary: a role may do what its own policies allow as well, and nothing that a Deny
 * names. There is none that changes a policy, a trust, a key or a tag, and none for what has parameters that no condition
 * key can hold to the tenant (docs/aws.md, "What a tenant cannot do by itself").
 */
const VERBS: readonly string[] = [
  "cloudwatch:PutMetricData",
  "ec2:CreateNetworkInterface*",
  "ec2:DeleteNetworkInterface*",
  "ec2:Describe*",
  "ecr:*Layer*",
  "ecr:BatchGetImage",
  "ecr:DescribeImages",
  "ecr:GetAuthorizationToken",
  "ecr:ListImages",
  "ecr:PutImage",
  "iam:PassRole",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
  "logs:*LogEvents",
  "logs:CreateLogGroup",
  "logs:CreateLogStream",
  "logs:DescribeLogStreams",
  "s3:AbortMultipartUpload",
  "s3:DeleteObject",
  "s3:Get*",
  "s3:List*",
  "s3:PutObject",
  "sagemaker:AddTags",
  "sagemaker:CreateApp",
  "sagemaker:CreateEndpoint*",
  "sagemaker:CreateModel",
  "sagemaker:CreatePresigned*",
  "sagemaker:CreateProcessingJob",
  "sagemaker:CreateTrainingJob",
  "sagemaker:CreateTransformJob",
  "sagemaker:DeleteApp",
  "sagemaker:DeleteEndpoint*",
  "sagemaker:DeleteModel",
  "sagemaker:Describe*",
  "sagemaker:InvokeEndpoint*",
  "sagemaker:ListTags",
  "sagemaker:St*",
  "sagemaker:UpdateEndpoint*",
  "ssm:GetParameter*",
];

function ceiling(): Statement {
  return { Sid: "Ceiling", Effect: "Allow", Action: VERBS, Resource: "*" };
}

/**
 * Nothing outside of what is the tenant's own. That also denies every action that IAM cannot scope, such as all the
 * listings of SageMaker, for their resource is "*": all but those that SageMaker needs and that give away nothing of another
 * tenant's. Subnets and network interfaces are the network's; a tenant's part of it is its security group.
 */
function outside(scope: TenantScope): Statement {
  const { target, bucket, execRole, repository, modelObjects, parameters } = scope.tenant;
  return {
    Sid: "Outside",
    Effect: "Deny",
    NotAction: ["cloudwatch:PutMetricData", "ec2:Describe*", "ecr:GetAuthorizationToken"],
    NotResource: [
      ...ownNamed(scope),
      ...ownStudio(scope),
      ...ownSharedStreams(scope),
      ownLogGroups(scope),
      ...["network-interface/*", `security-group/${scope.securityGroupId}`, "subnet/*"].map((resource) =>
        awsArn(target, "ec2", resource),
      ),
      bucket.arn,
      `${bucket.arn}/*`,
      ...modelObjects,
      scope.keyArn,
      repository.pattern,
      ...repository.others,
      execRole.arn,
      parameters.arn,
      parameters.pattern,
    ],
  };
}

/** A parameter of requests of SageMaker that must not be anything but the tenant's own. */
interface Reference {
  readonly Sid: string;
  /** The condition key that holds the parameter. */
  readonly key: string;
  /** The operator that is true of what is not the tenant's. */
  readonly operator: string;
  /** What the operator holds the parameter against. */
  readonly values: (scope: TenantScope) => Texts;
}

/** A parameter that no request may have. A pattern would not do: `ArnLike` takes "*" for no ARN. */
const NOT_AT_ALL = { operator: "Null", values: () => "false" } as const;

/**
 * What is passed by reference, in any request. A statement is about one key: the keys of a Deny must all be true, so that
 * with two of them a request that is right in one could be wrong in the other.
 */
const REFERENCES: readonly Reference[] = [
  {
    Sid: "Model",
    key: "sagemaker:ModelArn",
    operator: "ArnNotLike",
    values: (scope) => ownNamed(scope, ["model"]),
  },
  {
    Sid: "Subnet",
    key: "sagemaker:VpcSubnets",
    operator: "ForAnyValue:StringNotEquals",
    values: ({ subnetIds }) => subnetIds,
  },
  {
    Sid: "SecurityGroup",
    key: "sagemaker:VpcSecurityGroupIds",
    operator: "ForAnyValue:StringNotEquals",
    values: ({ securityGroupId }) => securityGroupId,
  },
  { Sid: "VolumeKey", key: "sagemaker:VolumeKmsKeyArn", operator: "ArnNotEquals", values: ({ keyArn }) => keyArn },
  { Sid: "OutputKey", key: "sagemaker:OutputKmsKeyArn", operator: "ArnNotEquals", values: ({ keyArn }) => keyArn },
  // The file system of Studio is mounted by SageMaker itself, and a tenant has no other.
  { Sid: "FileSystem", key: "sagemaker:FileSystemId", ...NOT_AT_ALL },
  // What is made has the tenant's tag. Studio tags its apps with nothing but tags of SageMaker's own.
  { Sid: "Tag", key: "aws:RequestTag/tenant", operator: "StringNotEquals", values: ({ tenant }) => tenant.tenant },
];

/** Parameters of the apps of Studio. A tenant without Studio can make none. */
const STUDIO_REFERENCES: readonly Reference[] = [
  // Images of AWS itself are of accounts of AWS; of this account's there are none.
  { Sid: "Image", key: "sagemaker:ImageArns", operator: "ForAnyValue:ArnLike", values: ofTheAccount },
  { Sid: "ImageVersion", key: "sagemaker:ImageVersionArns", operator: "ForAnyValue:ArnLike", values: ofTheAccount },
  { Sid: "LifecycleConfig", key: "sagemaker:StudioLifecycleConfigArns", ...NOT_AT_ALL },
];

function ofTheAccount({ tenant: { target } }: TenantScope): string {
  return awsArn({ ...target, region: "*" }, "sagemaker", "*");
}

/**
 * A negated operator is true of a missing key, and "IfExists" would not change that (IAM, "IAM JSON policy elements:
 * Condition operators"): `Null` keeps the Deny to requests that have the key. What must not be missing, the policies of the
 * roles say.
 */
function references(scope: TenantScope): Statement[] {
  const table = scope.domainId === undefined ? REFERENCES : [...REFERENCES, ...STUDIO_REFERENCES];
  return table.map(({ Sid, key, operator, values }) => ({
    Sid: `Foreign${Sid}`,
    Effect: "Deny",
    Action: "sagemaker:*",
    Resource: "*",
    Condition: {
      [operator]: { [key]: values(scope) },
      ...(/^(String|Arn)Not/.test(operator) ? { Null: { [key]: "false" } } : {}),
    },
  }));
}
