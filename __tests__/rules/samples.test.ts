import { stackPlans } from "../../lib/app";
import type { FileLocations } from "../../lib/config/load";
import { checkStack } from "../../lib/rules/check-stack";
import { formatFinding } from "../../lib/rules/finding";
import { SAMPLE, SAMPLE_ON_AWS, sampleBlueprint } from "../support/files";
import { synthPlan } from "../support/synth";

const stacksOf = (files: FileLocations) => stackPlans(sampleBlueprint(files));

test.each([...stacksOf(SAMPLE), ...stacksOf(SAMPLE_ON_AWS)])("No rule finds anything in the stack $name.", (plan) => {
  expect(checkStack(plan.name, synthPlan(plan)).map(formatFinding)).toEqual([]);
});
