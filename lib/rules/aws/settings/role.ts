import { companion, type Companion } from "../../companion";
import { atMost, is, oneOf } from "../../expectation";
import { each } from "../../list-expectation";
import { GITHUB_ISSUER } from "../../../blueprint/aws-deploy";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import { settings } from "../../setting";
import type { Stack } from "../../stack";

const EXCLUSIVE: Omit<Companion, "id" | "title" | "needs"> = {
  severity: "high",
  of: "aws_iam_role",
  by: "role_name",
  when: (role, stack) => !isPowerless(stack, role),
  reason: "What somebody attaches to the role by hand would stay, and no file would say so.",
  source: "Terraform AWS provider: aws_iam_role, managed_policy_arns and inline_policy",
  controls: ["MCSB PA-7"],
};

/**
 * A Studio domain gives its default role to whom no other is given. It is under AWS's boundary that allows nothing, so that
 * whatever is attached has no effect. Either of both tells it, so that the other may be told as wrong.
 */
function isPowerless(stack: Stack, role: Resource): boolean {
  return (
    String(role.content.permissions_boundary).endsWith(":policy/AWSDenyAll") ||
    stack
      .resources("aws_sagemaker_domain")
      .some(({ content }) => JSON.stringify(content.default_user_settings ?? "").includes(`\${${role.address}.`))
  );
}

/** Roles: what is attached to them is what the files say. What policies say is told by other rules. */
export const ROLE: readonly Rule[] = [
  companion({
    ...EXCLUSIVE,
    id: "aws-role-attachments-exclusive",
    title: "Policies that somebody attaches to a role by hand are taken away again.",
    needs: "aws_iam_role_policy_attachments_exclusive",
  }),
  companion({
    ...EXCLUSIVE,
    id: "aws-role-inline-exclusive",
    title: "Policies that somebody writes into a role by hand are taken away again.",
    needs: "aws_iam_role_policies_exclusive",
  }),
  ...settings("aws_iam_role", [
    {
      id: "aws-role-session",
      severity: "medium",
      title: "Who takes a role has it for an hour.",
      argument: "max_session_duration",
      must: atMost(3600),
      mayBeAbsent: true,
      reason: "Credentials that leak work until they end; whoever needs the role longer takes it again.",
      source: "IAM User Guide: Update the maximum session duration for a role",
      controls: ["MCSB PA-2"],
    },
  ]),
  ...settings("aws_iam_openid_connect_provider", [
    {
      id: "aws-oidc-issuer",
      severity: "critical",
      title: "Workflows sign in with what GitHub says of them.",
      argument: "url",
      must: oneOf([`https://${GITHUB_ISSUER}`, GITHUB_ISSUER], "https://issuer.example"),
      reason: "Whoever runs another issuer could claim to be a workflow of the platform.",
      source: "IAM User Guide: Create an OpenID Connect (OIDC) identity provider in IAM",
      controls: ["MCSB IM-3"],
    },
    {
      id: "aws-oidc-audience",
      severity: "high",
      title: "What GitHub says of a workflow is for AWS only.",
      argument: "client_id_list",
      must: each(is("sts.amazonaws.com")),
      reason: "A token that a workflow gave to somebody else would open the platform's account.",
      source: "GitHub Docs: Configuring OpenID Connect in Amazon Web Services",
      controls: ["MCSB IM-3"],
    },
  ]),
];
