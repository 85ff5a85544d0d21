import type { Resource } from "../../resource";
import { SEVERITIES, type Violation } from "../../rule";
import { perStack } from "../../per-stack";
import type { Stack } from "../../stack";
import { CONTENT_RULES } from "../policies/content-rules";
import { type Owner, ownerOf } from "../policies/owner";
import { purposeOf } from "../settings/bucket-purpose";
import { isExempt } from "./exemptions";
import { type Finding, placeOf } from "./finding";
import { lintPolicy, SIZE_RULE, sizeFindings, STATEMENT_RULES, WHOLE_POLICY_RULES } from "./lint-policy";
import { bareVariables, longest, parsePolicy } from "./references";
import { bareVariable, opaquePolicy, strayPolicy } from "./rules/readable";
import { malformedPolicy } from "./rules/whole-policy";
import { CleanShapes, namesOf } from "./shapes";
import { policiesOf, type StackPolicy, strayPolicies } from "./stack-policies";
import { statementsOf } from "./statement-view";

/** A finding with the argument that has it. */
export interface StackFinding extends Finding {
  readonly resource: Resource;
  /** As in "assume_role_policy". */
  readonly argument: string;
}

/** How a stack is looked at. */
export interface StackLint {
  /** Whether a finding is right as it is. Default: if an exemption says so. */
  readonly isRight?: (finding: StackFinding) => boolean;
  /** What was clean in stacks before. Default: all is new. */
  readonly shapes?: CleanShapes;
}

/** What is wrong with the policies of a stack. */
export function lintStack(
  stack: Stack,
  { isRight = isExempt, shapes = new CleanShapes() }: StackLint = {},
): StackFinding[] {
  const names = namesOf(stack);
  const owner = ownerOf(stack);
  const surroundings = surroundingsOf(stack, owner);
  return [
    ...policiesOf(stack).flatMap((policy) => {
      const { resource, argument, kind, text } = policy;
      const place = [kind, resource.address, argument, surroundings].join(" ");
      if (typeof text === "string" && shapes.has(place, text, names))
        return located(policy, sizeFindings(kind, longest(text, parametersOf(stack))));
      const lint = located(policy, lintText(policy, stack)).filter((finding) => !isRight(finding));
      const findings = gravest([...lint, ...located(policy, contentFindings(policy, stack, owner, lint))]);
      const isClean = findings.every(({ rule }) => rule === SIZE_RULE);
      if (typeof text === "string" && isClean) shapes.add(place, text, names);
      return findings;
    }),
    ...strayPolicies(stack).map(({ resource, argument }) => ({
      rule: strayPolicy.id,
      resource,
      argument,
      sid: "",
      value: undefined,
      must: "must not hold a policy that the rules do not read",
    })),
  ];
}

const known = new CleanShapes();

const violationsByRule = perStack((stack) => violations(lintStack(stack, { shapes: known })));

/** What one rule finds in the policies of a stack. */
export function violationsOf(stack: Stack, rule: string): readonly Violation[] {
  return violationsByRule(stack).get(rule) ?? [];
}

const toldResources = perStack(
  (stack) => new Set([...violationsByRule(stack).values()].flat().map(({ resource }) => resource)),
);

/** Whether something is wrong with a policy of a resource. */
export function isPolicyTold(stack: Stack, resource: Resource): boolean {
  return toldResources(stack).has(resource);
}

/** What else than the policy decides what it must say: whose the stack is, and what stands beside the policy. */
function surroundingsOf(stack: Stack, { tenant, platform, account }: Owner): string {
  const buckets = stack.resources("aws_s3_bucket").map((bucket) => {
    const { address, content } = bucket;
    return JSON.stringify([address, purposeOf(stack, bucket), content.lifecycle]);
  });
  const studio = stack.resources("aws_sagemaker_domain").length > 0 ? "studio" : "";
  return [tenant === undefined ? "platform" : "tenant", platform, account, studio, ...buckets].join(" ");
}

/** What a policy says wrongly or does not say. One that AWS does not take says nothing. */
function contentFindings(
  { kind, resource, text }: StackPolicy,
  stack: Stack,
  owner: Owner,
  lint: readonly Finding[],
): Finding[] {
  if (typeof text !== "string" || lint.some(isRefused)) return [];
  const view = { kind, resource, stack, owner, statements: statementsOf(parsePolicy(text)) };
  return CONTENT_RULES.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ id, check }) =>
    check(view).map((problem) => ({ rule: id, ...problem })),
  );
}

function isRefused({ rule, sid }: Finding): boolean {
  return rule === malformedPolicy.id || (sid === "" && rule !== SIZE_RULE);
}

const GRAVITY: ReadonlyMap<string, number> = new Map(
  [opaquePolicy, bareVariable, ...WHOLE_POLICY_RULES, ...STATEMENT_RULES, ...CONTENT_RULES].map(({ id, severity }) => [
    id,
    SEVERITIES.indexOf(severity),
  ]),
);

/**
 * Of each statement what the gravest rule finds, as one finding: whoever mends it looks at the statement for all of it. Of the
 * policy as a whole everything, for that is about different statements which are not there.
 */
function gravest(findings: readonly StackFinding[]): StackFinding[] {
  const gravity = ({ rule }: Finding) => GRAVITY.get(rule) ?? 0;
  const bySid = new Map<string, StackFinding>();
  for (const finding of findings) {
    if (finding.sid === "") continue;
    const other = bySid.get(finding.sid);
    if (other === undefined || gravity(finding) < gravity(other)) bySid.set(finding.sid, finding);
    else if (other.rule === finding.rule) bySid.set(finding.sid, together(other, finding));
  }
  return [...findings.filter(({ sid }) => sid === ""), ...bySid.values()];
}

/** Two problems that a rule finds in the same statement. */
function together(one: StackFinding, other: StackFinding): StackFinding {
  const values = [one.value, other.value].filter((value) => value !== undefined);
  const must = one.must.includes(other.must) ? one.must : `${one.must}, and ${other.must}`;
  return { ...one, value: values.length === 0 ? undefined : [...new Set(values)].join(", "), must };
}

function violations(findings: readonly StackFinding[]): ReadonlyMap<string, readonly Violation[]> {
  const byRule = new Map<string, Violation[]>();
  for (const { rule, resource, argument, value, must, ...place } of findings) {
    const violation = { resource, argument: placeOf(argument, place), found: value, must };
    const others = byRule.get(rule);
    if (others === undefined) byRule.set(rule, [violation]);
    else others.push(violation);
  }
  return byRule;
}

function located({ resource, argument }: StackPolicy, findings: readonly Finding[]): StackFinding[] {
  return findings.map((finding) => ({ ...finding, resource, argument }));
}

function lintText({ kind, text }: StackPolicy, stack: Stack): Finding[] {
  const document = typeof text === "string" ? parsePolicy(text) : undefined;
  if (typeof text !== "string" || document === undefined)
    return [
      {
        rule: opaquePolicy.id,
        sid: "",
        value: typeof text === "string" ? text : JSON.stringify(text),
        must: "must be a policy in JSON",
      },
    ];
  return [
    ...bareVariables(text).map((value) => ({ rule: bareVariable.id, sid: "", value, must: `must be $${value}` })),
    ...lintPolicy(document, kind, longest(text, parametersOf(stack))),
  ];
}

/** The names of the SSM parameters that data sources of a stack read, by the ids of the data sources. */
function parametersOf(stack: Stack): (id: string) => string | undefined {
  return (id) => {
    const name = stack.find(`data.aws_ssm_parameter.${id}`)?.content.name;
    return typeof name === "string" ? name : undefined;
  };
}
