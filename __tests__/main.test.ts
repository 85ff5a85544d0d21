import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { stringify } from "yaml";
import { type Content, platform, SAMPLE, temporaryFolder, tenant, written } from "./support/files";
import { filesIn } from "./terraform/folder";

const PROJECT = resolve(__dirname, "..");

interface Run {
  readonly status: number | null;
  /** The lines of both outputs. */
  readonly stdout: string[];
  readonly stderr: string[];
  readonly outdir: string;
}

/** Runs the synth command as a user does, to a folder that is not there yet. */
function synth(environment: NodeJS.ProcessEnv): Run {
  const outdir = join(temporaryFolder(), "cdktf.out");
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  const { status, stdout, stderr } = spawnSync(join(PROJECT, "node_modules/.bin/tsx"), ["main.ts"], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CDKTF_OUTDIR: outdir, ...environment },
  });
  return { status, stdout: lines(stdout), stderr: lines(stderr), outdir };
}

const filesOf = (platformContent: Content, tenants: Content[]) => {
  const locations = written(platformContent, tenants);
  return { ...locations, environment: { PLATFORM_FILE: locations.platform, TENANTS_DIR: locations.tenants } };
};
const SAMPLE_FILES = { PLATFORM_FILE: SAMPLE.platform, TENANTS_DIR: SAMPLE.tenants };

test("files that are right give their stacks, exit code 0 and a last line that says what was written", () => {
  const { status, stdout, stderr, outdir } = synth(SAMPLE_FILES);

  expect({ status, stderr }).toEqual({ status: 0, stderr: [] });
  expect(stdout.at(-1)).toMatch(/^wrote .*cdktf\.out: 7 stacks, \d{3} resources, 0 warnings, \d+\.\d s$/);
  expect(Object.keys(filesIn(outdir))).toHaveLength(8);
});

test("no terraform is run: nobody needs it to synthesize, and it would take a second for every stack", () => {
  const folder = temporaryFolder();
  const called = join(folder, "called");
  writeFileSync(join(folder, "terraform"), `#!/bin/sh\ntouch '${called}'\nexit 1\n`, { mode: 0o755 });

  const { status } = synth({ ...SAMPLE_FILES, PATH: `${folder}:${process.env.PATH ?? ""}` });

  expect(status).toBe(0);
  expect(existsSync(called)).toBe(false);
});

test("a file that is not right gives a line with its place, exit code 1, no stack trace and no output", () => {
  const { environment, tenants } = filesOf(platform(), [tenant("acme")]);
  const file = join(tenants, "acme.yaml");
  writeFileSync(file, stringify(tenant("acme")).replace("costCenter", "costCentre"));

  const { status, stdout, stderr, outdir } = synth(environment);

  expect(status).toBe(1);
  expect(stdout).toEqual([]);
  expect(stderr.find((line) => line.startsWith(`${file}:4:1 `))).toContain('did you mean "costCenter"?');
  expect(stderr.at(-1)).toMatch(/^\d+ problems? in 1 file; nothing was written$/);
  expect(stderr.filter((line) => /^\s+at /.test(line))).toEqual([]);
  expect(existsSync(outdir)).toBe(false);
});

test("HCL, as cdktf synth --hcl asks for it, is refused in one sentence and not promised in a manifest", () => {
  const { status, stdout, stderr, outdir } = synth({ ...SAMPLE_FILES, SYNTH_HCL_OUTPUT: "true" });

  expect(status).toBe(1);
  expect(stdout).toEqual([]);
  expect(stderr[0]).toBe("error stacks are written as Terraform JSON, not as HCL; leave out --hcl (SYNTH_HCL_OUTPUT)");
  expect(existsSync(outdir)).toBe(false);
});
