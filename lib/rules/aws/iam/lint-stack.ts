import { type Finding, formatFinding } from "./finding";
import { isExempt } from "./exemptions";
import { lintPolicy, SIZE_RULE, sizeFindings } from "./lint-policy";
import { bareVariables, longest, parsePolicy } from "./references";
import { managedByAws, policyDocument, roleWithoutBoundary, userOrGroup } from "./rules/stack";
import { CleanShapes, namesOf } from "./shapes";
import { awsResources, policiesOf, type StackPolicy, type StackResource, strayPolicies } from "./stack-policies";

/** A finding with the address of the resource that has it. */
export interface StackFinding extends Finding {
  /** The resource's address, as in aws_iam_role.aws_roles_exec_0123ABCD. */
  readonly address: string;
}

/** How a stack is looked at. */
export interface StackLint {
  /** Whether a finding is right as it is. Default: if an exemption says so. */
  readonly isRight?: (finding: StackFinding) => boolean;
  /** Names by which policies of this stack differ from those of others, and what was clean there. Default: all is new. */
  readonly known?: { readonly names: readonly string[]; readonly shapes: CleanShapes };
}

/**
 * What is wrong with the roles and policies of a stack.
 *
 * @param stack what its `cdk.tf.json` holds
 */
export function lintStack(stack: unknown, { isRight = isExempt, known }: StackLint = {}): StackFinding[] {
  const resources = awsResources(stack);
  const sources = awsResources(stack, "data");
  const parameterName = (id: string): string | undefined => {
    const name = sources.find((source) => source.type === "aws_ssm_parameter" && source.id === id)?.content.name;
    return typeof name === "string" ? name : undefined;
  };
  return [
    ...[...resources, ...sources].filter(({ type }) => type.startsWith("aws_iam_")).flatMap(lintResource),
    ...policiesOf(resources).flatMap((policy) =>
      lintText(policy, parameterName, known).map((finding) => ({ ...finding, address: policy.address })),
    ),
    ...strayPolicies(resources).map(({ address, argument }) => ({
      rule: "stray-policy",
      address,
      sid: "",
      value: argument,
      what: "holds a policy that the lint does not read",
      fix: "add the argument to lib/rules/aws/iam/stack-policies.ts",
    })),
  ].filter((finding) => !isRight(finding));
}

const shapes = new CleanShapes();

/** What is wrong with a stack, a line each. */
export function stackProblems(name: string, stack: unknown): string[] {
  return lintStack(stack, { known: { names: namesOf(name, stack), shapes } }).map(
    (finding) => `${name} ${finding.address} ${formatFinding(finding)}`,
  );
}

const RESOURCE_RULES = [roleWithoutBoundary, userOrGroup, managedByAws, policyDocument];

function lintResource(resource: StackResource): StackFinding[] {
  return RESOURCE_RULES.flatMap((rule) => rule(resource)).map((finding) => ({ ...finding, address: resource.address }));
}

function lintText(
  { kind, text }: StackPolicy,
  parameterName: (id: string) => string | undefined,
  known: StackLint["known"],
): Finding[] {
  if (typeof text === "string" && known?.shapes.has(kind, text, known.names) === true)
    return sizeFindings(kind, longest(text, parameterName));
  const document = typeof text === "string" ? parsePolicy(text) : undefined;
  if (typeof text !== "string" || document === undefined) {
    const fix = "write it as JSON, in which references may stand";
    return [{ rule: "opaque-policy", sid: "", value: String(text).slice(0, 60), what: "is no policy in JSON", fix }];
  }
  const findings = [
    ...bareVariables(text).map((value) => ({
      rule: "bare-variable",
      sid: "",
      value,
      what: "is an expression of Terraform, not a variable of IAM",
      fix: `write $${value}`,
    })),
    ...lintPolicy(document, kind, longest(text, parameterName)),
  ];
  if (findings.every(({ rule }) => rule === SIZE_RULE)) known?.shapes.add(kind, text, known.names);
  return findings;
}
