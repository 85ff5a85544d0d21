import { list, valuesAt } from "../../../blocks";
import type { Rule } from "../../../rule";

/** Arguments that attach policies, by resource type. */
const ATTACHMENTS: Readonly<Record<string, string>> = {
  aws_iam_policy_attachment: "policy_arn",
  aws_iam_role: "managed_policy_arns",
  aws_iam_role_policy_attachment: "policy_arn",
  aws_iam_role_policy_attachments_exclusive: "policy_arns",
};

/** AWS's own policies are for every customer, and AWS widens them. */
export const awsManagedPolicies: Rule = {
  id: "aws-iam-managed-by-aws",
  severity: "critical",
  title: "No policy of AWS's own is attached to a role.",
  reason: "AWS's policies are for every resource of every account, and AWS widens them.",
  fix: "attach a policy of your own that names the resources",
  source: "IAM User Guide: AWS managed policies",
  controls: ["MCSB PA-7", "CIS AWS 5.0.0 1.15", "CIS AWS 5.0.0 1.21"],
  example: {
    wrong: attached("arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"),
    right: attached("${aws_iam_policy.own.arn}"),
  },
  check: (stack) =>
    Object.entries(ATTACHMENTS).flatMap(([type, argument]) =>
      stack.resources(type).flatMap((resource) =>
        valuesAt(resource.content, argument)
          .flatMap(({ value }) => list(value))
          .filter((arn) => typeof arn === "string" && /^arn:[^:]+:iam::aws:policy\//.test(arn))
          .map((found) => ({ resource, argument, found, must: "must be a policy of this stack" })),
      ),
    ),
};

function attached(policy_arn: string) {
  return { resource: { aws_iam_role_policy_attachment: { example: { policy_arn } } } };
}
