import { stackPlans } from "../../../../lib/app";
import { AWS_POLICIES } from "../../../../lib/rules/aws/policies/aws-policies";
import { checkStack } from "../../../../lib/rules/check-stack";
import { SAMPLE_ON_AWS, sampleBlueprint } from "../../../support/files";
import { type Arguments, type StackJson, synthPlan } from "../../../support/synth";

/** A statement that a test changes. */
export interface EditedStatement {
  Sid: string;
  Effect: string;
  Principal: unknown;
  Action: string[];
  NotAction: string[];
  Resource: unknown;
  NotResource: string[];
  Condition: Record<string, Record<string, unknown>>;
}

const STACKS = new Map(stackPlans(sampleBlueprint(SAMPLE_ON_AWS)).map((plan) => [plan.name, synthPlan(plan)]));

/** A stack of the samples, to be changed. */
export function sampleStack(name: string): StackJson {
  return JSON.parse(JSON.stringify(STACKS.get(name))) as StackJson;
}

/** The resource of a type whose id has a text in it. */
export function resourceOf(stack: StackJson, type: string, id: string): Arguments {
  const found = Object.entries(stack.resource[type] ?? {}).find(([name]) => name.includes(id))?.[1];
  if (found === undefined) throw new Error(`the stack has no ${type} with ${id} in its id`);
  return found;
}

/** Changes the statements of the policy in a resource's argument. */
export function editPolicy(
  resource: Arguments,
  edit: (statements: EditedStatement[]) => void,
  argument = "policy",
): void {
  const policy = JSON.parse(String(resource[argument])) as { Statement: EditedStatement[] };
  edit(policy.Statement);
  resource[argument] = JSON.stringify(policy);
}

/** The ids of the rules that find something in a stack. */
export function rulesFor(name: string, stack: unknown): string[] {
  return checkStack(name, stack, AWS_POLICIES).map(({ rule }) => rule.id);
}
