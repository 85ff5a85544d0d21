import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { checkStacks } from "../../lib/cli/check-stacks";
import type { FindingJson } from "../../lib/rules/report";
import { type Content, platform, temporaryFolder, tenant, written } from "../support/files";

/** A rule that no resource group follows, and a rule that all stacks follow. */
jest.mock("../../lib/rules/rules", () => {
  const text = { title: "T.", reason: "R.", fix: "remove it", source: "none", example: { wrong: {}, right: {} } };
  const check = (stack: { resources: (type: string) => object[] }) =>
    stack
      .resources("azurerm_resource_group")
      .map((resource) => ({ resource, argument: "location", found: "here", must: "must be nowhere" }));
  return {
    RULES: [
      { ...text, id: "azure-followed", severity: "low", controls: [], check: () => [] },
      { ...text, id: "azure-no-group", severity: "critical", controls: ["MCSB NS-2"], check },
    ],
  };
});

interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: readonly string[];
}

function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}, today = "2026-12-01"): Run {
  const out: string[] = [];
  const err: string[] = [];
  const note = (lines: string[]) => (text: unknown) => lines.push(stripVTControlCharacters(String(text)));
  const spies = [
    jest.spyOn(console, "log").mockImplementation(note(out)),
    jest.spyOn(console, "error").mockImplementation(note(err)),
  ];
  const exitCode = checkStacks(args, environment, today);
  for (const spy of spies) spy.mockRestore();
  return { exitCode, out: out.join("\n"), err };
}

/** A folder with stacks that somebody else wrote, each in a folder of its own. */
function foreign(stacks: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(stacks)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "cdk.tf.json"), text);
  }
  return folder;
}

const WRONG = JSON.stringify({ resource: { azurerm_resource_group: { first: {}, second: {} } } }, null, 2);

describe("The check of a folder", () => {
  test("tells each finding with its file and line, and ends with 1.", () => {
    const folder = foreign({ "apps/one": WRONG, two: "{}" });

    const { exitCode, out } = run([folder]);

    expect(exitCode).toBe(1);
    expect(out.replaceAll(folder, "").split("\n")).toEqual([
      'critical /apps/one/cdk.tf.json:4: one/azurerm_resource_group.first location is "here" but must be nowhere; remove it [azure-no-group]',
      'critical /apps/one/cdk.tf.json:5: one/azurerm_resource_group.second location is "here" but must be nowhere; remove it [azure-no-group]',
      "2 rules, 2 stacks: 2 findings, 0 accepted",
    ]);
  });

  test("ends with 0 if nothing is found.", () => {
    expect(run([foreign({ one: "{}" })])).toEqual({
      exitCode: 0,
      out: "2 rules, 1 stack: 0 findings, 0 accepted",
      err: [],
    });
  });

  test("takes one file, too.", () => {
    expect(run([join(foreign({ one: WRONG }), "one/cdk.tf.json")]).exitCode).toBe(1);
  });

  test("leaves copies of modules and providers alone.", () => {
    expect(run([foreign({ one: "{}", "one/.terraform/modules/x": WRONG, "node_modules/y": WRONG })]).exitCode).toBe(0);
  });

  test("gives a finding as JSON with all that is known of it.", () => {
    const folder = foreign({ one: WRONG });
    const findings = JSON.parse(run([folder, "--json"]).out) as FindingJson[];

    expect(findings[0]).toEqual({
      rule: "azure-no-group",
      severity: "critical",
      file: `${folder}/one/cdk.tf.json`,
      line: 4,
      stack: "one",
      resource: "one/azurerm_resource_group.first",
      address: "azurerm_resource_group.first",
      argument: "location",
      found: '"here"',
      must: "must be nowhere",
      fix: "remove it",
      controls: ["MCSB NS-2"],
    });
  });

  test.each([
    [
      "a folder that does not exist",
      () => ["nowhere"],
      /^error nowhere does not exist; name a folder with cdk\.tf\.json in it$/,
    ],
    ["a folder without stacks", () => [temporaryFolder()], /^error there is no cdk\.tf\.json in /],
    ["a stack that is no JSON", () => [foreign({ one: "{" })], /^error .*one\/cdk\.tf\.json is no JSON: /],
    ["a stack that is no map", () => [foreign({ one: "[]" })], /^error .*one\/cdk\.tf\.json holds no map; /],
    ["two folders", () => ["a", "b"], /^error one folder can be checked at a time; usage: npm run check /],
    ["two forms", () => ["--json", "--sarif"], /^error --json and --sarif exclude each other; usage: /],
    ["another option", () => ["--jsn"], /^error Unknown option '--jsn'; usage: npm run check /],
  ])("refuses %s in one line, and ends with 2.", (_, args, message) => {
    const { exitCode, out, err } = run(args());

    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err).toEqual([expect.stringMatching(message)]);
  });
});

describe("The check of the project", () => {
  const exception = (resource: string): Content => ({
    rule: "azure-no-group",
    resource: `${resource}/resource-group`,
    reason: "Agreed",
    expires: "2027-03-31",
  });
  const accepted = [exception("hub"), exception("ml-workspace")];
  const project = (ofPlatform: Content[], ofTenant: Content[] = []) => {
    const { platform: file, tenants } = written(platform({ exceptions: ofPlatform }), [
      tenant("acme", { exceptions: ofTenant }),
    ]);
    return { PLATFORM_FILE: file, TENANTS_DIR: tenants };
  };

  test("tells findings at the section of the file that describes the stack.", () => {
    const environment = project(accepted);
    const [{ file, line, resource } = {} as Partial<FindingJson>] = (
      JSON.parse(run(["--json"], environment).out) as FindingJson[]
    ).filter((finding) => finding.accepted === undefined);

    expect({ file, line, resource }).toEqual({
      file: `${environment.TENANTS_DIR}/acme.yaml`,
      line: 5,
      resource: "tenant-acme/resource-group",
    });
  });

  test("tells what is accepted as such, and ends with 0 if that is all.", () => {
    const { exitCode, out } = run([], project(accepted, [exception("tenant-acme")]));

    expect(exitCode).toBe(0);
    expect(out.split("\n")).toEqual([
      expect.stringMatching(/^accepted .*platform\.yaml:\d+: hub\/resource-group .*; until 2027-03-31: Agreed$/),
      expect.stringMatching(/^accepted .*platform\.yaml:\d+: ml-workspace\/resource-group /),
      expect.stringMatching(/^accepted .*acme\.yaml:5: tenant-acme\/resource-group /),
      "2 rules, 3 stacks: 3 findings, 3 accepted",
    ]);
  });

  test("tells exceptions that are about nothing, and ends with 1.", () => {
    const { exitCode, err } = run([], project(accepted, [exception("tenant-acme"), exception("tenant-acme/gone")]));

    expect(exitCode).toBe(1);
    expect(err).toEqual([expect.stringMatching(/ exceptions\[1\]: azure-no-group finds nothing in tenant-acme\/gone/)]);
  });

  test("tells what is wrong with the files, and ends with 2.", () => {
    const { exitCode, err } = run([], project([{ ...exception("hub"), rule: "x" }]));

    expect(exitCode).toBe(2);
    expect(err[0]).toMatch(/exceptions\[0\]\.rule: "x" is no rule; npm run rules lists them$/);
  });

  test("leaves no folder behind.", () => {
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("check-"));
    const before = folders();

    run([], project(accepted));

    expect(folders()).toEqual(before);
  });
});
