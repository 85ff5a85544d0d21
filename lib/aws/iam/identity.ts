import { awsArn } from "../../blueprint/aws-account";
import { LOCAL_STORAGE_FAMILIES } from "../../blueprint/local-storage";
import { type Conditions, type PolicyDocument, policy, type Statement } from "./policy";
import {
  type NamedType,
  ownLogGroups,
  ownNamed,
  ownNetwork,
  ownSharedStreams,
  ownStudio,
  type TenantScope,
} from "./tenant-scope";

const SAGEMAKER = "sagemaker.amazonaws.com";

/** Jobs, models and endpoints of SageMaker that a tenant makes by itself, with its own tag and everything that secures them. */
export function creationPolicy(scope: TenantScope): PolicyDocument {
  return policy(...creation(scope), tagging(scope));
}

/** What a tenant does with what it has of SageMaker, whoever made it, and with its own role. */
export function usePolicy(scope: TenantScope): PolicyDocument {
  return policy(...use(scope), ...studio(scope), ...readLogs(scope), passRole(scope));
}

/** Data in the tenant's bucket under the tenant's key, its images and its parameters. */
export function dataPolicy(scope: TenantScope): PolicyDocument {
  return policy(...data(scope), ...images(scope));
}

/** What SageMaker does as the tenant: logs, metrics, and network interfaces in the tenant's network. */
export function executionPolicy(scope: TenantScope): PolicyDocument {
  return policy(...writeLogs(scope), metrics(scope), ...network(scope));
}

/** What of SageMaker is made with the tenant's tag, and on which conditions beside that. */
interface Creation {
  readonly Sid: string;
  /** The actions, without `sagemaker:`. */
  readonly actions: readonly string[];
  /** The types of what they make and look at. */
  readonly types: readonly NamedType[];
  /** Parameters that must be true. Default: none. */
  readonly on?: readonly string[];
  /** Parameters that must be given. Which values they may have, the boundary says. Default: none. */
  readonly given?: readonly string[];
  /** Whether it has volumes, which the tenant's key encrypts wherever they take a key. Default: false. */
  readonly volumes?: boolean;
}

const NETWORK = ["VpcSubnets", "VpcSecurityGroupIds"];

const CREATIONS: readonly Creation[] = [
  // FSBP SageMaker.5: a model's container reaches nothing.
  { Sid: "CreateModel", actions: ["CreateModel"], types: ["model"], on: ["NetworkIsolation"], given: NETWORK },
  {
    Sid: "CreateJob",
    actions: ["CreateProcessingJob", "CreateTrainingJob"],
    types: ["processing-job", "training-job"],
    on: ["InterContainerTrafficEncryption"],
    given: [...NETWORK, "OutputKmsKeyArn"],
    volumes: true,
  },
  {
    Sid: "CreateTransformJob",
    actions: ["CreateTransformJob"],
    types: ["transform-job"],
    given: ["ModelArn", "OutputKmsKeyArn"],
    volumes: true,
  },
  {
    Sid: "CreateEndpointConfig",
    actions: ["CreateEndpointConfig"],
    types: ["endpoint-config"],
    given: ["ModelArn"],
    volumes: true,
  },
  { Sid: "CreateEndpoint", actions: ["CreateEndpoint"], types: ["endpoint", "endpoint-config"] },
];

const CREATED_TYPES = [...new Set(CREATIONS.flatMap(({ types }) => types))];

/** Instances with disks of their own, which encrypt themselves: SageMaker refuses a key for their volumes. */
const LOCAL_DISKS = LOCAL_STORAGE_FAMILIES.map((family) => `ml.${family}.*`);

function creation(scope: TenantScope): Statement[] {
  const tagged = { StringEquals: { "aws:RequestTag/tenant": scope.tenant.tenant } };
  return CREATIONS.flatMap(({ Sid, actions, types, on = [], given = [], volumes = false }) => {
    const allowed = (suffix: string, encryption: Conditions): Statement => ({
      Sid: `${Sid}${suffix}`,
      Effect: "Allow",
      Action: actions.map((action) => `sagemaker:${action}`),
      Resource: ownNamed(scope, types),
      Condition: { ...tagged, ...each("Bool", on, "true"), ...each("Null", given, "false"), ...encryption },
    });
    if (!volumes) return [allowed("", {})];
    return [
      allowed("", { ArnEquals: { "sagemaker:VolumeKmsKeyArn": scope.keyArn } }),
      allowed("OnLocalDisks", { "ForAnyValue:StringLike": { "sagemaker:InstanceTypes": LOCAL_DISKS } }),
    ];
  });
}

/** One condition for several keys of SageMaker; nothing for none. */
function each(operator: string, keys: readonly string[], value: string): Conditions {
  if (keys.length === 0) return {};
  return { [operator]: Object.fromEntries(keys.map((key) => [`sagemaker:${key}`, value])) };
}

function use(scope: TenantScope): Statement[] {
  const { tenant } = scope.tenant;
  const own = { StringEquals: { "aws:ResourceTag/tenant": tenant } };
  return [
    {
      Sid: "Use",
      Effect: "Allow",
      Action: [
        "sagemaker:CreatePresignedNotebookInstanceUrl",
        "sagemaker:DescribeEndpoint",
        "sagemaker:DescribeEndpointConfig",
        "sagemaker:DescribeModel",
        "sagemaker:DescribeNotebookInstance",
        "sagemaker:DescribeProcessingJob",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:DescribeTransformJob",
        "sagemaker:InvokeEndpoint",
        "sagemaker:InvokeEndpointAsync",
        "sagemaker:InvokeEndpointWithResponseStream",
        "sagemaker:ListTags",
        "sagemaker:StartNotebookInstance",
        "sagemaker:StopNotebookInstance",
        "sagemaker:StopProcessingJob",
        "sagemaker:StopTrainingJob",
        "sagemaker:StopTransformJob",
      ],
      Resource: ownNamed(scope),
      Condition: own,
    },
    {
      // What Terraform made is changed in the tenant's file: it would come back, or differ from its plan.
      Sid: "ChangeWhatTheTenantMade",
      Effect: "Allow",
      Action: [
        "sagemaker:DeleteEndpoint",
        "sagemaker:DeleteEndpointConfig",
        "sagemaker:DeleteModel",
        "sagemaker:UpdateEndpoint",
        "sagemaker:UpdateEndpointWeightsAndCapacities",
      ],
      Resource: ownNamed(scope, ["endpoint", "endpoint-config", "model"]),
      Condition: { ...own, StringNotEquals: { "aws:ResourceTag/managedBy": "terraform" } },
    },
  ];
}

/** Making something with tags takes this right as well. The key is there then only, so that nothing is tagged later. */
function tagging(scope: TenantScope): Statement {
  return {
    Sid: "TagWhatIsMade",
    Effect: "Allow",
    Action: "sagemaker:AddTags",
    Resource: [...ownNamed(scope, CREATED_TYPES), ...ownStudio(scope, ["app"])],
    Condition: { Null: { "sagemaker:TaggingAction": "false" } },
  };
}

/** Studio, in the tenant's own domain. Its resources are the tenant's by the domain's id, which stands in their ARNs. */
function studio(scope: TenantScope): Statement[] {
  if (scope.domainId === undefined) return [];
  return [
    {
      Sid: "OpenStudio",
      Effect: "Allow",
      Action: ["sagemaker:CreatePresignedDomainUrl", "sagemaker:DescribeUserProfile"],
      Resource: ownStudio(scope, ["user-profile"]),
    },
    {
      Sid: "WorkInStudio",
      Effect: "Allow",
      Action: ["sagemaker:CreateApp", "sagemaker:DeleteApp", "sagemaker:DescribeApp"],
      Resource: ownStudio(scope, ["app"]),
    },
    {
      Sid: "SeeStudio",
      Effect: "Allow",
      Action: ["sagemaker:DescribeDomain", "sagemaker:DescribeSpace", "sagemaker:ListTags"],
      Resource: ownStudio(scope, ["app", "domain", "space", "user-profile"]),
    },
  ];
}

function data({ tenant, keyArn }: TenantScope): Statement[] {
  const { bucket, modelObjects, parameters } = tenant;
  return [
    {
      Sid: "Bucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions"],
      Resource: bucket.arn,
    },
    {
      // Versions can be read and not deleted: what is overwritten or deleted can be restored.
      Sid: "Objects",
      Effect: "Allow",
      Action: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
      ],
      Resource: `${bucket.arn}/*`,
    },
    ...(modelObjects.length === 0
      ? []
      : [{ Sid: "ModelsElsewhere", Effect: "Allow", Action: "s3:GetObject", Resource: modelObjects } as const]),
    {
      Sid: "Key",
      Effect: "Allow",
      Action: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      Resource: keyArn,
    },
    {
      // For the volumes of notebooks, jobs and endpoints.
      Sid: "KeyForVolumes",
      Effect: "Allow",
      Action: "kms:CreateGrant",
      Resource: keyArn,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    {
      Sid: "Parameters",
      Effect: "Allow",
      Action: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
      Resource: [parameters.arn, parameters.pattern],
    },
  ];
}

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

function images({ tenant: { repository } }: TenantScope): Statement[] {
  return [
    {
      Sid: "Images",
      Effect: "Allow",
      Action: [
        ...PULL,
        "ecr:CompleteLayerUpload",
        "ecr:DescribeImages",
        "ecr:InitiateLayerUpload",
        "ecr:ListImages",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ],
      Resource: repository.pattern,
    },
    ...(repository.others.length === 0
      ? []
      : [{ Sid: "ImagesElsewhere", Effect: "Allow", Action: PULL, Resource: repository.others } as const]),
    // The token opens nothing by itself: it holds the rights of whoever asked for it. ECR has no narrower resource.
    { Sid: "RegistryToken", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
  ];
}

/** The trust of the role cannot tell tenants apart: whoever passes it to SageMaker is who uses it. */
function passRole({ tenant: { execRole } }: TenantScope): Statement {
  return {
    Sid: "PassOwnRole",
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource: execRole.arn,
    Condition: { StringEquals: { "iam:PassedToService": SAGEMAKER } },
  };
}

/** Of log groups that all tenants share the tenant's own streams only; of its endpoints' groups everything. */
function readLogs(scope: TenantScope): Statement[] {
  return [
    { Sid: "ReadOwnStreams", Effect: "Allow", Action: "logs:GetLogEvents", Resource: ownSharedStreams(scope) },
    {
      Sid: "ReadEndpointLogs",
      Effect: "Allow",
      Action: ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"],
      Resource: ownLogGroups(scope),
    },
  ];
}

function writeLogs(scope: TenantScope): Statement[] {
  return [
    {
      Sid: "WriteOwnStreams",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: ownSharedStreams(scope),
    },
    {
      // An endpoint that the tenant makes by itself has no log group yet.
      Sid: "WriteEndpointLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: ownLogGroups(scope),
    },
  ];
}

/** Namespaces of what jobs report about themselves. That of endpoints is not among them: alarms might look at it. */
const JOB_METRICS = ["ProcessingJobs", "TrainingJobs", "TransformJobs"].map((jobs) => `/aws/sagemaker/${jobs}`);

function metrics({ tenant: { prefix } }: TenantScope): Statement {
  return {
    Sid: "Metrics",
    Effect: "Allow",
    Action: "cloudwatch:PutMetricData",
    Resource: "*",
    Condition: { StringLike: { "cloudwatch:namespace": [...JOB_METRICS, `${prefix}*`] } },
  };
}

/**
 * What SageMaker needs to put jobs, models and notebooks into the tenant's network (Developer Guide, "SageMaker AI Roles").
 * Interfaces are made with the tenant's security group only, and handed to SageMaker only. Descriptions cannot be scoped:
 * they show the network, not what runs in it.
 */
function network(scope: TenantScope): Statement[] {
  const { target } = scope.tenant;
  const interfaces = awsArn(target, "ec2", "network-interface/*");
  const subnets = scope.subnetIds.map((id) => awsArn(target, "ec2", `subnet/${id}`));
  return [
    {
      Sid: "MakeInterfaces",
      Effect: "Allow",
      Action: "ec2:CreateNetworkInterface",
      Resource: [...ownNetwork(scope), interfaces],
    },
    {
      Sid: "HandInterfacesToSageMaker",
      Effect: "Allow",
      Action: "ec2:CreateNetworkInterfacePermission",
      Resource: interfaces,
      Condition: { ArnEquals: { "ec2:Subnet": subnets }, StringEquals: { "ec2:AuthorizedService": SAGEMAKER } },
    },
    {
      Sid: "RemoveInterfaces",
      Effect: "Allow",
      Action: ["ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission"],
      Resource: interfaces,
      Condition: { ArnEquals: { "ec2:Subnet": subnets } },
    },
    {
      Sid: "SeeNetwork",
      Effect: "Allow",
      Action: [
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
      ],
      Resource: "*",
    },
  ];
}
