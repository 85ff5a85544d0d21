import { is, matching, refersTo } from "../../expectation";
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

/** What tenants' stacks believe, by the end of the parameter's name: the foundation's own, and nothing else. */
const PUBLISHED: Readonly<Record<string, { readonly end: RegExp; readonly type: string }>> = {
  network: { end: /\/foundation\/vpc-id$/, type: "aws_vpc" },
  subnet: { end: /\/foundation\/subnet-id\/[^/]+$/, type: "aws_subnet" },
  "security-group": { end: /\/foundation\/endpoint-security-group-id$/, type: "aws_security_group" },
  endpoint: { end: /\/foundation\/s3-(endpoint|prefix-list)-id$/, type: "aws_vpc_endpoint" },
};
const EXAMPLES: Readonly<Record<string, string>> = {
  network: "vpc-id",
  subnet: "subnet-id/eu-central-1a",
  "security-group": "endpoint-security-group-id",
  endpoint: "s3-endpoint-id",
};

function published(what: string, { end, type }: { end: RegExp; type: string }): Rule[] {
  return settings(
    "aws_ssm_parameter",
    [
      {
        id: `aws-parameter-${what}`,
        severity: "critical",
        title: `The foundation publishes its own (${type}).`,
        argument: "insecure_value",
        must: refersTo([type]),
        reason: "Every tenant's stack puts what it has where this parameter says.",
        source: USER_GUIDE,
        controls: ["MCSB NS-1"],
      },
    ],
    {
      has: ({ content }) => end.test(String(content.name)),
      example: { resource: { aws_ssm_parameter: { example: { name: `/mlp/dev/foundation/${EXAMPLES[what]}` } } } },
    },
  );
}

/** Parameters: what others are told, and never secrets. */
export const PARAMETER: readonly Rule[] = [
  ...Object.entries(PUBLISHED).flatMap(([what, how]) => published(what, how)),
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
