import { readdirSync } from "node:fs";
import { join } from "node:path";
import { SAMPLE, SAMPLE_ON_AWS, sampleBlueprint, temporaryFolder } from "../support/files";
import { allBefore, dependencies, referencesIn } from "../support/references";
import { type StackJson, stackText, synthesizeTo } from "../support/synth";

const sets = [SAMPLE, SAMPLE_ON_AWS].map((files) => {
  const outdir = temporaryFolder();
  synthesizeTo(outdir, sampleBlueprint(files));
  return outdir;
});
const stacks = sets.flatMap((outdir, index) =>
  readdirSync(join(outdir, "stacks")).map((name): [string, StackJson] => [
    index === 0 ? name : `${name} on AWS`,
    JSON.parse(stackText(outdir, name)) as StackJson,
  ]),
);

describe.each(stacks)("the references of the sample stack %s", (_, stack) => {
  test("lead to resources of the same stack", () => {
    const graph = dependencies(stack);
    const missing = [...graph.values()].flatMap((targets) => [...targets]).filter((target) => !graph.has(target));
    expect(missing).toEqual([]);
  });

  test("of its outputs lead to resources of the same stack", () => {
    const graph = dependencies(stack);
    expect([...referencesIn(stack.output)].filter((target) => !graph.has(target))).toEqual([]);
  });

  test("have no cycle", () => {
    const graph = dependencies(stack);
    expect([...graph.keys()].filter((address) => allBefore(stack, address).has(address))).toEqual([]);
  });
});
