import { awsArn } from "../../../blueprint/aws-account";
import { type PolicyDocument, policy, type Statement } from "../policy";
import { SAGEMAKER } from "../service-principals";
import { ownLogGroups, ownNetwork, ownSharedStreams, type TenantScope } from "../tenant-scope";

/** What SageMaker does as the tenant: logs, metrics, and network interfaces in the tenant's network. */
export function executionPolicy(scope: TenantScope): PolicyDocument {
  return policy(...writeLogs(scope), metrics(scope), ...network(scope));
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
