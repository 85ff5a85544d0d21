import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { stackPlans } from "../../lib/app";
import type { FileLocations } from "../../lib/config/load";
import { type Changes, changesBetween } from "./changes";
import { blueprintOf, type Content } from "./files";
import { type StackJson, synthPlan } from "./synth";

/** A part of a parsed file. Edits know the sample files, so that they need not ask what is there. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Part = any;

/** Parsed sample files. */
export interface SampleFiles {
  platform: Part;
  /** The tenants' files by id. */
  tenants: Record<string, Part>;
}

/** What an edit changes, by stack. A stack in which nothing changes is not in it. */
export type StackChanges = Readonly<Record<string, Changes | "added" | "removed">>;

/** Sample files that are edited again and again. Most edits change one stack: the others are built once. */
export class EditedFiles {
  /** Stacks by what they are built from. */
  private readonly built = new Map<string, StackJson>();

  constructor(private readonly locations: FileLocations) {}

  /** What changes when a copy of the files is edited. */
  changesOf(edit: (files: SampleFiles) => void): StackChanges {
    const before = this.stacksOf(this.read());
    const after = this.stacksAfter(edit);
    const found: Record<string, Changes | "added" | "removed"> = {};
    for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const [old, now] = [before.get(name), after.get(name)];
      const change = old === undefined ? "added" : now === undefined ? "removed" : changesBetween(old, now);
      if (typeof change === "string" || Object.keys(change).length > 0) found[name] = change;
    }
    return found;
  }

  /** The stacks of a copy of the files that is edited, by name. */
  stacksAfter(edit: (files: SampleFiles) => void): ReadonlyMap<string, StackJson> {
    const files = this.read();
    edit(files);
    return this.stacksOf(files);
  }

  private read(): SampleFiles {
    const content = (path: string) => parse(readFileSync(path, "utf8")) as Content;
    const tenants = readdirSync(this.locations.tenants).map((file) => content(join(this.locations.tenants, file)));
    return {
      platform: content(this.locations.platform),
      tenants: Object.fromEntries(tenants.map((tenant) => [String(tenant.tenant), tenant])),
    };
  }

  /** Every stack of some files, by name. */
  private stacksOf({ platform, tenants }: SampleFiles): Map<string, StackJson> {
    const blueprint = blueprintOf(platform as Content, Object.values(tenants) as Content[]);
    const { azure, aws } = blueprint;
    const parts = [azure?.hub, azure?.workspace, aws?.foundation, ...blueprint.tenants].filter(
      (part) => part !== undefined,
    );
    const contents = new Map(parts.map((part) => [part.stack, JSON.stringify(part)]));
    return new Map(
      stackPlans(blueprint).map((plan) => {
        const key = contents.get(plan.name) ?? "";
        const stack = this.built.get(key) ?? synthPlan(plan);
        this.built.set(key, stack);
        return [plan.name, stack];
      }),
    );
  }
}
