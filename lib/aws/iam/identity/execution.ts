import { awsArn } from "../../../blueprint/aws-account";
import { type PolicyDocument, policy, type Statement } from "../policy";
import { SAGEMAKER } from "../service-principals";
import { ownLogGroups, ownSharedStreams, ownSubnets, type TenantScope } from "../tenant-scope";

/** What SageMaker does as the tenant beside that: logs, metrics and network interfaces. */
export function executionPolicy(scope: TenantScope): PolicyDocument {
  return policy(...writeLogs(scope), metrics(scope), ...interfaces(scope));
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
 * Network interfaces that were made for jobs, models and notebooks (Developer Guide, "SageMaker AI Roles") are handed to
 * SageMaker only, and removed. IAM has no key that tells whose an interface is.
 */
function interfaces(scope: TenantScope): Statement[] {
  const resource = awsArn(scope.tenant.target, "ec2", "network-interface/*");
  const subnets = ownSubnets(scope);
  return [
    {
      Sid: "HandInterfacesToSageMaker",
      Effect: "Allow",
      Action: "ec2:CreateNetworkInterfacePermission",
      Resource: resource,
      Condition: { ArnEquals: { "ec2:Subnet": subnets }, StringEquals: { "ec2:AuthorizedService": SAGEMAKER } },
    },
    {
      Sid: "RemoveInterfaces",
      Effect: "Allow",
      Action: ["ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission"],
      Resource: resource,
      Condition: { ArnEquals: { "ec2:Subnet": subnets } },
    },
  ];
}
