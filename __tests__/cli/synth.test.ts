import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { synth } from "../../lib/cli/synth";
import { type Content, platform, temporaryFolder, tenant, written } from "../support/files";

/** One rule, which no stack follows: nobody may have a resource group. */
jest.mock("../../lib/rules/rules", () => ({
  RULES: [
    {
      id: "azure-no-group",
      severity: "high",
      title: "There are no resource groups.",
      reason: "A test.",
      fix: "remove it",
      source: "none",
      controls: [],
      example: { wrong: {}, right: {} },
      check: (stack: { resources: (type: string) => object[] }) =>
        stack
          .resources("azurerm_resource_group")
          .map((resource) => ({ resource, argument: "location", found: "here", must: "must be nowhere" })),
    },
  ],
}));

const GROUP = "tenant-acme/resource-group";
const accepted = (changes: Content = {}): Content => ({
  rule: "azure-no-group",
  resource: GROUP,
  reason: "Agreed with the auditors",
  expires: "2027-03-31",
  ...changes,
});
const HUB = accepted({ resource: "hub/resource-group" });
const WORKSPACE = accepted({ resource: "ml-workspace/resource-group" });

interface Run {
  readonly exitCode: number;
  /** What was printed for people to look at, with paths from the folder of the files on. */
  readonly err: readonly string[];
  readonly outdir: string;
}

/** Synthesizes a platform and one tenant. */
function run(ofPlatform: readonly Content[], ofTenant: readonly Content[], today = "2026-12-01"): Run {
  const locations = written(platform({ exceptions: ofPlatform }), [tenant("acme", { exceptions: ofTenant })]);
  return runIn(locations.folder, today);
}

function runIn(folder: string, today: string, environment: NodeJS.ProcessEnv = {}): Run {
  const outdir = join(temporaryFolder(), "cdktf.out");
  const err: string[] = [];
  const note = (text: unknown) => {
    err.push(stripVTControlCharacters(String(text)).replaceAll(`${folder}/`, ""));
  };
  const spies = [
    jest.spyOn(console, "log").mockReturnValue(),
    jest.spyOn(console, "warn").mockImplementation(note),
    jest.spyOn(console, "error").mockImplementation(note),
  ];
  const locations = { PLATFORM_FILE: join(folder, "platform.yaml"), TENANTS_DIR: join(folder, "tenants") };
  const exitCode = synth({ ...locations, CDKTF_OUTDIR: outdir, ...environment }, today);
  for (const spy of spies) spy.mockRestore();
  return { exitCode, err, outdir };
}

test("A finding stops the synth, with the file, the resource, the value, what is allowed, the fix and the rule.", () => {
  const { exitCode, err, outdir } = run([HUB, WORKSPACE], []);

  expect(err.slice(2)).toEqual([
    'error tenants/acme.yaml: tenant-acme/resource-group (azurerm_resource_group.resource-group) location is "here" but must be nowhere; remove it [azure-no-group]',
    "1 finding; nothing was written",
  ]);
  expect({ exitCode, isWritten: existsSync(outdir) }).toEqual({ exitCode: 1, isWritten: false });
});

test("An exception accepts its finding, and is printed.", () => {
  const { exitCode, err } = run([HUB, WORKSPACE], [accepted()]);

  expect(exitCode).toBe(0);
  expect(err).toEqual([
    expect.stringMatching(/^exception platform\.yaml:\d+ hub\/resource-group from azure-no-group until 2027-03-31: /),
    expect.stringMatching(/^exception platform\.yaml:\d+ ml-workspace\/resource-group from /),
    expect.stringMatching(
      /^exception tenants\/acme\.yaml:\d+ tenant-acme\/resource-group from .*: Agreed with the auditors$/,
    ),
  ]);
});

test.each([
  ["2027-02-28", []],
  ["2027-03-01", ["30 days left"]],
  ["2027-03-30", ["1 day left"]],
  ["2027-03-31", ["today is the last day"]],
])("On %s the warnings about an exception that holds until 2027-03-31 are %j.", (today, warnings) => {
  const later = { expires: "2027-12-31" };
  const { exitCode, err } = run(
    [
      { ...HUB, ...later },
      { ...WORKSPACE, ...later },
    ],
    [accepted()],
    today,
  );

  expect(exitCode).toBe(0);
  expect(err.filter((line) => !line.startsWith("exception "))).toEqual(
    warnings.map((left): unknown =>
      expect.stringMatching(
        new RegExp(`^warning tenants/acme\\.yaml:\\d+:\\d+ exceptions\\[0\\]\\.expires: ${left} of the exception of `),
      ),
    ),
  );
});

test("After its last day an exception accepts nothing, and the finding says so.", () => {
  const later = { expires: "2027-12-31" };
  const { exitCode, err } = run(
    [
      { ...HUB, ...later },
      { ...WORKSPACE, ...later },
    ],
    [accepted()],
    "2027-04-01",
  );

  expect(exitCode).toBe(1);
  expect(err.at(-2)).toMatch(
    /^error tenants\/acme\.yaml: tenant-acme\/resource-group .* \[azure-no-group\]; its exception on line \d+ expired on 2027-03-31$/,
  );
});

test.each(["tenant-acme/network/vnet", "tenant-acme/azurerm_resource_group.resource-group"])(
  "An exception that no finding needs stops the synth: %s.",
  (resource) => {
    const { exitCode, err, outdir } = run([HUB, WORKSPACE], [accepted(), accepted({ resource })]);

    expect(err.slice(-2)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^error tenants/acme\\.yaml:\\d+:\\d+ exceptions\\[1\\]: azure-no-group finds nothing in ${resource}; `,
        ),
      ),
      "1 finding; nothing was written",
    ]);
    expect({ exitCode, isWritten: existsSync(outdir) }).toEqual({ exitCode: 1, isWritten: false });
  },
);

test("Exceptions of stacks that are not synthesized are left alone.", () => {
  const { folder } = written(platform({ exceptions: [accepted({ resource: "hub/gone" })] }), [
    tenant("acme", { exceptions: [accepted()] }),
  ]);

  expect(runIn(folder, "2026-12-01", { TENANTS: "acme" }).exitCode).toBe(0);
});

test.each([
  [{ rule: "azure-no-groups" }, "rule", '"azure-no-groups" is no rule; did you mean "azure-no-group"?'],
  [{ rule: "x" }, "rule", '"x" is no rule; npm run rules lists them'],
  [{ resource: "hub/resource-group" }, "resource", '"hub" is the stack of platform.yaml; this file\'s: tenant-acme'],
  [{ resource: "tenant-x/y" }, "resource", '"tenant-x" is no stack; this file\'s: tenant-acme'],
])("An exception with %j is a problem of its file, told with all others.", (changes, field, message) => {
  const { exitCode, err } = run([HUB, accepted({ rule: "nobody" })], [accepted(changes)]);

  expect(exitCode).toBe(1);
  expect(err).toEqual([
    expect.stringMatching(/^platform\.yaml:\d+:\d+ exceptions\[1\]\.rule: /),
    expect.stringMatching(/^platform\.yaml:\d+:\d+ exceptions\[1\]\.resource: "tenant-acme" is the stack of tenants/),
    expect.stringContaining(` exceptions[0].${field}: ${message}`),
    "3 problems in 2 files; nothing was written",
  ]);
});

test("A failed synth leaves what an earlier one wrote.", () => {
  const { folder } = written(platform({ exceptions: [HUB, WORKSPACE] }), [
    tenant("acme", { exceptions: [accepted()] }),
  ]);
  const { outdir } = runIn(folder, "2026-12-01");
  const file = join(outdir, "stacks/tenant-acme/cdk.tf.json");
  writeFileSync(file, "{}");

  const { exitCode } = runIn(folder, "2028-01-01", { CDKTF_OUTDIR: outdir });

  expect({ exitCode, text: readFileSync(file, "utf8") }).toEqual({ exitCode: 1, text: "{}" });
});
