import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformFileSync } from "@swc/core";
import { OutputFolder } from "../../lib/terraform/output-folder";
import { temporaryFolder } from "../support/files";
import { filesIn } from "./folder";

/** Of each file: more than one write of a stream. */
const LENGTH = 100_000;

const folder = temporaryFolder();
const outputFolder = join(folder, "output-folder.js");
const program = join(folder, "program.js");

/** Publishes the stacks of the JSON in its second argument to the folder in its first. Dies at the call KILL_AT says. */
const PROGRAM = `
const fs = require("node:fs");
let calls = 0;
const killAt = Number(process.env.KILL_AT ?? Infinity);
const die = () => { process.kill(process.pid, "SIGKILL"); for (;;); };
for (const name of ["mkdirSync", "writeFileSync", "copyFileSync", "renameSync", "linkSync", "rmSync", "rmdirSync"]) {
  const real = fs[name];
  fs[name] = (...args) => {
    calls += 1;
    if (calls === killAt) {
      if (name === "writeFileSync") real(args[0], String(args[1]).slice(0, 1000));
      if (name === "copyFileSync") fs.truncateSync(real(...args) ?? args[1], 1000);
      die();
    }
    return real(...args);
  };
}
const { OutputFolder } = require("./output-folder.js");
const [outdir, json, times = "1"] = process.argv.slice(2);
const runs = JSON.parse(json);
for (let run = 0; run < Number(times); run += 1) {
  const { stacks, known } = runs[run % runs.length];
  const output = new OutputFolder(outdir);
  for (const [stack, letter] of Object.entries(stacks)) output.stage(stack, letter.repeat(${LENGTH}));
  output.publish(known, "manifest of " + known);
}
console.log(calls);
`;

beforeAll(() => {
  const { code } = transformFileSync(join(__dirname, "../../lib/terraform/output-folder.ts"), {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  writeFileSync(outputFolder, code);
  writeFileSync(program, PROGRAM);
});

/** What a run writes: for each stack the letter that its file is full of. */
interface Run {
  readonly stacks: Record<string, string>;
  readonly known: readonly string[];
}
const run = (stacks: Record<string, string>, known = Object.keys(stacks)): Run => ({ stacks, known });

function publish(outdir: string, { stacks, known }: Run): void {
  const output = new OutputFolder(outdir);
  for (const [stack, letter] of Object.entries(stacks)) output.stage(stack, letter.repeat(LENGTH));
  output.publish(known, `manifest of ${known.join()}`);
}

/** Does the same in a process of its own, which kills itself at one of its calls of node:fs. Returns how many it made. */
function publishInProcess(outdir: string, what: Run, killAt = Infinity): { killed: boolean; calls: number } {
  const { signal, stdout, status, stderr } = spawnSync(process.execPath, [program, outdir, JSON.stringify([what])], {
    encoding: "utf8",
    env: { ...process.env, KILL_AT: String(killAt) },
  });
  if (signal === null && status !== 0) throw new Error(stderr);
  return { killed: signal === "SIGKILL", calls: Number(stdout) };
}

/** The letter that each stack's file is full of; fails for one that is cut short or of two minds. */
function lettersIn(outdir: string): Record<string, string> {
  const files = Object.entries(filesIn(join(outdir, "stacks"))).filter(([path]) => path.endsWith("cdk.tf.json"));
  return Object.fromEntries(
    files.map(([path, text]) => {
      const letter = text.charAt(0);
      expect(text === letter.repeat(LENGTH)).toBe(true);
      return [path.replace("/cdk.tf.json", ""), letter];
    }),
  );
}

describe("a run that is killed at any point", () => {
  const before = run({ same: "s", changed: "o", gone: "g" });
  const after = run({ same: "s", changed: "n", come: "c" });
  const original = join(folder, "before");

  test("leaves every file whole, old or new, and the next run puts the rest right", () => {
    // GIVEN
    publish(original, before);
    writeFileSync(join(original, "stacks", "gone", "terraform.tfstate"), "state");
    const calm = join(folder, "calm");
    cpSync(original, calm, { recursive: true });
    const { calls } = publishInProcess(calm, after);
    expect(calls).toBeGreaterThan(15);
    const whenDone = filesIn(calm);

    for (let killAt = 1; killAt <= calls; killAt += 1) {
      const outdir = join(folder, `killed-${killAt}`);
      cpSync(original, outdir, { recursive: true });

      // WHEN
      expect(publishInProcess(outdir, after, killAt)).toMatchObject({ killed: true });

      // THEN
      const { same, changed = "", gone = "g", come = "c", ...others } = lettersIn(outdir);
      expect({ same, gone, come, others }).toEqual({ same: "s", gone: "g", come: "c", others: {} });
      expect(["o", "n"]).toContain(changed);

      publish(outdir, after);
      expect(filesIn(outdir)).toEqual(whenDone);
      expect(readdirSync(outdir).sort()).toEqual(["manifest.json", "stacks"]);
      expect(readdirSync(join(outdir, "stacks")).sort()).toEqual(["changed", "come", "gone", "same"]);
    }
  });
});

test("two runs at once end well, and leave every file whole", async () => {
  // GIVEN two that write the same stacks with other content, and select others, and a stack that both find stale
  const outdir = join(folder, "together");
  const known = ["a", "b", "c"];
  const runs = (letter: string) => [run({ a: letter, b: letter, c: letter }), run({ b: letter }, known)];
  mkdirSync(join(outdir, "stacks", "stale"), { recursive: true });
  writeFileSync(join(outdir, "stacks", "stale", "cdk.tf.json"), "stale");

  // WHEN
  const ends = await Promise.all(
    ["x", "y"].map(
      (letter) =>
        new Promise<string>((resolve) => {
          const child = spawn(process.execPath, [program, outdir, JSON.stringify(runs(letter)), "40"]);
          let told = "";
          child.stderr.on("data", (chunk) => (told += String(chunk)));
          child.on("close", (code) => {
            resolve(`${String(code)} ${told}`);
          });
        }),
    ),
  );

  // THEN
  expect(ends).toEqual(["0 ", "0 "]);
  expect(Object.keys(lettersIn(outdir))).toEqual(known);
  expect(readFileSync(join(outdir, "manifest.json"), "utf8")).toBe("manifest of a,b,c");
  expect(readdirSync(outdir).sort()).toEqual(["manifest.json", "stacks"]);
}, 30_000);
