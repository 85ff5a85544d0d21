import { is, matching } from "../../expectation";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import { settings } from "../../setting";
import { OWN_KEY } from "./reference-types";

const USER_GUIDE = "AWS Systems Manager User Guide: AWS Systems Manager Parameter Store";

/** What names of secrets have in them. Names of keys of KMS have not: they end in "key-arn". */
const SECRET = /password|passphrase|secret|token|credential|private-?key|api-?key|access-?key/i;

const IS_ENCRYPTED = {
  has: ({ content }: Resource) => content.type === "SecureString",
  example: { resource: { aws_ssm_parameter: { example: { type: "SecureString" } } } },
};
const IS_SECRET = {
  has: ({ content }: Resource) => SECRET.test(String(content.name)),
  example: { resource: { aws_ssm_parameter: { example: { name: "/mlp/dev/tenant/acme/api-key" } } } },
};

/** Parameters: what others are told, and never secrets. */
export const PARAMETER: readonly Rule[] = [
  ...settings(
    "aws_ssm_parameter",
    [
      {
        id: "aws-parameter-secret",
        severity: "high",
        title: "Secrets are encrypted parameters.",
        argument: "type",
        must: is("SecureString", "String"),
        reason: "Whoever may read parameters would read the secret, and it stands in plans.",
        source: USER_GUIDE,
        controls: ["MCSB IM-8"],
      },
    ],
    IS_SECRET,
  ),
  ...settings(
    "aws_ssm_parameter",
    [
      {
        id: "aws-parameter-key",
        severity: "medium",
        title: "Encrypted parameters have a key of their stack.",
        argument: "key_id",
        must: OWN_KEY,
        reason: "Everybody in the account may use the key that AWS takes otherwise.",
        source: "AWS Systems Manager User Guide: AWS KMS encryption for Parameter Store SecureString parameters",
        controls: ["MCSB DP-5"],
      },
    ],
    IS_ENCRYPTED,
  ),
  ...settings("aws_ssm_parameter", [
    {
      id: "aws-parameter-overwrite",
      severity: "high",
      title: "No stack takes over a parameter of another one.",
      argument: "overwrite",
      must: is(false),
      mayBeAbsent: true,
      reason:
        "Tenants' stacks believe what the foundation's parameters say: who writes them moves everybody's network.",
      source: "Terraform AWS provider: aws_ssm_parameter, overwrite",
      controls: ["MCSB AM-4"],
    },
  ]),
  ...settings("data.aws_ssm_parameter", [
    {
      id: "aws-parameter-read",
      severity: "high",
      title: "Stacks read the foundation's parameters and no others.",
      argument: "name",
      must: matching(/^\/[^/]+\/[^/]+\/foundation\/[^$]+$/, "must be below /<prefix>/<instance>/foundation/", {
        right: "/mlp/dev/foundation/vpc-id",
        wrong: "/mlp/dev/tenant/acme-eu/security-group-id",
      }),
      fix: "read what the foundation publishes",
      reason: "What another tenant publishes is that tenant's, and whoever can write it could move this one.",
      source: USER_GUIDE,
      controls: ["MCSB NS-1"],
    },
  ]),
];
