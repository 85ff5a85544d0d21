import { EXEMPTIONS } from "../../../../lib/rules/aws/iam/exemptions";
import { lintStack } from "../../../../lib/rules/aws/iam/lint-stack";
import { Stack } from "../../../../lib/rules/stack";
import { stackPlans } from "../../../../lib/app";
import { SAMPLE_ON_AWS, sampleBlueprint } from "../../../support/files";
import { synthPlan } from "../../../support/synth";

const STACKS = stackPlans(sampleBlueprint(SAMPLE_ON_AWS)).map((plan) => new Stack(plan.name, synthPlan(plan)));

test.each(EXEMPTIONS)("The exemption from $rule is of something that a stack has.", ({ rule, address, value }) => {
  const findings = STACKS.flatMap((stack) => lintStack(stack, { isRight: () => false }));

  expect(
    findings.filter(
      (found) => found.rule === rule && found.resource.address.startsWith(address) && value.test(String(found.value)),
    ),
  ).not.toEqual([]);
});
