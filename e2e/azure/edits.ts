import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { EDITS } from "../../__tests__/stacks/edits/all";
import type { Edit } from "../../__tests__/stacks/edits/edit";
import { stackPlans } from "../../lib/app";
import type { Blueprint } from "../../lib/blueprint/blueprint";
import { synthesize } from "../../lib/terraform/synthesize";
import { terraformEnvironment } from "../support/environment";
import { readUserFiles, type UserFiles, writeUserFiles } from "../support/files";
import { inPool } from "../support/pool";
import type { Run } from "../support/run";
import { blueprintOf, stackFolder, stackText } from "../support/synthesis";
import { Terraform } from "../support/terraform";
import { startStandIn, type StandIn } from "./stand-in/server";

const FIXTURES = join(__dirname, "../../__tests__/fixtures");
/** How many edits are worked on at a time. Half of the time an apply waits for the stand-in. */
const AT_A_TIME = 4;

/** A folder with stacks and their states, and the cloud that they are in. */
interface Place {
  readonly folder: string;
  readonly standIn: StandIn;
  readonly blueprint: Blueprint;
}

/**
 * Applies every ordinary edit that the tests know, each to a copy of what was applied before: what a change has to wait
 * for, and what a lock stands in the way of, no first apply shows.
 */
export async function applyEdits(run: Run): Promise<void> {
  const { report, workplace } = run;
  const files = readUserFiles({ platform: join(FIXTURES, "platform.yaml"), tenants: join(FIXTURES, "tenants") });
  const base = await placeOf(join(workplace.folder, "edits/base"), files);
  try {
    const applied = await report.step("apply the files of the tests", "all stacks", () => apply(run, base));
    if (!applied) return;
    await inPool(AT_A_TIME, [...EDITS.entries()], ([index, edit]) =>
      report.step(edit.title, subjectOf(edit), () => applyEdit(run, base, { edit, files, index })),
    );
  } finally {
    base.standIn.close();
  }
}

async function applyEdit(
  run: Run,
  base: Place,
  { edit, files, index }: { edit: Edit; files: UserFiles; index: number },
): Promise<void> {
  const folder = join(run.workplace.folder, `edits/${index}`);
  const place = await placeOf(folder, files, base);
  try {
    for (const step of stepsTo(edit)) {
      const blueprint = blueprintOf(writeUserFiles(join(folder, "files"), filesAfter(step, files)));
      await apply(run, { ...place, blueprint }, { base, edit: step });
    }
  } finally {
    place.standIn.close();
  }
}

/** Edits that come after another one, by title: without it they are refused, and have to be. */
const AFTER: Readonly<Record<string, string>> = {
  "blue/green, step two: the old one goes": "blue/green, step one: the traffic moves",
};

/** An edit, after the one that it comes after. */
function stepsTo(edit: Edit): Edit[] {
  const before = EDITS.filter(({ title }) => title === AFTER[edit.title]);
  return [...before, edit];
}

/** A place for files, with the states and the cloud of another one. */
async function placeOf(folder: string, files: UserFiles, like?: Place): Promise<Place> {
  mkdirSync(folder, { recursive: true });
  if (like !== undefined) cpSync(join(like.folder, STATES), join(folder, STATES), { recursive: true });
  const blueprint = blueprintOf(writeUserFiles(join(folder, "files"), files));
  return { folder, blueprint, standIn: await startStandIn(like?.standIn) };
}

function outdirOf(folder: string): string {
  return join(folder, "cdktf.out");
}

/** Where the states of the fixtures are, beside the output folder. */
const STATES = ".state";

/** Builds the stacks that are unlike those of another place, and applies them in this order. */
async function apply(run: Run, { folder, blueprint, standIn }: Place, edited?: { base: Place; edit: Edit }) {
  const outdir = outdirOf(folder);
  const stacks = built(blueprint, outdir, edited?.base);
  const env = terraformEnvironment(process.env, { TF_REATTACH_PROVIDERS: standIn.reattach });
  for (const stack of edited !== undefined && hubLoses(edited.edit) ? stacks.toReversed() : stacks) {
    standIn.learn(stackText(outdir, stack));
    const log = run.workplace.log("edits");
    const terraform = new Terraform({ children: run.children, folder: stackFolder(outdir, stack), env, log });
    await terraform.init();
    await terraform.apply().catch((error: unknown) => {
      if (edited === undefined || !isProtected(edited.edit, stack, error)) throw error;
    });
  }
}

/** What the hub takes away, the others leave first. */
function hubLoses({ changes: { hub } }: Edit): boolean {
  return typeof hub === "object" && hub.removed !== undefined;
}

/** Whether an apply is refused because it would replace something that holds data: so it must be. */
function isProtected({ changes }: Edit, stack: string, error: unknown): boolean {
  const change = changes[stack];
  return (
    typeof change === "object" &&
    change.replaced !== undefined &&
    String(error).includes("Instance cannot be destroyed")
  );
}

/** Writes the stacks of a blueprint that are unlike those of another place. Returns their names. */
function built(blueprint: Blueprint, outdir: string, unlike?: Place): string[] {
  const parts = partsOf(blueprint);
  const others = unlike === undefined ? new Map<string, string>() : partsOf(unlike.blueprint);
  const plans = stackPlans(blueprint).filter(({ name }) => parts.get(name) !== others.get(name));
  const names = plans.map(({ name }) => name);
  synthesize({ plans, known: names, outdir });
  return names.filter(
    (name) =>
      unlike === undefined || !others.has(name) || stackText(outdir, name) !== stackText(outdirOf(unlike.folder), name),
  );
}

/** What each stack is made from, by stack. */
function partsOf({ azure, tenants }: Blueprint): Map<string, string> {
  const parts = [azure?.hub, azure?.workspace, ...tenants].filter((part) => part !== undefined);
  return new Map(parts.map((part) => [part.stack, JSON.stringify(part)]));
}

/** The files after an edit. */
function filesAfter({ edit }: Edit, { platform, tenants }: UserFiles): UserFiles {
  const files = {
    platform: parse(platform) as unknown,
    tenants: Object.fromEntries([...tenants].map(([id, text]) => [id, parse(text) as unknown])),
  };
  edit(files);
  const left = Object.entries(files.tenants).map(([id, content]) => [id, stringify(content)] as const);
  return { platform: stringify(files.platform), tenants: new Map(left) };
}

function subjectOf({ changes }: Edit): string {
  const [first = "no stack", ...more] = Object.keys(changes);
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
