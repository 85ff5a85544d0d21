import { list } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";

/** A way to give a role a policy, and the list that says which are all of a role. */
interface Kind {
  /** The type of what gives one policy to one role. */
  readonly member: string;
  /** The policy that it gives, as a value that the list names too. */
  readonly policyOf: (member: Resource, stack: Stack) => Resource | undefined;
  /** The type of the list, and its argument. */
  readonly list: string;
  readonly argument: string;
}

const KINDS: readonly Kind[] = [
  {
    member: "aws_iam_role_policy_attachment",
    policyOf: ({ content }, stack) => stack.target(content.policy_arn),
    list: "aws_iam_role_policy_attachments_exclusive",
    argument: "policy_arns",
  },
  {
    member: "aws_iam_role_policy",
    policyOf: (member) => member,
    list: "aws_iam_role_policies_exclusive",
    argument: "policy_names",
  },
];

/** ARNs of AWS's own policies are told by the rules about policies. */
const BY_AWS = /^arn:[^:]+:iam::aws:policy\//;

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
  fix: "let the role's list name exactly the policies that the stack attaches to it",
  source: "Terraform AWS provider: aws_iam_role_policy_attachments_exclusive, aws_iam_role_policies_exclusive",
  controls: ["MCSB PA-7"],
  example: { wrong: attached(), right: attached("${aws_iam_policy.example.arn}") },
  *check(stack) {
    for (const kind of KINDS) yield* violations(stack, kind);
  },
};

function* violations(stack: Stack, kind: Kind): Iterable<Violation> {
  const members = stack.resources(kind.member);
  const lists = stack.resources(kind.list);
  const listed = (entry: Resource) => list(entry.content[kind.argument]);
  const listOf = (role: unknown) => {
    const target = stack.target(role);
    return target && lists.find(({ content }) => stack.target(content.role_name) === target);
  };

  const strays = members.filter((member) => {
    const own = listOf(member.content.role);
    const policy = kind.policyOf(member, stack);
    // A role without a list is told by another rule.
    if (own === undefined) return stack.target(member.content.role)?.type !== "aws_iam_role";
    return !listed(own).some((value) => stack.target(value) === policy && policy !== undefined) && !isByAws(member);
  });
  for (const resource of strays) {
    const found = resource.content.policy_arn ?? resource.content.role;
    const argument = resource.content.policy_arn === undefined ? "role" : "policy_arn";
    yield { resource, argument, found, must: `must be in the ${kind.argument} of a role of this stack` };
  }
  // What a stray was before is missing where it was listed: that is the same mistake.
  if (strays.length > 0) return;

  for (const resource of lists) {
    const role = stack.target(resource.content.role_name);
    const policies = members
      .filter(({ content }) => stack.target(content.role) === role)
      .map((member) => kind.policyOf(member, stack));
    const unknown = listed(resource).filter(
      (value) => !policies.includes(stack.target(value)) && !BY_AWS.test(String(value)),
    );
    if (role !== undefined && unknown.length === 0) continue;
    const must = "must name nothing but what the stack attaches to a role of it";
    yield { resource, argument: kind.argument, found: resource.content[kind.argument], must };
  }
}

function isByAws({ content }: Resource): boolean {
  return BY_AWS.test(String(content.policy_arn));
}
