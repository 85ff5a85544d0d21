import { is, matching } from "../../expectation";
import { settings } from "../../setting";
import { OWN_ROLE, OWN_SECURITY_GROUPS, OWN_SUBNETS } from "./reference-types";

const DEVELOPER_GUIDE = "Amazon SageMaker AI Developer Guide";

/** An image in ECR with a tag that says which one it is, or a digest. */
const IMAGE = matching(
  /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/[\w./-]+(:(?!latest$)[\w.-]+|@sha256:[0-9a-f]{64})$/,
  'must be an image in ECR with a digest, or with a tag other than "latest"',
  {
    right: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:churn-3",
    wrong: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:latest",
  },
);

/** Models: without any network but the tenant's, with the tenant's role. */
export const MODEL = settings("aws_sagemaker_model", [
  {
    id: "aws-model-network-isolation",
    severity: "high",
    title: "Models have no network access.",
    argument: "enable_network_isolation",
    must: is(true),
    reason: "Code in the container could send requests and answers elsewhere, with the role's credentials.",
    source: `${DEVELOPER_GUIDE}: Run Training and Inference Containers in Internet-Free Mode; CKV_AWS_370`,
    controls: ["FSBP SageMaker.5"],
  },
  {
    id: "aws-model-subnets",
    severity: "high",
    title: "Models stand in the private network.",
    argument: "vpc_config.subnets",
    must: OWN_SUBNETS,
    reason: "Without subnets SageMaker fetches model and data through a network of its own.",
    source: `${DEVELOPER_GUIDE}: Give SageMaker AI Hosted Endpoints Access to Resources in Your Amazon VPC`,
    controls: ["MCSB NS-2"],
  },
  {
    id: "aws-model-security-group",
    severity: "critical",
    title: "Models have security groups of their own stack.",
    argument: "vpc_config.security_group_ids",
    must: OWN_SECURITY_GROUPS,
    reason:
      "The security group is a tenant's part of the network: with another one it reaches others, or they reach it.",
    source: `${DEVELOPER_GUIDE}: Give SageMaker AI Hosted Endpoints Access to Resources in Your Amazon VPC`,
    controls: ["MCSB NS-1"],
  },
  {
    id: "aws-model-role",
    severity: "critical",
    title: "Models run with a role of their stack.",
    argument: "execution_role_arn",
    must: OWN_ROLE,
    reason: "SageMaker fetches images and data with this role: one from elsewhere reaches what is somebody else's.",
    source: `${DEVELOPER_GUIDE}: How to use SageMaker AI execution roles`,
    controls: ["MCSB IM-3"],
  },
  {
    id: "aws-model-image",
    fix: "set primary_container.image to an image of a repository that the tenant may pull from, with a tag that says which",
    severity: "medium",
    title: "The image of a model comes from ECR and says which one it is.",
    argument: "primary_container?.image",
    must: IMAGE,
    reason: "Another image would run after a restart than the one that was tried, or one that nobody has scanned.",
    source: "Amazon SageMaker API Reference: ContainerDefinition, Image",
    controls: ["MCSB DS-2"],
  },
  {
    id: "aws-model-pipeline-image",
    fix: "set container.image to an image of a repository that the tenant may pull from, with a tag that says which",
    severity: "medium",
    title: "Images of a pipeline of containers come from ECR and say which ones they are.",
    argument: "container?.image",
    must: IMAGE,
    reason: "Another image would run after a restart than the one that was tried, or one that nobody has scanned.",
    source: "Amazon SageMaker API Reference: ContainerDefinition, Image",
    controls: ["MCSB DS-2"],
  },
]);
