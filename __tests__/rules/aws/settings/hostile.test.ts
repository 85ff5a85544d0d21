import { AWS_SETTINGS } from "../../../../lib/rules/aws/settings/aws-settings";
import { checkStack } from "../../../../lib/rules/check-stack";
import { stackPlans } from "../../../../lib/app";
import { SAMPLE_ON_AWS, sampleBlueprint } from "../../../support/files";
import { type StackJson, synthPlan } from "../../../support/synth";

const VALUES = [
  null,
  "",
  "x",
  "${",
  "${a.b.c}",
  0,
  -1,
  true,
  [],
  [[]],
  [null],
  {},
  { a: null },
  "__proto__",
  "{}",
  "null",
];

let stacks: [string, StackJson][] = [];
beforeAll(() => {
  stacks = stackPlans(sampleBlueprint(SAMPLE_ON_AWS)).map((plan) => [plan.name, synthPlan(plan)]);
});

/** Everything that stands so many maps and lists deep is replaced. */
function replaced(node: unknown, value: unknown, depth: number): unknown {
  if (depth === 0) return value;
  if (Array.isArray(node)) return node.map((entry) => replaced(entry, value, depth - 1));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, entry]) => [key, replaced(entry, value, depth - 1)]));
}

test.each(VALUES.map((value) => ({ text: JSON.stringify(value), value })))(
  "No rule fails on stacks in which everything is $text.",
  ({ value }) => {
    const check = ([name, stack]: [string, StackJson], depth: number) =>
      checkStack(name, replaced(stack, value, depth), AWS_SETTINGS);

    for (const stack of stacks) {
      for (let depth = 1; depth < 9; depth += 1) expect(() => check(stack, depth)).not.toThrow();
    }
  },
);

test("Blocks that are maps are the same as blocks that are lists.", () => {
  const asMaps = (node: unknown): unknown => {
    if (Array.isArray(node))
      return node.length === 1 && typeof node[0] === "object" ? asMaps(node[0]) : node.map(asMaps);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, entry]) => [key, asMaps(entry)]));
  };

  expect(stacks.flatMap(([name, stack]) => checkStack(name, asMaps(stack), AWS_SETTINGS))).toEqual([]);
});
