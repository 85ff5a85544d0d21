import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleBlueprint, temporaryFolder } from "../support/files";
import { addresses, type StackJson, stackText, synthesizeTo } from "../support/synth";

const INVENTORY = join(__dirname, "addresses");

/** One stack of each kind. */
const KINDS = [
  ["the hub", "hub"],
  ["the shared workspace", "ml-workspace"],
  ["a dedicated tenant", "tenant-acme"],
  ["a shared tenant", "tenant-globex"],
] as const;

let outdir = "";
beforeAll(() => {
  outdir = temporaryFolder();
  synthesizeTo(outdir, sampleBlueprint());
});

const sample = (stack: string) => JSON.parse(stackText(outdir, stack)) as StackJson;

describe.each(KINDS)("the sample stack of %s", (_, stack) => {
  test("is as it was", () => {
    expect(sample(stack)).toMatchSnapshot();
  });

  test("has no address that changed, for Terraform would destroy and recreate what stands there", () => {
    const file = join(INVENTORY, `${stack}.txt`);
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
