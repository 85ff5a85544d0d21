import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Changes, changesBetween } from "../support/changes";
import { blueprintOf, type Content, SAMPLE, temporaryFolder } from "../support/files";
import { type StackJson, synthesizeTo } from "../support/synth";
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

/** Every stack of some files, by name. */
function stacksOf({ platform, tenants }: SampleFiles): Map<string, StackJson> {
  const outdir = temporaryFolder();
  synthesizeTo(outdir, blueprintOf(platform as Content, Object.values(tenants) as Content[]));
  const stacks = join(outdir, "stacks");
  return new Map(
    readdirSync(stacks).map((name) => [
      name,
      JSON.parse(readFileSync(join(stacks, name, "cdk.tf.json"), "utf8")) as StackJson,
    ]),
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
