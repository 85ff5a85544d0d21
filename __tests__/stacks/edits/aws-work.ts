import { type Edit, each, under } from "./edit";

/** Policies that say more where there is a Studio domain. */
const STUDIO_NAMED = each(["aws/key/key", ...under("aws/roles", "boundary", "create", "execution", "use")], "policy");

/** Edits of what people work with on AWS: notebooks and Studio. */
export const AWS_WORK_EDITS: readonly Edit[] = [
  {
    title: "another notebook",
    edit: ({ tenants }) => {
      tenants.acme.aws.notebooks.unshift({ name: "etl", instanceType: "ml.t3.medium" });
    },
    changes: {
      "tenant-acme": {
        added: ["aws/names/notebook--etl", "aws/notebook-etl/instance", "aws/notebook-etl/start"],
        outputs: ["aws_notebook_urls"],
      },
    },
  },
  {
    title: "a notebook less",
    edit: ({ tenants }) => {
      tenants.acme.aws.notebooks.shift();
    },
    changes: {
      "tenant-acme": {
        removed: ["aws/names/notebook--research", "aws/notebook-research/instance", "aws/notebook-research/start"],
        outputs: ["aws_notebook_urls"],
      },
    },
  },
  {
    title: "a larger notebook",
    edit: ({ tenants }) => {
      tenants.acme.aws.notebooks[0].instanceType = "ml.m5.xlarge";
    },
    changes: { "tenant-acme": { changed: { "aws/notebook-research/instance": ["instance_type"] } } },
  },
  {
    title: "a larger volume of a notebook",
    edit: ({ tenants }) => {
      tenants.acme.aws.notebooks[0].volumeGiB = 50;
    },
    changes: { "tenant-acme": { changed: { "aws/notebook-research/instance": ["volume_size"] } } },
  },
  {
    title: "a smaller volume of a notebook",
    edit: ({ tenants }) => {
      tenants["acme-eu"].aws.notebooks[0].volumeGiB = 20;
    },
    changes: { "tenant-acme-eu": { replaced: { "aws/notebook-research/instance": ["volume_size"] } } },
  },
  {
    title: "a notebook that waits longer",
    edit: ({ tenants }) => {
      tenants.acme.aws.notebooks[0].idleMinutes = 90;
    },
    changes: { "tenant-acme": { changed: { "aws/notebook-research/start": ["on_start"] } } },
  },
  {
    title: "a notebook with another name",
    edit: ({ tenants }) => {
      tenants.acme.aws.notebooks[0].name = "analysis";
    },
    changes: {
      "tenant-acme": {
        added: ["aws/names/notebook--analysis", "aws/notebook-analysis/instance", "aws/notebook-analysis/start"],
        removed: ["aws/names/notebook--research", "aws/notebook-research/instance", "aws/notebook-research/start"],
        outputs: ["aws_notebook_urls"],
      },
    },
  },
  {
    title: "another user of Studio",
    edit: ({ tenants }) => {
      tenants.acme.aws.studio.users.unshift("alan");
    },
    changes: {
      "tenant-acme": {
        added: ["aws/studio-users/profile-alan", "aws/studio-users/space-alan"],
        outputs: ["aws_studio_profiles"],
      },
    },
  },
  {
    title: "a user of Studio less",
    edit: ({ tenants }) => {
      tenants.acme.aws.studio.users.shift();
    },
    changes: {
      "tenant-acme": {
        removed: ["aws/studio-users/profile-ada", "aws/studio-users/space-ada"],
        outputs: ["aws_studio_profiles"],
      },
    },
  },
  {
    title: "no Studio",
    edit: ({ tenants }) => {
      delete tenants.acme.aws.studio;
    },
    changes: {
      "tenant-acme": {
        removed: [
          "aws/names/studio-domain-id",
          "aws/studio-role/role",
          ...under("aws/studio-users", "profile-ada", "profile-grace", "space-ada", "space-grace"),
          "aws/studio/domain",
        ],
        changed: STUDIO_NAMED,
        outputs: ["aws_studio_domain_id", "aws_studio_profiles"],
      },
    },
  },
  {
    title: "Studio for a tenant that had none",
    edit: ({ tenants }) => {
      tenants.initech.aws.studio = { users: ["peter"] };
    },
    changes: {
      "tenant-initech": {
        added: [
          "aws/names/studio-domain-id",
          "aws/studio-role/role",
          "aws/studio-users/profile-peter",
          "aws/studio-users/space-peter",
          "aws/studio/domain",
        ],
        changed: STUDIO_NAMED,
        outputs: ["aws_studio_domain_id", "aws_studio_profiles"],
      },
    },
  },
];
