import { checkStack } from "../../lib/rules/check-stack";
import { formatFinding } from "../../lib/rules/finding";
import type { StackJson } from "../support/synth";
import { EditedFiles } from "../support/edits";
import { SAMPLE } from "../support/files";
import { EDITS } from "./edits/all";

const files = new EditedFiles(SAMPLE);

test.each(EDITS)("$title", ({ edit, changes }) => {
  expect(files.changesOf(edit)).toEqual(changes);
});

describe("No rule finds anything after an ordinary edit:", () => {
  const checked = new Set<StackJson>();

  test.each(EDITS)("$title", ({ edit }) => {
    const stacks = [...files.stacksAfter(edit)].filter(([, stack]) => !checked.has(stack));
    for (const [, stack] of stacks) checked.add(stack);

    expect(stacks.flatMap(([name, stack]) => checkStack(name, stack).map(formatFinding))).toEqual([]);
  });
});
