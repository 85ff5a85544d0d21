import { awsArn } from "../../../blueprint/aws-account";
import { type PolicyDocument, policy, type Statement } from "../policy";
import { SAGEMAKER } from "../service-principals";
import { ownLogGroups, ownNamed, ownNetwork, ownSharedStreams, ownStudio, type TenantScope } from "../tenant-scope";

/** What a tenant does with what it has of SageMaker, whoever made it, and with its own role. */
export function usePolicy(scope: TenantScope): PolicyDocument {
  return policy(...use(scope), ...studio(scope), ...readLogs(scope), ...network(scope), passRole(scope));
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

/**
 * What jobs, models and notebooks are put into the network with, by whoever starts them (Developer Guide, "SageMaker AI API
 * Permissions"): interfaces with the tenant's security group and no other. Descriptions cannot be scoped: they show the
 * network, not what runs in it.
 */
function network(scope: TenantScope): Statement[] {
  return [
    {
      Sid: "MakeInterfaces",
      Effect: "Allow",
      Action: "ec2:CreateNetworkInterface",
      Resource: [...ownNetwork(scope), awsArn(scope.tenant.target, "ec2", "network-interface/*")],
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
