import { GITHUB_ISSUER } from "../../../blueprint/aws-deploy";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import { isPattern } from "../iam/glob";
import { parsePolicy } from "../iam/references";
import { ACCOUNT } from "../iam/rules/example-arns";
import { statementsOf } from "../iam/statement-view";
import type { ContentRule } from "./policy-view";

const SUBJECT = `${GITHUB_ISSUER}:sub`;
/** What protection rules of the environment let through. */
const OF_ENVIRONMENT = /^repo:[^:]+\/[^:]+:environment:.+$/;
/** Any workflow of the repository, also that of a pull request, which nobody has approved. */
const OF_REPOSITORY = /^repo:[^:]+\/[^:]+:(environment:.+|pull_request|ref:refs\/.+)$/;

/** What only reads. */
const READS = /^[a-z0-9-]+:(BatchGet|Describe|Get|List|View)[A-Za-z*]*$/i;

/** A pull request may plan, and an environment that somebody approves may apply. */
export const githubSubject: ContentRule = {
  id: "aws-github-subject",
  severity: "critical",
  title: "A role that changes something is taken by workflows of a protected environment only.",
  reason:
    "Whoever opens a pull request, or pushes to a branch, would have the role's rights without anybody's approval.",
  fix: "name an environment, as in repo:acme/ml:environment:production; pull_request is for roles whose policies only read",
  source: "GitHub Docs: Configuring OpenID Connect in Amazon Web Services",
  controls: ["MCSB IM-3", "MCSB DS-3"],
  kinds: ["trust"],
  example: {
    kind: "trust",
    wrong: taken("repo:acme/ml:pull_request"),
    right: taken("repo:acme/ml:environment:production"),
  },
  check: ({ statements, stack, resource }) => {
    const form = onlyReads(stack, resource) ? OF_REPOSITORY : OF_ENVIRONMENT;
    return statements
      .filter(({ allows }) => allows)
      .flatMap(({ sid, conditions }) =>
        conditions
          .filter(({ key }) => key.toLowerCase() === SUBJECT)
          .flatMap(({ values }) => values)
          // A pattern is told as one.
          .filter((value) => !form.test(value) && !isPattern(value))
          .map((value) => ({ sid, value, must: "must name a repository and an environment" })),
      );
  },
};

/** Whether a role has policies in the stack, and all of them only read. */
function onlyReads(stack: Stack, role: Resource): boolean {
  const isOfRole = ({ content }: Resource) => stack.target(content.role) === role;
  const policies = [
    ...stack
      .resources("aws_iam_role_policy_attachment")
      .filter(isOfRole)
      .map(({ content }) => stack.target(content.policy_arn)?.content.policy),
    ...stack
      .resources("aws_iam_role_policy")
      .filter(isOfRole)
      .map(({ content }) => content.policy),
  ];
  const allowed = policies.map((policy) =>
    (typeof policy === "string" ? statementsOf(parsePolicy(policy)) : []).filter(({ allows }) => allows),
  );
  return (
    allowed.length > 0 &&
    allowed.every(
      (statements) =>
        statements.length > 0 &&
        statements.every(({ actions }) => actions.length > 0 && actions.every((action) => READS.test(action))),
    )
  );
}

function taken(subject: string) {
  return {
    Effect: "Allow",
    Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB_ISSUER}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { [`${GITHUB_ISSUER}:aud`]: "sts.amazonaws.com", [SUBJECT]: subject } },
  };
}
