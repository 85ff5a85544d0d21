import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { type FileLocations, fileLocations, loadFiles } from "../../lib/config/load";
import { formatProblem } from "../../lib/config/problem";
import { platform, sharedTenant, tenant, written } from "../support/files";

/** What is wrong with files, without the folder they are in. */
function problemsOf(locations: FileLocations & { folder: string }): string[] {
  return loadFiles(locations).problems.map((problem) =>
    formatProblem(problem).replaceAll(`${locations.folder}/`, "").replaceAll(locations.folder, ""),
  );
}

describe("fileLocations", () => {
  test("The files are platform.yaml and the folder tenants unless the environment names others.", () => {
    expect(fileLocations({})).toEqual({ platform: "platform.yaml", tenants: "tenants" });
  });

  test("PLATFORM_FILE and TENANTS_DIR name others.", () => {
    expect(fileLocations({ PLATFORM_FILE: "p.yaml", TENANTS_DIR: "t" })).toEqual({ platform: "p.yaml", tenants: "t" });
  });
});

describe("loadFiles", () => {
  test("Files that are right give the platform and the tenants by id.", () => {
    const {
      platform: source,
      tenants,
      tenantIds,
      problems,
    } = loadFiles(written(platform(), [tenant("globex"), tenant("acme-eu"), tenant("acme")]));

    expect(problems).toEqual([]);
    expect(source?.config.prefix).toBe("mlp");
    expect(tenantIds).toEqual(["acme", "acme-eu", "globex"]);
    expect(tenants.map(({ config }) => config.tenant)).toEqual(tenantIds);
  });

  test("No tenants are right.", () => {
    expect(loadFiles(written(platform()))).toMatchObject({ tenants: [], tenantIds: [], problems: [] });
  });

  test("The problems of all files are found.", () => {
    const locations = written(platform({ prefix: "MLP" }), [
      tenant("acme", { owner: "bob" }),
      tenant("globex", { owner: 5 }),
    ]);

    expect(problemsOf(locations)).toEqual([
      expect.stringMatching(/^platform\.yaml:1:9 prefix: "MLP"/),
      expect.stringMatching(/^tenants\/acme\.yaml:3:8 owner: "bob"/),
      expect.stringMatching(/^tenants\/globex\.yaml:3:8 owner: expected text/),
    ]);
  });

  test("A tenant whose file has problems is left out, but its id is known.", () => {
    const files = loadFiles(written(platform(), [tenant("acme", { owner: "bob" }), sharedTenant("globex")]));

    expect(files.tenants.map(({ config }) => config.tenant)).toEqual(["globex"]);
    expect(files.tenantIds).toEqual(["acme", "globex"]);
  });

  test("A platform whose file has problems is left out.", () => {
    expect(loadFiles(written({}))).not.toHaveProperty("platform");
  });

  test("A platform's file that does not exist is a problem.", () => {
    const locations = written(platform());
    rmSync(locations.platform);

    expect(problemsOf(locations)).toEqual(["platform.yaml: does not exist"]);
  });

  test("Hidden files and a README may stand in the tenants' folder.", () => {
    const locations = written(platform());
    for (const name of [".gitkeep", ".acme.yaml.swp", "README", "README.md"]) {
      writeFileSync(join(locations.tenants, name), "");
    }

    expect(problemsOf(locations)).toEqual([]);
  });

  test.each(["acme.yml", "acme.yaml.bak", "acme.yaml~", "notes.txt"])(
    "%s in the tenants' folder is a problem.",
    (name) => {
      const locations = written(platform());
      writeFileSync(join(locations.tenants, name), "");

      expect(problemsOf(locations)).toEqual([
        `tenants/${name}: is not a tenant's file; rename it to <tenant>.yaml, or move it out of this folder`,
      ]);
    },
  );

  test("A folder in the tenants' folder is a problem.", () => {
    const locations = written(platform());
    mkdirSync(join(locations.tenants, "old.yaml"));

    expect(problemsOf(locations)).toEqual(["tenants/old.yaml: is a folder, not a file"]);
  });

  test("A tenants' folder that does not exist is a problem.", () => {
    const locations = written(platform());
    rmSync(locations.tenants, { recursive: true });

    expect(problemsOf(locations)).toEqual([
      "tenants: does not exist; make this folder, or name another one in TENANTS_DIR",
    ]);
  });

  test("A file in the place of the tenants' folder is a problem.", () => {
    const locations = written(platform());

    expect(problemsOf({ ...locations, tenants: locations.platform })).toEqual([
      "platform.yaml: is a file, not a folder; name the folder of the tenants' files in TENANTS_DIR",
    ]);
  });

  test("A tenants' folder that cannot be read is a problem.", () => {
    const locations = written(platform());

    expect(problemsOf({ ...locations, tenants: "\0" })).toEqual([
      "\\u0000: cannot be read as a folder (ERR_INVALID_ARG_VALUE)",
    ]);
  });
});

describe("A file whose name is not its tenant's id", () => {
  test.each<[fileName: string, message: string]>([
    ["initech", '"acme" is not the file\'s name, "initech"; write "initech", or rename the file to acme.yaml'],
    ["Acme", '"acme" is not the file\'s name, "Acme"; rename the file to acme.yaml'],
    [
      "аcme",
      '"acme" is not the file\'s name, "аcme", which has the character "а" U+0430, which is not ASCII; rename the file to acme.yaml',
    ],
  ])("such as %s is a problem.", (fileName, message) => {
    const locations = written(platform());
    writeFileSync(join(locations.tenants, `${fileName}.yaml`), stringify(tenant("acme")));

    expect(problemsOf(locations)).toEqual([`tenants/${fileName}.yaml:1:9 tenant: ${message}`]);
  });
});
