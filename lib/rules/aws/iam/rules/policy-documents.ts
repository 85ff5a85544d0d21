import type { Rule } from "../../../rule";

/** The policy of such a data source is not known before Terraform runs, so nobody can check it. */
export const policyDocuments: Rule = {
  id: "aws-iam-policy-document",
  severity: "high",
  title: "Policies are written as JSON, not as data sources.",
  reason: "What aws_iam_policy_document gives is not known before Terraform runs, so nobody can check it.",
  fix: "write the policy as JSON",
  source: "Terraform AWS provider: aws_iam_policy_document",
  controls: ["MCSB PV-2"],
  example: {
    wrong: { data: { aws_iam_policy_document: { example: {} } } },
    right: { data: { aws_iam_role: { example: {} } } },
  },
  check: (stack) =>
    stack
      .resources("data.aws_iam_policy_document")
      .map((resource) => ({ resource, argument: "", found: undefined, must: "must not be there" })),
};
