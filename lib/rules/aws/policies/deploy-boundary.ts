import { stackWithPolicy } from "../iam/example";
import { ACCOUNT } from "../iam/rules/example-arns";
import { boundaryOf } from "./boundary-of";
import type { ContentRule } from "./policy-view";
import { missingDenies, policyWith, type RequiredDeny, type Values } from "./required-deny";

/** What the foundation is made of: each must be among what stays. */
const FOUNDATION: readonly RegExp[] = [
  /:iam::\d{12}:role\/[\w-]+\/platform\/\*$/,
  /:iam::\d{12}:policy\/[\w-]+\/platform\/\*$/,
  /:oidc-provider\//,
  /:s3:::[\w-]+--\*$/,
  /:s3:::[\w-]+--\*\/\*$/,
  /:kms:[^:]+:\d{12}:alias\/[\w-]+--\*$/,
  /:ssm:[^:]+:\d{12}:parameter\/.*\/foundation\/\*$/,
  /^\$\{aws_kms_key\./,
  /:cloudtrail:[^:]+:\d{12}:trail\//,
  /:logs:[^:]+:\d{12}:log-group:/,
  /:security-group\/\$\{aws_security_group\./,
];

/** What only looks, and may look at the foundation too. */
const LOOKS = [
  "cloudtrail:Get*",
  "cloudtrail:List*",
  "iam:Get*",
  "iam:List*",
  "kms:Describe*",
  "kms:Get*",
  "kms:List*",
  "logs:List*",
  "s3:GetBucket*",
  "s3:Get*Configuration",
  "s3:List*",
  "ssm:GetParameter*",
  "ssm:List*",
];

const FOUNDATION_SAMPLE = [
  `arn:aws:iam::${ACCOUNT}:role/mlp-dev/platform/*`,
  `arn:aws:iam::${ACCOUNT}:policy/mlp-dev/platform/*`,
  `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
  "arn:aws:s3:::mlp-dev--*",
  "arn:aws:s3:::mlp-dev--*/*",
  `arn:aws:kms:eu-central-1:${ACCOUNT}:alias/mlp-dev--*`,
  `arn:aws:ssm:eu-central-1:${ACCOUNT}:parameter/mlp/dev/foundation/*`,
  "${aws_kms_key.log.arn}",
  `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/mlp-dev-trail`,
  `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:/aws/cloudtrail/mlp-dev-trail*`,
  `arn:aws:ec2:eu-central-1:${ACCOUNT}:security-group/\${aws_security_group.endpoints.id}`,
];

/** Values of a form, of which none is "*" or a pattern that begins the ARN. */
function like(sample: string, form: RegExp): Values {
  return { sample, holds: (values) => values.length > 0 && values.every((value) => form.test(value)) };
}

const DENIES: readonly RequiredDeny[] = [
  {
    what: "all but looking at the foundation, each part of it",
    actions: { allBut: LOOKS },
    on: {
      sample: { Resource: FOUNDATION_SAMPLE },
      holds: ({ resources }) => FOUNDATION.every((form) => resources.some((resource) => form.test(resource))),
    },
  },
  {
    what: "reading and writing tenants' objects",
    actions: ["s3:GetObject*", "s3:PutObject*"],
    on: {
      sample: { Resource: "arn:aws:s3:::mlp-dev-*--*/*" },
      holds: ({ resources }) => resources.some((one) => /:s3:::([\w-]+-\*--\*)?\*?\/?\*$/.test(one)),
    },
  },
  {
    what: "use of tenants' keys but through the services that make file systems",
    actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
    on: {
      sample: { Resource: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/*` },
      holds: ({ resources, notResources }) =>
        resources.some((one) => /^(\*|arn:.*:key\/\*)$/.test(one)) ||
        (notResources.length === 1 && !/[*?]/.test(notResources[0] ?? "*")),
    },
    when: {
      "StringNotEquals kms:ViaService": like(
        "elasticfilesystem.eu-central-1.amazonaws.com",
        /^(elasticfilesystem|sagemaker)\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/,
      ),
    },
  },
  { what: "coming in by notebooks, Studio or endpoints", actions: ["sagemaker:CreatePresigned*", "sagemaker:Invoke*"] },
  {
    what: "taking other roles than the one in tenants' own accounts",
    actions: ["sts:AssumeRole"],
    on: {
      sample: { NotResource: "arn:aws:iam::*:role/mlp-dev--deploy" },
      holds: ({ notResources }) =>
        notResources.length === 1 && /^arn:[^:]+:iam::(\*|\d{12}):role\/[^*?]+--deploy$/.test(notResources[0] ?? ""),
    },
  },
  {
    what: "making roles without the boundary of a tenant",
    actions: ["iam:CreateRole", "iam:PutRolePermissionsBoundary"],
    when: {
      "StringNotLike iam:PermissionsBoundary": like(
        `arn:aws:iam::${ACCOUNT}:policy/mlp-dev/tenant/*/*`,
        /^arn:[^:]+:iam::(\d{12}:policy\/[\w-]+\/tenant\/\*\/\*|aws:policy\/AWSDenyAll)$/,
      ),
    },
  },
  { what: "taking boundaries away", actions: ["iam:DeleteRolePermissionsBoundary"] },
];

/** What roles that deploy never do, whatever is attached to them. */
export const deployBoundary: ContentRule = {
  id: "aws-deploy-boundary-denies",
  severity: "critical",
  title: "The boundary of roles that deploy denies the foundation, tenants' data, and roles without a boundary.",
  reason:
    "A pull request decides what these roles do: without the Deny it frees its own roles, or reads tenants' data.",
  fix: "write a Deny of these actions, on every resource where none is said, with this condition and no other",
  source: "IAM User Guide: Permissions boundaries for IAM entities, Delegating responsibility to others",
  controls: ["MCSB PA-7", "MCSB DS-3"],
  kinds: ["boundary"],
  example: {
    wrong: stackWithPolicy("boundary", policyWith(DENIES.slice(1), {}, ceiling())),
    right: stackWithPolicy("boundary", policyWith(DENIES, {}, ceiling())),
  },
  check: (policy) => (boundaryOf(policy) === "deployer" ? missingDenies(DENIES, policy) : []),
};

function ceiling() {
  return { Effect: "Allow", Action: ["iam:CreateRole"], Resource: "*" };
}
