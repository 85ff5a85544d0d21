import { list } from "../../blocks";
import { isExpression } from "../../references";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";

/** A way to give roles policies, and the list that says which are all of a role. */
export interface GrantKind {
  /** The type of what gives one policy to one role. */
  readonly type: "aws_iam_role_policy_attachment" | "aws_iam_role_policy";
  /** The argument that names the policy. Undefined when the policy is the resource itself. */
  readonly policy?: "policy_arn";
  /** The type of the list, and its argument. */
  readonly list: string;
  readonly entries: string;
}

/** Policies of their own that are attached to a role. */
export const ATTACHED: GrantKind = {
  type: "aws_iam_role_policy_attachment",
  policy: "policy_arn",
  list: "aws_iam_role_policy_attachments_exclusive",
  entries: "policy_arns",
};

/** Policies within a role. */
const WITHIN: GrantKind = {
  type: "aws_iam_role_policy",
  list: "aws_iam_role_policies_exclusive",
  entries: "policy_names",
};

/** Both. */
export const GRANT_KINDS: readonly GrantKind[] = [ATTACHED, WITHIN];

/** A policy that a stack gives to a role. */
export interface Grant {
  readonly resource: Resource;
  /** Undefined when it is of another stack, or nowhere. */
  readonly role: Resource | undefined;
  readonly policy: Resource | undefined;
  /** What is wrong with it: it is in no list where there should be one that names it. */
  readonly isStray: boolean;
}

/** ARNs of AWS's own policies are told by the rules about policies. */
export const BY_AWS = /^arn:[^:]+:iam::aws:policy\//;

/** Whether what it gives is a policy of AWS's own. */
export function isByAws({ content }: Resource): boolean {
  return BY_AWS.test(String(content.policy_arn));
}

/** The policies that a stack gives to roles in one way. */
export function grantsOf(stack: Stack, kind: GrantKind): Grant[] {
  return stack.resources(kind.type).map((resource) => {
    const role = stack.target(resource.content.role);
    const named = kind.policy === undefined ? resource : stack.target(resource.content[kind.policy]);
    return { resource, role, policy: named, isStray: isStray(stack, kind, { resource, role, policy: named }) };
  });
}

/** The policies of a role that are in its list, and for each what gives it. */
export function grantsByPolicy(stack: Stack, role: Resource): [Resource, ...Resource[]][] {
  const groups = new Map<Resource, [Resource, ...Resource[]]>();
  for (const grant of GRANT_KINDS.flatMap((kind) => grantsOf(stack, kind))) {
    const { resource, policy = resource } = grant;
    if (grant.role !== role || grant.isStray || isByAws(grant.resource)) continue;
    const others = groups.get(policy);
    if (others === undefined) groups.set(policy, [resource]);
    else others.push(resource);
  }
  return [...groups.values()];
}

/** The list of a role. Undefined when it has none, or several: other rules tell that. */
export function listOf(stack: Stack, kind: GrantKind, role: Resource): Resource | undefined {
  const lists = stack.resources(kind.list).filter(({ content }) => stack.target(content.role_name) === role);
  return lists.length === 1 ? lists[0] : undefined;
}

function isStray(stack: Stack, kind: GrantKind, { resource, role, policy }: Omit<Grant, "isStray">): boolean {
  const { content } = resource;
  // A reference to what is not there is refused by Terraform.
  if (role === undefined) return !isExpression(content.role);
  const own = listOf(stack, kind, role);
  if (own === undefined) return false;
  const value = kind.policy === undefined ? undefined : content[kind.policy];
  if (policy === undefined) return !isExpression(value) && !BY_AWS.test(String(value));
  return !list(own.content[kind.entries]).some((entry) => stack.target(entry) === policy);
}
