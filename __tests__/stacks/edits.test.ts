import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { stackPlans } from "../../lib/app";
import { type Changes, changesBetween } from "../support/changes";
import { blueprintOf, type Content, SAMPLE } from "../support/files";
import { type StackJson, synthPlan } from "../support/synth";
import type { SampleFiles } from "./edits/edit";
import { EDITS } from "./edits/all";

function sampleFiles(): SampleFiles {
  const content = (path: string) => parse(readFileSync(path, "utf8")) as Content;
  const tenants = readdirSync(SAMPLE.tenants).map((file) => content(join(SAMPLE.tenants, file)));
  return {
    platform: content(SAMPLE.platform),
    tenants: Object.fromEntries(tenants.map((tenant) => [String(tenant.tenant), tenant])),
  };
}

/** Stacks by name and by what they are built from: most edits change one of them. */
const built = new Map<string, StackJson>();

/** Every stack of some files, by name. */
function stacksOf({ platform, tenants }: SampleFiles): Map<string, StackJson> {
  const blueprint = blueprintOf(platform as Content, Object.values(tenants) as Content[]);
  const { azure, aws } = blueprint;
  const parts = [azure?.hub, azure?.workspace, aws?.foundation, ...blueprint.tenants].filter(
    (part) => part !== undefined,
  );
  const contents = new Map(parts.map((part) => [part.stack, JSON.stringify(part)]));
  return new Map(
    stackPlans(blueprint).map((plan) => {
      const key = contents.get(plan.name) ?? "";
      const stack = built.get(key) ?? synthPlan(plan);
      built.set(key, stack);
      return [plan.name, stack];
    }),
  );
}

let before: Map<string, StackJson>;
beforeAll(() => {
  before = stacksOf(sampleFiles());
});

test.each(EDITS)("$title", ({ edit, changes }) => {
  const files = sampleFiles();
  edit(files);

  const after = stacksOf(files);

  const found: Record<string, Changes | "added" | "removed"> = {};
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(name), after.get(name)];
    const change = old === undefined ? "added" : now === undefined ? "removed" : changesBetween(old, now);
    if (typeof change === "string" || Object.keys(change).length > 0) found[name] = change;
  }
  expect(found).toEqual(changes);
});
