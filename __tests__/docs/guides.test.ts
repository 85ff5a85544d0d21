import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parse } from "yaml";
import { jsonSchemas } from "../../lib/config/json-schema";
import { tenantSchema } from "../../lib/config/tenant";

const ROOT = join(__dirname, "../..");
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const DOCS = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`)
  .sort();
const GUIDES = DOCS.filter((page) => page.startsWith("docs/guides/"));
const PAGES = ["README.md", "CONTRIBUTING.md", ...DOCS];

/** YAML that a page has somebody write, and the schema of the file that it is a part of. */
interface Snippet {
  readonly text: string;
  readonly schema: "platform.schema.json" | "tenant.schema.json";
}

const YAML_BLOCK = /^```yaml\n# (platform\.yaml|tenants\/\S+)\n([^]*?)^```/gm;
const HERE_DOCUMENT = /^cat (>>?) tenants\/\S+ <<'YAML'\n([^]*?)^YAML$/gm;

/** What stands in blocks that name their file in the first line, and what shell blocks write into a tenant's file. */
function snippetsOf(page: string): Snippet[] {
  const blocks = [...page.matchAll(YAML_BLOCK)].map(([, file = "", text = ""]): Snippet => {
    return { text, schema: file === "platform.yaml" ? "platform.schema.json" : "tenant.schema.json" };
  });
  return [...blocks, ...documentsOf(page)];
}

/** What is appended continues the last section of the file that the page wrote before it, unless it begins one itself. */
function documentsOf(page: string): Snippet[] {
  let section = "";
  return [...page.matchAll(HERE_DOCUMENT)].flatMap(([, redirection, text = ""]): Snippet[] => {
    section = [...text.matchAll(/^(azure|aws):/gm)].at(-1)?.[1] ?? section;
    // Deeper lines continue a list, and are nothing by themselves.
    if (/^ {4}/.test(text)) return [];
    const isPart = redirection === ">>" && text.startsWith(" ");
    return [{ text: isPart ? `${section}:\n${text}` : text, schema: "tenant.schema.json" }];
  });
}

type Schema = Readonly<Record<string, unknown>>;

/** The fields of a snippet that no file can have, as paths. */
function unknownFields(value: unknown, schema: Schema, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => unknownFields(entry, schema.items as Schema, `${path}[]`));
  if (typeof value !== "object" || value === null) return [];
  const { properties = {}, additionalProperties } = schema as {
    properties?: Record<string, Schema>;
    additionalProperties?: Schema | boolean;
  };
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = `${path}.${key}`;
    const known = properties[key] ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
    return known === undefined ? [field] : unknownFields(inner, known, field);
  });
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The links of a page that lead to nothing within the repository. */
function brokenLinks(page: string): string[] {
  const prose = read(page).replaceAll(/^```[^]*?^```/gm, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : relative(ROOT, join(ROOT, dirname(page), path));
      if (!existsSync(join(ROOT, file))) return true;
      return anchor !== undefined && !anchorsOf(read(file)).includes(anchor);
    });
}

describe.each(GUIDES)("%s", (guide) => {
  test("has YAML to paste.", () => {
    expect(snippetsOf(read(guide))).not.toEqual([]);
  });

  test("shows whole tenants' files that are accepted, but where it shows a refusal.", () => {
    const page = read(guide).replaceAll(/<!-- refused -->\n+```sh\n[^]*?```/g, "");
    const tenants = snippetsOf(page)
      .map(({ text }) => parse(text) as object)
      .filter((content) => "tenant" in content);
    expect(tenants.flatMap((content) => tenantSchema.safeParse(content).error?.issues ?? [])).toEqual([]);
  });

  test("is in the README's list.", () => {
    expect(read("README.md")).toContain(`](${guide})`);
  });
});

test.each(PAGES)("Every link of %s within the repository leads somewhere.", (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

test.each(PAGES)("The YAML of %s names no field that a file cannot have.", (page) => {
  const unknown = snippetsOf(read(page)).flatMap(({ text, schema }) =>
    unknownFields(parse(text), jsonSchemas()[schema] as Schema),
  );
  expect(unknown).toEqual([]);
});
