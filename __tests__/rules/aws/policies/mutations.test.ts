import { stackPlans } from "../../../../lib/app";
import { parsePolicy } from "../../../../lib/rules/aws/iam/references";
import { policiesOf, type StackPolicy } from "../../../../lib/rules/aws/iam/stack-policies";
import { AWS_POLICIES } from "../../../../lib/rules/aws/policies/aws-policies";
import { checkStack } from "../../../../lib/rules/check-stack";
import { formatFinding } from "../../../../lib/rules/finding";
import { Stack } from "../../../../lib/rules/stack";
import { SAMPLE_ON_AWS, sampleBlueprint } from "../../../support/files";
import { type StackJson, synthPlan } from "../../../support/synth";
import { mutationsOf, type Statement } from "./mutations";

/** What no rule tells of, by the statement and what is done to it, each with the reason. */
const NOT_TOLD: readonly { readonly sid: string; readonly what: RegExp; readonly reason: string }[] = [
  {
    sid: "FromVpcOnly",
    what: /^without the Deny$/,
    reason: "a tenant's file decides whether its bucket is open to its roles from outside of the network",
  },
  {
    sid: "FromVpcOnly",
    what: /^without (ArnEquals|Bool|StringNotEquals|conditions)/,
    reason: "it denies more than before, and is no Deny that every bucket must have",
  },
  {
    sid: "MakeFileSystems",
    what: /^with "\*" in Resource$/,
    reason: "the action has no resource that a policy could name, so that the ARN says the same",
  },
];

interface Case extends StackPolicy {
  readonly name: string;
  readonly stack: string;
  readonly tree: StackJson;
  readonly statements: readonly Statement[];
}

/** The policies of the sample stacks, those that differ by names only once. */
function cases(): Case[] {
  const shapes = new Map<string, Case>();
  for (const plan of stackPlans(sampleBlueprint(SAMPLE_ON_AWS))) {
    const tree = synthPlan(plan);
    for (const policy of policiesOf(new Stack(plan.name, tree))) {
      const text = String(policy.text);
      const { Statement: statements } = parsePolicy(text) as { Statement: Statement[] };
      const name = `${plan.name} ${policy.resource.address}`;
      const anonymous = text
        .replaceAll(plan.name.replace("tenant-", ""), "")
        .replaceAll(/\d{12}|[0-9A-F]{8}|-[a-z0-9]{5}(?=["/])/g, "");
      const shape = `${policy.kind} ${anonymous}`;
      if (!shapes.has(shape)) shapes.set(shape, { ...policy, name, stack: plan.name, tree, statements });
    }
  }
  return [...shapes.values()];
}

const CASES = cases();

/** What the rules find in a stack of which one policy has other statements. */
function findingsWith({ stack, tree, resource, argument }: Case, statements: readonly unknown[]): string[] {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const { type, id } = resource;
  const named = { ...tree.resource[type], [id]: { ...tree.resource[type]?.[id], [argument]: policy } };
  return checkStack(stack, { ...tree, resource: { ...tree.resource, [type]: named } }, AWS_POLICIES).map(formatFinding);
}

function reasonFor({ sid, what }: { sid: string; what: string }): string | undefined {
  return NOT_TOLD.find((one) => one.sid === sid && one.what.test(what))?.reason;
}

test.each(CASES)("Whatever weakens $name is told once.", (policy) => {
  const untold = mutationsOf(policy.statements, policy.stack)
    .filter((mutation) => reasonFor(mutation) === undefined)
    .map(({ sid, what, statements }) => ({ sid, what, findings: findingsWith(policy, statements) }))
    .filter(({ findings }) => findings.length !== 1);

  expect(untold).toEqual([]);
});

test.each(NOT_TOLD)("$sid $what is not told, because $reason.", ({ sid, what }) => {
  const found = CASES.flatMap((policy) =>
    mutationsOf(policy.statements, policy.stack)
      .filter((mutation) => mutation.sid === sid && what.test(mutation.what))
      .map(({ statements }) => findingsWith(policy, statements)),
  );

  expect(found.length).toBeGreaterThan(0);
  expect(found.flat()).toEqual([]);
});

test("The policies of the samples are weakened in hundreds of ways.", () => {
  const ways = CASES.flatMap(({ statements, stack }) => mutationsOf(statements, stack));

  expect(ways.length).toBeGreaterThan(800);
});
