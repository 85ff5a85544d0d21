import fs, { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OutputFolder } from "../../lib/terraform/output-folder";
import { temporaryFolder } from "../support/files";
import { entriesIn, filesIn } from "./folder";

let outdir: string;
beforeEach(() => {
  outdir = join(temporaryFolder(), "cdktf.out");
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Writes stacks as all there are. */
function write(stacks: Record<string, string>, known = Object.keys(stacks)): Record<string, string> {
  const output = new OutputFolder(outdir);
  try {
    for (const [stack, text] of Object.entries(stacks)) output.stage(stack, text);
    return Object.fromEntries(output.publish(known, `manifest of ${known.join()}`));
  } catch (error) {
    output.discard();
    throw error;
  }
}

const fileOf = (stack: string) => join(outdir, "stacks", stack, "cdk.tf.json");

test("a first run writes every stack and the manifest, and leaves nothing else", () => {
  expect(write({ a: "1", b: "2" })).toEqual({ a: "new", b: "new" });
  expect(filesIn(outdir)).toEqual({
    "manifest.json": "manifest of a,b",
    "stacks/a/cdk.tf.json": "1",
    "stacks/b/cdk.tf.json": "2",
  });
});

test("the folders above the output folder are made", () => {
  outdir = join(outdir, "deep", "er");

  write({ a: "1" });

  expect(existsSync(fileOf("a"))).toBe(true);
});

test("a file that would not change keeps the time at which it was written", () => {
  write({ a: "1" });
  const earlier = new Date("2024-01-01T00:00:00Z");
  for (const file of [fileOf("a"), join(outdir, "manifest.json")]) utimesSync(file, earlier, earlier);

  expect(write({ a: "1" })).toEqual({ a: "unchanged" });
  expect(statSync(fileOf("a")).mtime).toEqual(earlier);
  expect(statSync(join(outdir, "manifest.json")).mtime).toEqual(earlier);
});

test("a file that changes is replaced", () => {
  write({ a: "1", b: "2" });

  expect(write({ a: "1", b: "3" })).toEqual({ a: "unchanged", b: "changed" });
  expect(filesIn(outdir)).toMatchObject({ "stacks/a/cdk.tf.json": "1", "stacks/b/cdk.tf.json": "3" });
});

test("a file that was edited by hand is put right", () => {
  write({ a: "1" });
  writeFileSync(fileOf("a"), "by hand");

  expect(write({ a: "1" })).toEqual({ a: "changed" });
  expect(filesIn(outdir)).toMatchObject({ "stacks/a/cdk.tf.json": "1" });
});

test("the stacks that are there are those with a file", () => {
  write({ a: "1", b: "2" });
  mkdirSync(join(outdir, "stacks", "empty"));

  const output = new OutputFolder(outdir);

  expect(output.stacks().sort()).toEqual(["a", "b"]);
  output.discard();
});

describe("a stack that is not known any more", () => {
  beforeEach(() => {
    write({ a: "1", gone: "2" });
  });

  test("is removed with its folder", () => {
    expect(write({ a: "1" })).toEqual({ a: "unchanged", gone: "removed" });
    expect(entriesIn(outdir)).toEqual(["manifest.json", "stacks/", "stacks/a/", "stacks/a/cdk.tf.json"]);
  });

  test.each([".terraform/providers/x", ".terraform.lock.hcl", "terraform.tfstate", "notes.txt"])(
    "leaves %s beside its file",
    (name) => {
      const kept = join(outdir, "stacks", "gone", name);
      mkdirSync(join(kept, ".."), { recursive: true });
      writeFileSync(kept, "kept");

      write({ a: "1" });

      expect(existsSync(fileOf("gone"))).toBe(false);
      expect(filesIn(outdir)[`stacks/gone/${name}`]).toBe("kept");
    },
  );

  test("keeps its file if it is known and only not written this time", () => {
    write({ a: "3" }, ["a", "gone"]);

    expect(filesIn(outdir)).toMatchObject({ "stacks/a/cdk.tf.json": "3", "stacks/gone/cdk.tf.json": "2" });
  });
});

test("what Terraform keeps beside a stack that changes stays", () => {
  write({ a: "1" });
  writeFileSync(join(outdir, "stacks", "a", ".terraform.lock.hcl"), "lock");

  write({ a: "2" });

  expect(filesIn(outdir)["stacks/a/.terraform.lock.hcl"]).toBe("lock");
});

test("files and folders that are not stacks stay", () => {
  write({ a: "1" });
  writeFileSync(join(outdir, "notes.txt"), "kept");
  mkdirSync(join(outdir, "stacks", "other"));
  writeFileSync(join(outdir, "stacks", "other", "main.tf"), "kept");

  write({ a: "2" });

  expect(filesIn(outdir)).toMatchObject({ "notes.txt": "kept", "stacks/other/main.tf": "kept" });
});

test("an empty folder of no stack is removed, for a run that was killed may have left it", () => {
  write({ a: "1" });
  mkdirSync(join(outdir, "stacks", "empty"));

  write({ a: "1" });

  expect(readdirSync(join(outdir, "stacks"))).toEqual(["a"]);
});

describe("when the disk is full", () => {
  const before = { a: "1", b: "1", gone: "1" };
  const after = { a: "2", b: "2", c: "2" };

  /** Lets the nth call of a function of node:fs fail, a file cut short. */
  function failAt(nth: number): void {
    const { writeFileSync } = fs;
    let calls = 0;
    jest.spyOn(fs, "writeFileSync").mockImplementation((file, data) => {
      calls += 1;
      writeFileSync(file, calls < nth ? data : "cut sh");
      if (calls >= nth) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    });
  }

  // Three stacks and the manifest.
  test.each([1, 2, 3, 4])("at file %d, everything stays as it was", (nth) => {
    write(before);
    const files = filesIn(outdir);
    failAt(nth);

    expect(() => write(after)).toThrow("ENOSPC");

    expect(filesIn(outdir)).toEqual(files);
    expect(entriesIn(outdir).filter((entry) => entry.includes("staging"))).toEqual([]);
  });

  test("at the first run, no folder is left", () => {
    failAt(3);

    expect(() => write(after)).toThrow("ENOSPC");

    expect(existsSync(outdir)).toBe(false);
  });

  test("for a folder, no folder is left", () => {
    const real = fs.mkdirSync;
    jest.spyOn(fs, "mkdirSync").mockImplementation((path, options) => {
      if (String(path).includes(".staging")) throw new Error("ENOSPC: no space left on device, mkdir");
      return real(path, options);
    });

    expect(() => write(after)).toThrow("ENOSPC");

    expect(existsSync(outdir)).toBe(false);
  });
});

describe("when a file cannot be moved into place", () => {
  const before = { same: "1", a: "1", b: "1", gone: "1", "also-gone": "1" };
  const after = { same: "1", a: "2", b: "2", c: "2", d: "2" };

  /** Lets the nth call that would put a file into place or take one away fail, and no later one. */
  function failOnce(nth: number): () => boolean {
    let calls = 0;
    const fail = () => {
      calls += 1;
      if (calls === nth) throw Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
    };
    const { renameSync, linkSync, rmSync } = fs;
    jest.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      fail();
      renameSync(from, to);
    });
    jest.spyOn(fs, "linkSync").mockImplementation((from, to) => {
      fail();
      linkSync(from, to);
    });
    jest.spyOn(fs, "copyFileSync").mockImplementation(() => {
      throw Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
    });
    jest.spyOn(fs, "rmSync").mockImplementation((path, options) => {
      if (String(path).endsWith("cdk.tf.json")) fail();
      rmSync(path, options);
    });
    return () => calls >= nth;
  }

  // Two files change (a link and a rename each), two are new, two are removed (a link and a removal each), the manifest
  // changes.
  test.each(Array.from({ length: 12 }, (_, index) => index + 1))("at step %d, all are put back", (nth) => {
    write(before);
    const files = filesIn(outdir);
    const earlier = new Date("2024-01-01T00:00:00Z");
    for (const stack of Object.keys(before)) utimesSync(fileOf(stack), earlier, earlier);
    const failed = failOnce(nth);

    expect(() => write(after)).toThrow("EIO");

    expect(failed()).toBe(true);
    expect(filesIn(outdir)).toEqual(files);
    expect(entriesIn(outdir)).toEqual([...Object.keys(files), "stacks/", ...Object.keys(before).map(folderOf)].sort());
    for (const stack of Object.keys(before)) expect(statSync(fileOf(stack)).mtime).toEqual(earlier);
  });

  test("at no step, they are all in place", () => {
    write(before);
    failOnce(13);

    write(after);

    expect(Object.keys(filesIn(outdir))).toEqual(["manifest.json", ...Object.keys(after).map(pathOf)].sort());
  });

  test("at the first run, no folder is left", () => {
    failOnce(3);

    expect(() => write(after)).toThrow("EIO");

    expect(existsSync(outdir)).toBe(false);
  });

  test("in a folder that has no stacks yet, none are left", () => {
    mkdirSync(outdir);
    failOnce(3);

    expect(() => write(after)).toThrow("EIO");

    expect(entriesIn(outdir)).toEqual([]);
  });

  test("the rest are put back also when one of them cannot be", () => {
    write(before);
    const { renameSync } = fs;
    jest.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      if (String(to).includes("manifest") || String(from).endsWith("b/cdk.tf.json.kept")) throw new Error("EIO: i/o");
      renameSync(from, to);
    });

    expect(() => write(after)).toThrow("EIO");

    expect(filesIn(outdir)).toMatchObject({ [pathOf("a")]: "1", [pathOf("b")]: "2", [pathOf("gone")]: "1" });
  });

  const folderOf = (stack: string) => `stacks/${stack}/`;
  const pathOf = (stack: string) => `${folderOf(stack)}cdk.tf.json`;
});

test("files are put back also where the file system has no hard links", () => {
  write({ a: "1", b: "1" });
  const { renameSync } = fs;
  jest.spyOn(fs, "linkSync").mockImplementation(() => {
    throw Object.assign(new Error("EPERM: operation not permitted, link"), { code: "EPERM" });
  });
  jest.spyOn(fs, "renameSync").mockImplementation((from, to) => {
    if (String(to).includes("manifest")) throw new Error("EIO: i/o error");
    renameSync(from, to);
  });

  expect(() => write({ a: "2", c: "2" })).toThrow("EIO");

  expect(filesIn(outdir)).toEqual({
    "manifest.json": "manifest of a,b",
    "stacks/a/cdk.tf.json": "1",
    "stacks/b/cdk.tf.json": "1",
  });
});

describe("the staging folder", () => {
  const stagingOf = (pid: number) => join(outdir, `.staging-${pid}`);
  // No process has a number beyond the largest that Linux gives.
  const DEAD = 2 ** 22 + 1;

  test("of a run that was killed is removed by the next one", () => {
    mkdirSync(join(stagingOf(DEAD), "stacks", "a"), { recursive: true });
    writeFileSync(join(stagingOf(DEAD), "stacks", "a", "cdk.tf.json"), "half");

    write({ a: "1" });

    expect(existsSync(stagingOf(DEAD))).toBe(false);
  });

  test("of a run that is going on is left alone", () => {
    mkdirSync(stagingOf(process.ppid), { recursive: true });

    write({ a: "1" });

    expect(existsSync(stagingOf(process.ppid))).toBe(true);
  });

  test("of an earlier process with the same number is not taken over", () => {
    mkdirSync(join(stagingOf(process.pid), "stacks", "old"), { recursive: true });

    const output = new OutputFolder(outdir);

    expect(readdirSync(join(output.stagingPath, "stacks"))).toEqual([]);
    output.discard();
  });

  test("that cannot be removed stops no run", () => {
    mkdirSync(stagingOf(DEAD), { recursive: true });
    jest.spyOn(fs, "rmSync").mockImplementation(() => {
      throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    });

    expect(write({ a: "1" })).toEqual({ a: "new" });
  });
});
