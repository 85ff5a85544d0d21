import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { SAMPLE, sampleBlueprint, temporaryFolder } from "../support/files";
import { allBefore, dependencies, referencesIn } from "../support/references";
import { type StackJson, stackText, synthesizeTo } from "../support/synth";

const outdir = temporaryFolder();
const names = [
  "hub",
  "ml-workspace",
  ...readdirSync(SAMPLE.tenants).map((file) => `tenant-${basename(file, ".yaml")}`),
];

beforeAll(() => {
  synthesizeTo(outdir, sampleBlueprint());
});

const stack = (name: string) => JSON.parse(stackText(outdir, name)) as StackJson;

describe.each(names)("the references of the sample stack %s", (name) => {
  test("lead to resources of the same stack", () => {
    const graph = dependencies(stack(name));
    const missing = [...graph.values()].flatMap((targets) => [...targets]).filter((target) => !graph.has(target));
    expect(missing).toEqual([]);
  });

  test("of its outputs lead to resources of the same stack", () => {
    const graph = dependencies(stack(name));
    expect([...referencesIn(stack(name).output)].filter((target) => !graph.has(target))).toEqual([]);
  });

  test("have no cycle", () => {
    const graph = dependencies(stack(name));
    expect([...graph.keys()].filter((address) => allBefore(stack(name), address).has(address))).toEqual([]);
  });
});
