import { lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { synth } from "../lib/cli/synth";
import { AWS } from "./broken-files/aws";
import { onAws } from "./broken-files/aws-files";
import { all, type BrokenFile, inAcme, inGlobex, inPlatform, writeValidFiles } from "./broken-files/broken-file";
import { FOLDERS } from "./broken-files/folders";
import { endpointsInAll, LIMITS, NETWORKS } from "./broken-files/networks";
import { OUTBOUND } from "./broken-files/outbound";
import { PLATFORM } from "./broken-files/platform";
import { SYNTAX } from "./broken-files/syntax";
import { TENANTS } from "./broken-files/tenants";
import { temporaryFolder } from "./support/files";

/** What one run printed and answered. */
interface Run {
  readonly exitCode: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Synthesizes the files of a folder, and gives what that printed, with paths from the folder on. */
function run(folder: string, outdir: string, environment: NodeJS.ProcessEnv = {}): Run {
  const out: string[] = [];
  const err: string[] = [];
  const note = (lines: string[]) => (text: unknown) => {
    lines.push(...stripVTControlCharacters(String(text)).replaceAll(`${folder}/`, "").split("\n"));
  };
  const spies = [
    jest.spyOn(console, "log").mockImplementation(note(out)),
    jest.spyOn(console, "warn").mockImplementation(note(err)),
    jest.spyOn(console, "error").mockImplementation(note(err)),
  ];
  const locations = { PLATFORM_FILE: join(folder, "platform.yaml"), TENANTS_DIR: join(folder, "tenants") };
  const exitCode = synth({ ...locations, CDKTF_OUTDIR: outdir, ...environment });
  for (const spy of spies) spy.mockRestore();
  return { exitCode, out, err };
}

/** Every file and folder below a folder, with its text, and when it was changed last. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mtimeMs, ino } = lstatSync(path);
      return [path, `${ino} ${mtimeMs} ${entry.isFile() ? readFileSync(path, "utf8") : ""}`];
    }),
  );
}

/** A folder with the valid files, broken in one way. */
function broken(breakIn: BrokenFile["breakIn"]): string {
  const folder = join(temporaryFolder(), "files");
  mkdirSync(folder);
  writeValidFiles(folder);
  breakIn(folder);
  return folder;
}

const valid = () => broken(() => undefined);
const outdir = join(temporaryFolder(), "cdktf.out");
let before: Record<string, string> = {};

/** Fails unless a run told exactly the expected problems and left the earlier output as it was. */
function expectRefusal({ exitCode, out, err }: Run, expected: BrokenFile["expected"]): void {
  expect(err.slice(0, -1)).toEqual(
    expected.map((line): unknown => (typeof line === "string" ? line : expect.stringMatching(line))),
  );
  const files = new Set(err.slice(0, -1).map((line) => line.replace(/:.*$/, ""))).size;
  expect(err.at(-1)).toMatch(new RegExp(`^${expected.length} problems? in ${files} files?; nothing was written$`));
  expect(err.join("\n")).not.toMatch(/^ +at /m);
  expect(out).toEqual([]);
  expect(exitCode).toBe(1);
  expect(contents(outdir)).toEqual(before);
}

beforeAll(() => {
  const { exitCode, err } = run(valid(), outdir);
  if (exitCode !== 0) throw new Error(err.join("\n"));
  before = contents(outdir);
});

test("The valid files are synthesized, and the same again change nothing.", () => {
  const { exitCode, out, err } = run(valid(), outdir);

  expect(err).toEqual([]);
  expect(out).toEqual([expect.stringMatching(/^wrote .*: 4 stacks, \d+ resources, 0 warnings, /)]);
  expect(exitCode).toBe(0);
});

test("So are those on AWS.", () => {
  const { exitCode, out, err } = run(broken(onAws()), join(temporaryFolder(), "cdktf.out"));

  expect(err).toEqual([]);
  expect(out.at(-1)).toMatch(/^wrote .*: 3 stacks, \d+ resources, 0 warnings, /);
  expect(exitCode).toBe(0);
});

describe.each<[title: string, cases: readonly BrokenFile[]]>([
  ["The text of a file", SYNTAX],
  ["The folder of the files", FOLDERS],
  ["A tenant's file", TENANTS],
  ["The outbound rules", OUTBOUND],
  ["The networks of all files", NETWORKS],
  ["The platform's file", PLATFORM],
  ["The limits of Azure", LIMITS],
  ["What is on AWS", AWS],
])("%s:", (_, cases) => {
  test.each(cases)("$name", ({ breakIn, expected }) => {
    const folder = broken(breakIn);

    expectRefusal(run(folder, outdir), expected);
  });
});

test("Problems of several files are all told, by file, line and column, and summed up.", () => {
  const folder = broken(
    all(
      inPlatform("prefix: mlp", "prefix: MLP"),
      inPlatform("location: westeurope", "location: 5"),
      inGlobex("isolation: shared", "isolation: own"),
      inAcme("name: forecast", "name: churn"),
      inAcme("owner: ml@acme.example\n", "owner: bob\n"),
    ),
  );

  expect(run(folder, outdir).err).toEqual([
    'platform.yaml:1:9 prefix: "MLP" has upper-case letters; use "mlp"',
    'platform.yaml:8:13 azure.location: expected text, got the number 5; put it in quotes: "5"',
    'tenants/acme.yaml:3:8 owner: "bob" is not an e-mail address; use one such as "ml@acme.example"',
    'tenants/acme.yaml:10:15 azure.endpoints[1].name: "churn" is already used by entry 1 of this list; use another',
    'tenants/globex.yaml:6:14 azure.isolation: "own" is not one of dedicated, shared',
    "5 problems in 3 files; nothing was written",
  ]);
  expect(contents(outdir)).toEqual(before);
});

test("Files that are broken stop a run of other tenants too.", () => {
  const folder = broken(inAcme("owner: ml@acme.example\n", "owner: bob\n"));

  expect(run(folder, outdir, { TENANTS: "globex" }).exitCode).toBe(1);
  expect(contents(outdir)).toEqual(before);
});

test("A first run that is refused leaves no output at all.", () => {
  const folder = temporaryFolder();
  run(broken(inPlatform("prefix: mlp", "prefix: MLP")), join(folder, "cdktf.out"));

  expect(readdirSync(folder)).toEqual([]);
});

test("90 endpoints in one subscription and region are a warning.", () => {
  const { exitCode, out, err } = run(broken(endpointsInAll(90)), join(temporaryFolder(), "cdktf.out"), {
    TENANTS: "globex",
  });

  expect(err).toEqual([
    expect.stringMatching(/^warning platform\.yaml:11:3 azure\.limits\.onlineEndpointsPerRegion: 90 online endpoints /),
  ]);
  expect(out.at(-1)).toMatch(/ 1 warning, /);
  expect(exitCode).toBe(0);
});

describe("TENANTS:", () => {
  test.each<[selection: string, line: string]>([
    ["hooli", 'error TENANTS: there is no tenant "hooli"; known tenants: acme, globex'],
    ["glbex", 'error TENANTS: there is no tenant "glbex" (did you mean "globex"?); known tenants: acme, globex'],
    ["acme,Globex", 'error TENANTS: there is no tenant "Globex" (did you mean "globex"?); known tenants: acme, globex'],
  ])("%s is refused with the tenants that there are.", (selection, line) => {
    const { exitCode, out, err } = run(valid(), outdir, { TENANTS: selection });

    expect({ exitCode, out, err }).toEqual({ exitCode: 1, out: [], err: [line] });
    expect(contents(outdir)).toEqual(before);
  });

  test("Spaces around the names do not count.", () => {
    const { exitCode, out } = run(valid(), outdir, { TENANTS: " globex , " });

    expect(out).toEqual([expect.stringMatching(/^wrote .*: 1 of 4 stacks, /)]);
    expect(exitCode).toBe(0);
  });
});
