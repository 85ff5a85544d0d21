import { type Edit, each, under } from "./edit";

/** What names the roles that run terraform. */
const DEPLOYERS_NAMED = each(["aws/bucket/policy", "aws/key/key", "aws/repository/policy"], "policy");

/** What names the ids of the subnets, and is not made anew for it. */
const SUBNETS_NAMED = {
  "aws/names/subnet-ids": ["insecure_value"],
  ...each(under("aws/roles", "boundary", "execution", "use"), "policy"),
};

/** Interface endpoints in other subnets. */
function otherSubnets(path: string): Record<string, string[]> {
  return each(
    under(
      path,
      "ecr.api",
      "ecr.dkr",
      "elasticfilesystem",
      "kms",
      "logs",
      "monitoring",
      "notebook",
      "sagemaker.api",
      "sagemaker.runtime",
      "sts",
      "studio",
    ),
    "subnet_ids",
  );
}

/** Logs of a foundation that are kept for another time. */
function otherRetention(path: string): Record<string, string[]> {
  const groups = [
    "flow-log/group",
    "logs-NotebookInstances",
    "logs-ProcessingJobs",
    "logs-TrainingJobs",
    "logs-TransformJobs",
    "logs-studio",
    "trail/group",
  ];
  return { [`${path}/access-logs/lifecycle`]: ["rule"], ...each(under(path, ...groups), "retention_in_days") };
}

/** Edits of what the platform has on AWS. */
export const AWS_PLATFORM_EDITS: readonly Edit[] = [
  {
    title: "another tag of the platform",
    edit: ({ platform }) => {
      platform.tags.team = "ml";
    },
    changes: {
      "aws-foundation": { tags: ["team"] },
      "tenant-acme": {
        tags: ["team"],
      },
      "tenant-acme-eu": { tags: ["team"] },
      "tenant-initech": { tags: ["team"] },
    },
  },
  {
    title: "logs on AWS that are kept longer",
    edit: ({ platform }) => {
      platform.aws.foundation.logRetentionDays = 731;
    },
    changes: {
      "aws-foundation": {
        changed: otherRetention("foundation"),
      },
      "tenant-acme": {
        changed: {
          "aws/serving-captions/logs": ["retention_in_days"],
          "aws/serving-churn/logs": ["retention_in_days"],
        },
      },
      "tenant-initech": {
        changed: otherRetention("aws/foundation"),
      },
    },
  },
  {
    title: "no interface endpoint for file systems",
    edit: ({ platform }) => {
      delete platform.aws.foundation.endpoints;
    },
    changes: {
      "aws-foundation": { removed: ["foundation/endpoints/elasticfilesystem"] },
      "tenant-initech": { removed: ["aws/foundation/endpoints/elasticfilesystem"] },
    },
  },
  {
    title: "another deployer on AWS",
    edit: ({ platform }) => {
      platform.aws.deployers.push("arn:aws:iam::123456789012:role/operators");
    },
    changes: {
      "tenant-acme": {
        changed: DEPLOYERS_NAMED,
      },
      "tenant-acme-eu": {
        changed: DEPLOYERS_NAMED,
      },
    },
  },
  {
    title: "no workflows of GitHub",
    edit: ({ platform }) => {
      delete platform.aws.foundation.github;
    },
    changes: {
      "aws-foundation": {
        removed: under(
          "deploy-roles",
          "boundary-policy",
          "data-policy",
          "deploy/attachments",
          "deploy/data",
          "deploy/identity",
          "deploy/inline-policies",
          "deploy/operations",
          "deploy/read",
          "deploy/role",
          "deploy/workloads",
          "github",
          "identity-policy",
          "operations-policy",
          "plan/attachments",
          "plan/inline-policies",
          "plan/read",
          "plan/role",
          "read-policy",
          "workloads-policy",
        ),
        outputs: ["deploy_role_arn", "plan_role_arn"],
      },
      "tenant-acme": {
        changed: DEPLOYERS_NAMED,
      },
      "tenant-acme-eu": {
        changed: DEPLOYERS_NAMED,
      },
    },
  },
  {
    title: "workflows of GitHub in another environment",
    edit: ({ platform }) => {
      platform.aws.foundation.github.environment = "live";
    },
    changes: { "aws-foundation": { changed: { "deploy-roles/deploy/role": ["assume_role_policy"] } } },
  },
  {
    title: "a provider for GitHub that exists already",
    edit: ({ platform }) => {
      platform.aws.foundation.github.provider = "existing";
    },
    changes: {
      "aws-foundation": {
        removed: ["deploy-roles/github"],
        changed: {
          "deploy-roles/deploy/role": ["assume_role_policy"],
          "deploy-roles/plan/role": ["assume_role_policy"],
        },
      },
    },
  },
  {
    title: "the zones that are the default, written down",
    edit: ({ platform }) => {
      platform.aws.foundation.availabilityZones = ["eu-central-1a", "eu-central-1b"];
    },
    changes: {},
  },
  {
    title: "a third zone",
    edit: ({ platform }) => {
      platform.aws.foundation.availabilityZones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"];
    },
    changes: {
      "aws-foundation": {
        added: [
          "foundation/network/routes-eu-central-1c",
          "foundation/network/subnet-eu-central-1c",
          "parameters/subnet-id-eu-central-1c",
        ],
        changed: otherSubnets("foundation/endpoints"),
        outputs: ["subnet_ids"],
      },
      "tenant-acme": {
        added: ["aws/serving-captions/model-d4qzd", "aws/serving-churn/model-kfx7m"],
        removed: ["aws/serving-captions/model-45ftb", "aws/serving-churn/model-2tiip"],
        changed: SUBNETS_NAMED,
        replaced: {
          "aws/serving-captions/configuration": ["production_variants"],
          "aws/serving-churn/configuration": ["production_variants"],
          "aws/serving-churn/scaling/policy": ["lifecycle.replace_triggered_by"],
          "aws/serving-churn/scaling/target": ["lifecycle.replace_triggered_by"],
        },
        outputs: ["aws_subnet_ids"],
      },
      "tenant-acme-eu": {
        changed: SUBNETS_NAMED,
        outputs: ["aws_subnet_ids"],
      },
      "tenant-initech": {
        added: ["aws/foundation/network/routes-eu-central-1c", "aws/foundation/network/subnet-eu-central-1c"],
        changed: {
          ...otherSubnets("aws/foundation/endpoints"),
          ...SUBNETS_NAMED,
        },
        outputs: ["aws_subnet_ids"],
      },
    },
  },
  {
    title: "the zones in another order",
    edit: ({ platform }) => {
      platform.aws.foundation.availabilityZones = ["eu-central-1b", "eu-central-1a"];
    },
    changes: {
      "aws-foundation": {
        changed: otherSubnets("foundation/endpoints"),
        replaced: {
          "foundation/network/subnet-eu-central-1a": ["cidr_block"],
          "foundation/network/subnet-eu-central-1b": ["cidr_block"],
        },
      },
      "tenant-acme": {
        added: ["aws/serving-captions/model-lr4be", "aws/serving-churn/model-ssazi"],
        removed: ["aws/serving-captions/model-45ftb", "aws/serving-churn/model-2tiip"],
        changed: SUBNETS_NAMED,
        replaced: {
          "aws/notebook-research/instance": ["subnet_id"],
          "aws/serving-captions/configuration": ["production_variants"],
          "aws/serving-churn/configuration": ["production_variants"],
          "aws/serving-churn/scaling/policy": ["lifecycle.replace_triggered_by"],
          "aws/serving-churn/scaling/target": ["lifecycle.replace_triggered_by"],
        },
        outputs: ["aws_subnet_ids"],
      },
      "tenant-acme-eu": {
        changed: SUBNETS_NAMED,
        replaced: { "aws/notebook-research/instance": ["subnet_id"] },
        outputs: ["aws_subnet_ids"],
      },
      "tenant-initech": {
        changed: {
          ...otherSubnets("aws/foundation/endpoints"),
          ...SUBNETS_NAMED,
        },
        replaced: {
          "aws/foundation/network/subnet-eu-central-1a": ["cidr_block"],
          "aws/foundation/network/subnet-eu-central-1b": ["cidr_block"],
          "aws/notebook-reports/instance": ["subnet_id"],
        },
        outputs: ["aws_subnet_ids"],
      },
    },
  },
  {
    title: "another platform of notebooks",
    edit: ({ platform }) => {
      platform.aws.notebookPlatform = "notebook-al2-v3";
    },
    changes: {
      "tenant-acme": { replaced: { "aws/notebook-research/instance": ["platform_identifier"] } },
      "tenant-acme-eu": { replaced: { "aws/notebook-research/instance": ["platform_identifier"] } },
      "tenant-initech": { replaced: { "aws/notebook-reports/instance": ["platform_identifier"] } },
    },
  },
  {
    title: "a quota that was raised",
    edit: ({ platform }) => {
      platform.aws.limits = { rolesPerAccount: 2000 };
    },
    changes: {},
  },
  {
    title: "a platform on AWS that retires",
    edit: ({ platform }) => {
      platform.lifecycle = "retiring";
    },
    changes: {
      "aws-foundation": {
        changed: {
          "foundation/access-logs/bucket": ["force_destroy"],
          "foundation/trail/bucket/bucket": ["force_destroy"],
          "foundation/trail/bucket/policy": ["policy"],
        },
      },
    },
  },
];
