import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FIRST_TENANT, writeGeneratedFiles } from "../../bench/generate";
import { resolveBlueprint } from "../../lib/blueprint/blueprint";
import { loadFiles } from "../../lib/config/load";
import { temporaryFolder } from "../support/files";

function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  return new Map(files.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function generated(tenants: number): Map<string, string> {
  const folder = temporaryFolder();
  writeGeneratedFiles(folder, tenants);
  return contents(folder);
}

describe("generated files", () => {
  it("are right, and below every limit", () => {
    const { blueprint, problems } = resolveBlueprint(loadFiles(writeGeneratedFiles(temporaryFolder(), 10)));

    expect(problems).toEqual([]);
    expect(blueprint?.tenants).toHaveLength(10);
  });

  it("have every kind of tenant, the largest first", () => {
    const { blueprint } = resolveBlueprint(loadFiles(writeGeneratedFiles(temporaryFolder(), 3)));

    const [first] = blueprint?.tenants ?? [];
    const rules = first?.azure?.place.isolation === "dedicated" ? first.azure.place.workspace.outbound : [];
    expect(first?.tenant).toBe(FIRST_TENANT);
    expect([...new Set(rules.map(({ kind }) => kind))].sort()).toEqual(["fqdn", "privateEndpoint", "serviceTag"]);
    expect(blueprint?.tenants.map(({ azure }) => azure?.place.isolation)).toEqual(["dedicated", "dedicated", "shared"]);
  });

  it("are the same bytes every time", () => {
    expect(generated(5)).toEqual(generated(5));
  });

  it("of fewer tenants are among those of more", () => {
    expect([...generated(6)]).toEqual(expect.arrayContaining([...generated(4)]));
  });

  it("are refused for more tenants than there are ranges", () => {
    expect(() => writeGeneratedFiles(temporaryFolder(), 2 ** 16 + 1)).toThrow("65536");
  });
});
