import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackPlans } from "../../lib/app";
import { type Blueprint, resolveBlueprint } from "../../lib/blueprint/blueprint";
import { type FileLocations, loadFiles } from "../../lib/config/load";
import { InvalidFiles } from "../../lib/config/problem";
import { synthesize } from "../../lib/terraform/synthesize";

/** Synthesized stacks, as far as the run has to know them. */
export interface Synthesis {
  /** The text of each stack's file, by stack: the platform's first, then the tenants'. */
  readonly texts: ReadonlyMap<string, string>;
  /** The stacks of tenants, by tenant. */
  readonly tenants: ReadonlyMap<string, string>;
  /** What the stacks were made from. */
  readonly blueprint: Blueprint;
}

/** The blueprint of files. Throws InvalidFiles with every problem if they are not right. */
export function blueprintOf(locations: FileLocations): Blueprint {
  const { blueprint, problems } = resolveBlueprint(loadFiles(locations));
  if (blueprint === undefined) throw new InvalidFiles(problems);
  return blueprint;
}

/** Synthesizes files with the product's own code. */
export function synthesized(locations: FileLocations, outdir: string): Synthesis {
  const blueprint = blueprintOf(locations);
  const plans = stackPlans(blueprint);
  const names = plans.map(({ name }) => name);
  synthesize({ plans, known: names, outdir });
  return {
    texts: new Map(names.map((name) => [name, stackText(outdir, name)])),
    tenants: new Map(blueprint.tenants.map(({ tenant, stack }) => [tenant, stack])),
    blueprint,
  };
}

/** The text of a stack's file in an output folder. */
export function stackText(outdir: string, stack: string): string {
  return readFileSync(join(stackFolder(outdir, stack), "cdk.tf.json"), "utf8");
}

/** The folder of a stack in an output folder. */
export function stackFolder(outdir: string, stack: string): string {
  return join(outdir, "stacks", stack);
}

/** The stacks whose files differ, or are there in one of the two only. */
export function changedStacks(before: Synthesis, after: Synthesis): string[] {
  return [...new Set([...before.texts.keys(), ...after.texts.keys()])].filter(
    (stack) => before.texts.get(stack) !== after.texts.get(stack),
  );
}
