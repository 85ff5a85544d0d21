import { list } from "../../blocks";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";
import { isPolicyTold } from "../iam/lint-stack";
import { BY_AWS, GRANT_KINDS, type GrantKind, grantsOf, isByAws, listOf } from "./role-grants";

const attached = (...arns: string[]) => ({
  resource: {
    aws_iam_role: { example: {} },
    aws_iam_policy: { example: {} },
    aws_iam_role_policy_attachment: {
      example: { role: "${aws_iam_role.example.name}", policy_arn: "${aws_iam_policy.example.arn}" },
    },
    aws_iam_role_policy_attachments_exclusive: {
      example: { role_name: "${aws_iam_role.example.name}", policy_arns: arns },
    },
  },
});

/** The lists are what Terraform holds a role to: what is not in them it takes away, what is in them it leaves. */
export const ROLE_POLICIES: Rule = {
  id: "aws-role-policies",
  severity: "high",
  title: "A role has the policies of its stack, and Terraform's lists have no others.",
  reason: "What a list has too much stays at the role, and what it lacks is taken away with each apply.",
  fix: "let the role's list name exactly the policies that the stack gives to it",
  source: "Terraform AWS provider: aws_iam_role_policy_attachments_exclusive, aws_iam_role_policies_exclusive",
  controls: ["MCSB PA-7"],
  example: { wrong: attached(), right: attached("${aws_iam_policy.example.arn}") },
  *check(stack) {
    for (const kind of GRANT_KINDS) yield* violations(stack, kind);
  },
};

function* violations(stack: Stack, kind: GrantKind): Iterable<Violation> {
  const grants = grantsOf(stack, kind);
  // What a policy within a role says is told first: whoever mends that may take it away.
  const strays = grants.filter(({ isStray, resource }) => isStray && !isPolicyTold(stack, resource));
  for (const { resource, role } of strays) {
    const own = role && listOf(stack, kind, role);
    // A list that lacks several is what is wrong. They are told at one place, and so once.
    if (own !== undefined && strays.filter((stray) => stray.role === role).length > 1) {
      const must = "must name every policy that the stack gives to the role";
      yield { resource: own, argument: kind.entries, found: own.content[kind.entries], must };
      continue;
    }
    const argument = kind.policy ?? "role";
    const must = `must be in the ${kind.entries} of a role of this stack`;
    yield { resource, argument, found: resource.content[argument], must };
  }
  // What a stray was before, or one that gives a policy of AWS's, is missing where it was listed: that is the same mistake.
  if (grants.some(({ isStray, resource }) => isStray || isByAws(resource))) return;

  for (const role of stack.resources("aws_iam_role")) {
    const resource = listOf(stack, kind, role);
    const policies = grants.filter((grant) => grant.role === role).map(({ policy }) => policy);
    const entries = list(resource?.content[kind.entries]);
    const isKnown = (entry: unknown) => policies.includes(stack.target(entry)) || BY_AWS.test(String(entry));
    if (resource === undefined || entries.every(isKnown)) continue;
    const must = "must name nothing but what the stack gives to the role";
    yield { resource, argument: kind.entries, found: entries, must };
  }
}
