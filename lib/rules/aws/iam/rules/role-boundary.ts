import { isExpression } from "../../../references";
import type { Resource } from "../../../resource";
import type { Rule } from "../../../rule";
import type { Stack } from "../../../stack";

/** A role without a boundary is what its policies are, and what somebody attaches to it later. */
export const roleBoundary: Rule = {
  id: "aws-iam-role-boundary",
  severity: "critical",
  title: "Every role has a boundary of its own stack.",
  reason: "A role without one is what its policies are, and what somebody attaches to it later.",
  fix: "set permissions_boundary to the arn of an aws_iam_policy of this stack, or to AWS's AWSDenyAll for a role without rights",
  source: "IAM User Guide: Permissions boundaries for IAM entities",
  controls: ["MCSB PA-7"],
  example: {
    wrong: { resource: { aws_iam_role: { example: {} } } },
    right: {
      resource: {
        aws_iam_policy: { limit: {} },
        aws_iam_role: { example: { permissions_boundary: "${aws_iam_policy.limit.arn}" } },
      },
    },
  },
  *check(stack) {
    const told = new Set<unknown>();
    for (const resource of stack.resources("aws_iam_role")) {
      const found = resource.content.permissions_boundary;
      if (hasBoundary(stack, resource) || told.has(found)) continue;
      // Roles that refer to the same policy lack it together: that is one mistake.
      if (isExpression(found)) told.add(found);
      yield {
        resource,
        argument: "permissions_boundary",
        found,
        must: "must refer to an aws_iam_policy of this stack",
      };
    }
  },
};

/** Whether a role has a policy of its stack as its boundary, or none of its rights. */
export function hasBoundary(stack: Stack, { content: { permissions_boundary: boundary } }: Resource): boolean {
  return stack.target(boundary)?.type === "aws_iam_policy" || DENIES_ALL.test(String(boundary));
}

/** A policy of AWS that denies everything: the boundary of a role that is there for its name only. */
const DENIES_ALL = /^arn:[^:]+:iam::aws:policy\/AWSDenyAll$/;
