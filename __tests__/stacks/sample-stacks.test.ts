import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SAMPLE, SAMPLE_ON_AWS, sampleBlueprint, temporaryFolder } from "../support/files";
import type { FileLocations } from "../../lib/config/load";
import { addresses, type StackJson, stackText, synthesizeTo } from "../support/synth";

const INVENTORY = join(__dirname, "addresses");

/** One stack of each kind, and the folder of its files' inventories. */
const KINDS = [
  ["the hub", SAMPLE, "hub"],
  ["the shared workspace", SAMPLE, "ml-workspace"],
  ["a dedicated tenant", SAMPLE, "tenant-acme"],
  ["a shared tenant", SAMPLE, "tenant-globex"],
  ["the foundation on AWS", SAMPLE_ON_AWS, "aws-foundation"],
  ["a tenant in the platform's account", SAMPLE_ON_AWS, "tenant-acme"],
  ["a tenant in its own account", SAMPLE_ON_AWS, "tenant-initech"],
] as const;

const outdirs = new Map<FileLocations, string>();
beforeAll(() => {
  for (const files of [SAMPLE, SAMPLE_ON_AWS]) {
    const outdir = temporaryFolder();
    synthesizeTo(outdir, sampleBlueprint(files));
    outdirs.set(files, outdir);
  }
});

describe.each(KINDS)("the sample stack of %s", (_, files, stack) => {
  const sample = (name: string) => JSON.parse(stackText(outdirs.get(files) ?? "", name)) as StackJson;

  test("is as it was", () => {
    expect(sample(stack)).toMatchSnapshot();
  });

  test("has no address that changed, for Terraform would destroy and recreate what stands there", () => {
    const file = join(INVENTORY, files === SAMPLE_ON_AWS ? "aws" : "", `${stack}.txt`);
    const now = addresses(sample(stack));
    if (process.env.UPDATE_ADDRESSES === "1") writeFileSync(file, `${now.join("\n")}\n`);
    const before = readFileSync(file, "utf8").trimEnd().split("\n");
    const gone = before.filter((address) => !now.includes(address));
    const come = now.filter((address) => !before.includes(address));
    if (gone.length > 0) {
      throw new Error(
        [
          `These addresses of ${stack} are gone. Applied to an existing platform, that DESTROYS what stands there:`,
          ...gone.map((address) => `  - ${address}`),
          "and these are new:",
          ...come.map((address) => `  + ${address}`),
          "For a rename, add moveFromId() to the construct. If the loss is meant: UPDATE_ADDRESSES=1 npm test",
        ].join("\n"),
      );
    }
    // New addresses destroy nothing, but belong into the inventory: UPDATE_ADDRESSES=1 npm test
    expect(come).toEqual([]);
  });
});
