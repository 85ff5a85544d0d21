import { type Edit, under } from "./edit";

/** Edits of tenants on AWS: who they are, what they may do, and what they may cost. */
export const AWS_TENANT_EDITS: readonly Edit[] = [
  {
    title: "the first principal",
    edit: ({ tenants }) => {
      tenants["acme-eu"].aws.principals = ["arn:aws:iam::111122223333:role/acme-eu-sso"];
    },
    changes: {
      "tenant-acme-eu": {
        added: under(
          "aws/roles",
          "user",
          "user/attachments",
          "user/create",
          "user/data",
          "user/inline-policies",
          "user/use",
        ),
        changed: { "aws/bucket/policy": ["policy"], "aws/key/key": ["policy"], "aws/repository/policy": ["policy"] },
        outputs: ["aws_user_role_arn"],
      },
    },
  },
  {
    title: "another principal",
    edit: ({ tenants }) => {
      tenants.acme.aws.principals.unshift("arn:aws:iam::111122223333:role/acme-admins");
    },
    changes: { "tenant-acme": { changed: { "aws/roles/user": ["assume_role_policy"] } } },
  },
  {
    title: "no principal",
    edit: ({ tenants }) => {
      delete tenants.acme.aws.principals;
    },
    changes: {
      "tenant-acme": {
        removed: under(
          "aws/roles",
          "user",
          "user/attachments",
          "user/create",
          "user/data",
          "user/inline-policies",
          "user/use",
        ),
        changed: { "aws/bucket/policy": ["policy"], "aws/key/key": ["policy"], "aws/repository/policy": ["policy"] },
        outputs: ["aws_user_role_arn"],
      },
    },
  },
  {
    title: "another repository to take images from",
    edit: ({ tenants }) => {
      tenants.acme.aws.images.unshift("763104351884.dkr.ecr.eu-central-1.amazonaws.com/huggingface-pytorch-training");
    },
    changes: { "tenant-acme": { changed: { "aws/roles/boundary": ["policy"], "aws/roles/data": ["policy"] } } },
  },
  {
    title: "no repository to take images from",
    edit: ({ tenants }) => {
      delete tenants.acme.aws.images;
    },
    changes: { "tenant-acme": { changed: { "aws/roles/boundary": ["policy"], "aws/roles/data": ["policy"] } } },
  },
  {
    title: "a bucket that answers through the private network only",
    edit: ({ tenants }) => {
      tenants["acme-eu"].aws.bucketFromVpcOnly = true;
    },
    changes: { "tenant-acme-eu": { changed: { "aws/bucket/policy": ["policy"] } } },
  },
  {
    title: "a bucket that answers from anywhere",
    edit: ({ tenants }) => {
      delete tenants.acme.aws.bucketFromVpcOnly;
    },
    changes: { "tenant-acme": { changed: { "aws/bucket/policy": ["policy"] } } },
  },
  {
    title: "another budget",
    edit: ({ tenants }) => {
      tenants.acme.aws.budget.monthlyUsd = 3000;
    },
    changes: { "tenant-acme": { changed: { "aws/budget": ["limit_amount"] } } },
  },
  {
    title: "somebody else told of the budget",
    edit: ({ tenants }) => {
      tenants.acme.aws.budget.notify.unshift("cfo@acme.example");
    },
    changes: { "tenant-acme": { changed: { "aws/budget": ["notification"] } } },
  },
  {
    title: "no budget",
    edit: ({ tenants }) => {
      delete tenants.acme.aws.budget;
    },
    changes: { "tenant-acme": { removed: ["aws/budget"] } },
  },
  {
    title: "a budget",
    edit: ({ tenants }) => {
      tenants.initech.aws.budget = { monthlyUsd: 500 };
    },
    changes: { "tenant-initech": { added: ["aws/budget"] } },
  },
  {
    title: "another owner",
    edit: ({ tenants }) => {
      tenants["acme-eu"].owner = "data@acme.example";
    },
    changes: { "tenant-acme-eu": { tags: ["owner"] } },
  },
  {
    title: "another owner of a tenant with endpoints",
    edit: ({ tenants }) => {
      tenants.acme.owner = "data@acme.example";
    },
    changes: {
      "tenant-acme": {
        added: ["aws/alarms/data@acme.example"],
        removed: ["aws/alarms/ml@acme.example"],
        changed: { "aws/budget": ["notification"] },
        tags: ["owner"],
      },
    },
  },
  {
    title: "another cost center",
    edit: ({ tenants }) => {
      tenants.acme.costCenter = "4713";
    },
    changes: {
      "tenant-acme": {
        tags: ["costCenter"],
      },
    },
  },
  {
    title: "another display name",
    edit: ({ tenants }) => {
      tenants.acme.displayName = "Acme SE";
    },
    changes: {},
  },
  {
    title: "a tenant that retires",
    edit: ({ tenants }) => {
      tenants.acme.lifecycle = "retiring";
    },
    changes: {
      "tenant-acme": {
        changed: {
          "aws/bucket/bucket": ["force_destroy"],
          "aws/repository/repository": ["force_delete"],
        },
      },
    },
  },
  {
    title: "a tenant with an account of its own that retires",
    edit: ({ tenants }) => {
      tenants.initech.lifecycle = "retiring";
    },
    changes: {
      "tenant-initech": {
        changed: {
          "aws/bucket/bucket": ["force_destroy"],
          "aws/foundation/access-logs/bucket": ["force_destroy"],
          "aws/foundation/trail/bucket/bucket": ["force_destroy"],
          "aws/foundation/trail/bucket/policy": ["policy"],
          "aws/repository/repository": ["force_delete"],
        },
      },
    },
  },
  {
    title: "another tenant",
    edit: ({ tenants }) => {
      tenants.hooli = { tenant: "hooli", displayName: "Hooli", owner: "ml@hooli.example", costCenter: "1", aws: {} };
    },
    changes: { "tenant-hooli": "added" },
  },
  {
    title: "a tenant less",
    edit: ({ tenants }) => {
      delete tenants.acme;
    },
    changes: { "tenant-acme": "removed" },
  },
];
