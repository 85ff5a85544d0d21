import type { Finding } from "../finding";
import type { StackResource } from "../stack-policies";
import { listOf } from "../statement-view";

/** A role without a boundary is what its policies are, and what somebody attaches to it later. */
export function roleWithoutBoundary({ type, address, content }: StackResource): Finding[] {
  if (type !== "aws_iam_role" || content.permissions_boundary !== undefined) return [];
  return [
    finding(
      "role-without-boundary",
      address,
      "has no permissions boundary",
      "set permissions_boundary, as every role has",
    ),
  ];
}

/** Users have keys that last; groups are for users. */
export function userOrGroup({ type, address }: StackResource): Finding[] {
  if (!/^aws_iam_(user|group|access_key)/.test(type)) return [];
  return [
    finding("user-or-group", address, "is a user's, whose keys last", "use a role, which people and services take"),
  ];
}

/** AWS's own policies are for every customer, and AWS widens them. */
export function managedByAws({ type, content }: StackResource): Finding[] {
  const attached = /_policy_attachment(s_exclusive)?$/.test(type)
    ? [...listOf(content.policy_arn), ...listOf(content.policy_arns)]
    : type === "aws_iam_role"
      ? listOf(content.managed_policy_arns)
      : [];
  return attached
    .filter((arn) => typeof arn === "string" && /^arn:[^:]+:iam::aws:policy\//.test(arn))
    .map((arn) =>
      finding(
        "managed-by-aws",
        String(arn),
        "is a policy of AWS, for every resource of every account",
        "attach a policy of your own that names the resources",
      ),
    );
}

/** The policy of such a data source is not known before Terraform runs, so nobody can check it. */
export function policyDocument({ type, address }: StackResource): Finding[] {
  if (type !== "aws_iam_policy_document") return [];
  return [finding("policy-document", address, "is not known before Terraform runs", "write the policy as JSON")];
}

function finding(rule: string, value: string, what: string, fix: string): Finding {
  return { rule, sid: "", value, what, fix };
}
