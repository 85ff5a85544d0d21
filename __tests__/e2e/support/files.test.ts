import { parse } from "yaml";
import { onlyOn, readUserFiles, retiring, type UserFiles, writeUserFiles } from "../../../e2e/support/files";
import { blueprintOf } from "../../../e2e/support/synthesis";
import { SAMPLE, SAMPLE_ON_AWS, temporaryFolder } from "../../support/files";

const files = (platform: string, tenants: Record<string, string> = {}): UserFiles => ({
  platform,
  tenants: new Map(Object.entries(tenants)),
});
const parsed = (text: string | undefined) => parse(text ?? "") as Record<string, unknown>;

test("Tenants come in the order of their ids, not of their files' names.", () => {
  const folder = temporaryFolder();
  const written = writeUserFiles(folder, files("", { "acme-eu": "", acme: "" }));

  expect([...readUserFiles(written).tenants.keys()]).toEqual(["acme", "acme-eu"]);
});

describe.each([
  { section: "aws", other: "azure" },
  { section: "azure", other: "aws" },
] as const)("what is kept of files for $section", ({ section, other }) => {
  test("is nothing of the other cloud.", () => {
    const kept = onlyOn(section, files("azure: {}\naws: {}\n", { acme: "azure: {}\naws: {}\n" }));

    expect(parsed(kept.platform)).not.toHaveProperty(other);
    expect(parsed(kept.tenants.get("acme"))).toEqual({ [section]: {} });
  });

  test("leaves out tenants that are in the other cloud only.", () => {
    const kept = onlyOn(section, files("prefix: mlp\n", { acme: `${section}: {}\n`, initech: `${other}: {}\n` }));

    expect([...kept.tenants.keys()]).toEqual(["acme"]);
  });
});

describe("what is kept of files", () => {
  test("is active, also of what is given up.", () => {
    const kept = onlyOn("aws", files("lifecycle: retiring\naws: {}\n", { acme: "lifecycle: retiring\naws: {}\n" }));

    expect(parsed(kept.platform)).not.toHaveProperty("lifecycle");
    expect(parsed(kept.tenants.get("acme"))).not.toHaveProperty("lifecycle");
  });

  test("has its state in local files, whatever the files say.", () => {
    const kept = onlyOn("aws", files("backend: { s3: { bucket: state, region: eu-central-1 } }\naws: {}\n"));

    expect(parsed(kept.platform).backend).toEqual({ local: {} });
  });
});

test.each([
  { section: "azure", sample: SAMPLE },
  { section: "aws", sample: SAMPLE_ON_AWS },
] as const)("Files for $section that are retired are right, and say so in every one.", ({ section, sample }) => {
  const written = writeUserFiles(temporaryFolder(), retiring(onlyOn(section, readUserFiles(sample))));
  const { tenants } = blueprintOf(written);

  expect(tenants.length).toBeGreaterThan(0);
  expect(tenants.map(({ retiring: retired }) => retired)).toEqual(tenants.map(() => true));
});
