import { absent, is, oneOf, refersTo } from "../../expectation";
import { settings } from "../../setting";
import { OWN_KEY, OWN_ROLE, OWN_SECURITY_GROUPS, OWN_SUBNET } from "./reference-types";

const DEVELOPER_GUIDE = "Amazon SageMaker AI Developer Guide";

const CODE_REPOSITORIES = [
  ["aws-notebook-repository", "default_code_repository"],
  ["aws-notebook-more-repositories", "additional_code_repositories"],
] as const;

/** Notebook instances: no internet, no root, the tenant's key, and nothing on them that nobody looks at. */
export const NOTEBOOK = [
  ...settings("aws_sagemaker_notebook_instance", [
    {
      id: "aws-notebook-internet",
      severity: "critical",
      title: "Notebooks have no way to the internet.",
      argument: "direct_internet_access",
      must: is("Disabled", "Enabled"),
      reason:
        "SageMaker gives a notebook a network of its own that leads to the internet, around the tenant's network.",
      source: `${DEVELOPER_GUIDE}: Connect a Notebook Instance in a VPC to External Resources; CKV_AWS_122`,
      controls: ["FSBP SageMaker.1"],
    },
    {
      id: "aws-notebook-subnet",
      severity: "high",
      title: "Notebooks stand in the private network.",
      argument: "subnet_id",
      must: OWN_SUBNET,
      reason: "Without a subnet SageMaker puts the notebook into a network of its own, with a way to the internet.",
      source: `${DEVELOPER_GUIDE}: Connect a Notebook Instance in a VPC to External Resources`,
      controls: ["FSBP SageMaker.2"],
    },
    {
      id: "aws-notebook-security-group",
      severity: "critical",
      title: "Notebooks have security groups of their own stack.",
      argument: "security_groups",
      must: OWN_SECURITY_GROUPS,
      reason:
        "The security group is a tenant's part of the network: with another one it reaches others, or they reach it.",
      source: `${DEVELOPER_GUIDE}: Connect a Notebook Instance in a VPC to External Resources`,
      controls: ["MCSB NS-1"],
    },
    {
      id: "aws-notebook-root",
      severity: "high",
      title: "Nobody is root on a notebook.",
      argument: "root_access",
      must: is("Disabled", "Enabled"),
      reason: "Root can remove what stops the notebook, and change what others run who open it.",
      source: `${DEVELOPER_GUIDE}: Control root access to a SageMaker notebook instance; CKV_AWS_307`,
      controls: ["FSBP SageMaker.3"],
    },
    {
      id: "aws-notebook-key",
      severity: "medium",
      title: "Volumes of notebooks are encrypted with a key of their stack.",
      argument: "kms_key_id",
      must: OWN_KEY,
      reason: "With a key of AWS's nobody can take the tenant's data away by taking the key away.",
      source: `${DEVELOPER_GUIDE}: Protect Data at Rest Using Encryption; CKV_AWS_22, CKV_AWS_187`,
      controls: ["Security Hub SageMaker.21"],
    },
    {
      id: "aws-notebook-metadata",
      severity: "high",
      title: "Notebooks answer IMDSv2 only.",
      argument: "instance_metadata_service_configuration.minimum_instance_metadata_service_version",
      must: is("2", "1"),
      reason: "A page that can make the notebook send one request could read the role's credentials with version 1.",
      source: "Amazon SageMaker API Reference: InstanceMetadataServiceConfiguration; CKV_AWS_371",
      controls: ["CIS AWS 5.0.0 5.7"],
    },
    {
      id: "aws-notebook-platform",
      severity: "medium",
      title: "Notebooks run on a platform that AWS supports.",
      argument: "platform_identifier",
      must: oneOf(["notebook-al2023-v1", "notebook-al2-v3"], "notebook-al1-v1"),
      reason: "A platform that AWS no longer supports gets no security updates.",
      source: `${DEVELOPER_GUIDE}: Amazon Linux 2 notebook instances; Security Hub User Guide: Security Hub CSPM controls for SageMaker AI, SageMaker.8`,
      controls: ["FSBP SageMaker.8"],
    },
    {
      id: "aws-notebook-role",
      severity: "critical",
      title: "Notebooks run with a role of their stack.",
      argument: "role_arn",
      must: OWN_ROLE,
      reason: "Whoever opens a notebook has its role: one from elsewhere has the rights of somebody else.",
      source: `${DEVELOPER_GUIDE}: How to use SageMaker AI execution roles`,
      controls: ["MCSB IM-3"],
    },
    {
      id: "aws-notebook-idle-stop",
      severity: "low",
      title: "Notebooks stop themselves when nobody works in them.",
      argument: "lifecycle_config_name",
      must: refersTo(["aws_sagemaker_notebook_instance_lifecycle_configuration"], "name"),
      reason:
        "A notebook that never stops costs money all the time, and is never updated: SageMaker does that when it starts.",
      source: `${DEVELOPER_GUIDE}: Customization of a SageMaker notebook instance using an LCC script`,
      controls: ["MCSB AM-3"],
    },
    ...CODE_REPOSITORIES.map(([id, argument]) => ({
      id,
      severity: "medium" as const,
      title: `Notebooks clone no repository by themselves (${argument}).`,
      argument,
      must: absent("https://github.com/someone/something"),
      reason: "What is cloned runs with the tenant's role, and no condition of IAM holds it to the tenant's own.",
      source: `${DEVELOPER_GUIDE}: Git repositories with SageMaker AI Notebook Instances`,
      controls: ["MCSB DS-2" as const],
    })),
  ]),
  ...settings("aws_sagemaker_notebook_instance_lifecycle_configuration", [
    {
      id: "aws-notebook-start-script",
      severity: "low",
      title: "Notebooks run a script when they start, which stops them when nobody works in them.",
      argument: "on_start",
      must: {
        must: "must be base64 of a script that calls stop-notebook-instance",
        holds: (script) => typeof script === "string" && decoded(script).includes("stop-notebook-instance"),
        right: Buffer.from("aws sagemaker stop-notebook-instance").toString("base64"),
        wrong: Buffer.from("true").toString("base64"),
      },
      fix: "let on_start stop the notebook after a while without activity",
      reason:
        "A notebook that never stops costs money all the time, and is never updated: SageMaker does that when it starts.",
      source: `${DEVELOPER_GUIDE}: Customization of a SageMaker notebook instance using an LCC script`,
      controls: ["MCSB AM-3"],
    },
  ]),
];

function decoded(base64: string): string {
  return Buffer.from(base64, "base64").toString("utf8");
}
