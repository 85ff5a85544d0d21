import type { Rule } from "../../../rule";

/** Users have keys that last; groups are for users. */
export const users: Rule = {
  id: "aws-iam-user",
  severity: "high",
  title: "There are no IAM users, and no groups for them.",
  reason: "A user's keys last, and nobody can tell who uses them.",
  fix: "use a role, which people and services take",
  source: "IAM User Guide: Security best practices in IAM",
  controls: ["FSBP IAM.2", "CIS AWS 5.0.0 1.14", "CIS AWS 5.0.0 1.20"],
  example: {
    wrong: { resource: { aws_iam_user: { example: {} } } },
    right: { resource: { aws_iam_role: { example: {} } } },
  },
  check: (stack) =>
    stack.all
      .filter(({ type }) => /^aws_iam_(user|group|access_key)/.test(type))
      .map((resource) => ({ resource, argument: "", found: undefined, must: "must not be there" })),
};
