import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { REQUIRED_PRIVATE_ENDPOINTS, REQUIRED_SERVICE_TAGS } from "../../lib/blueprint/required-rules";
import { PRIVATE_ENDPOINT_TARGETS } from "../../lib/config/private-endpoint-targets";
import { FORBIDDEN_SERVICE_TAGS } from "../../lib/config/service-tags";
import { type Content, platform, problemsOf, tenant } from "../support/files";

const FILE = join(__dirname, "../../docs/outbound-rules.md");

const code = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(", ");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The tables of the page, by the name in the comments around each. */
const TABLES: Readonly<Record<string, string>> = {
  targets: table(
    ["service", "type in the resource's id", "`subresource`", "`spark`"],
    Object.entries(PRIVATE_ENDPOINT_TARGETS).map(([type, { service, subresources, spark }]) => [
      service,
      `\`${type}\``,
      code(subresources),
      spark === true ? "yes" : "no",
    ]),
  ),
  "required service tags": table(
    ["service tag", "for"],
    REQUIRED_SERVICE_TAGS.map(({ tag, regional, purpose }) => [
      `\`${tag}${regional === true ? ".<region>" : ""}\``,
      purpose,
    ]),
  ),
  "required private endpoints": table(
    ["private endpoint to", "`subresource`"],
    REQUIRED_PRIVATE_ENDPOINTS.map(({ what, subresources }) => [what, code(subresources)]),
  ),
  "forbidden service tags": table(
    ["service tag", "why it is refused"],
    [...FORBIDDEN_SERVICE_TAGS].map(([tag, reason]) => [`\`${tag}\``, reason]),
  ),
};

const block = (name: string) => new RegExp(`(<!-- table: ${name} -->\n)[^]*?(<!-- end -->)`);

test.each(Object.entries(TABLES))("The table of %s is that of the code; if it is not, UPDATE_DOCS=1.", (name, text) => {
  const page = readFileSync(FILE, "utf8");
  const [, start = "", end = ""] = block(name).exec(page) ?? [];
  expect(start).not.toBe("");

  const right = page.replace(block(name), () => `${start}\n${text}\n\n${end}`);
  if (process.env.UPDATE_DOCS === "1") writeFileSync(FILE, right);
  expect(readFileSync(FILE, "utf8")).toBe(right);
});

test("Every example of the page is taken as it is written.", () => {
  const examples = [...readFileSync(FILE, "utf8").matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = ""]) => yaml);
  for (const example of examples) {
    const { azure } = parse(example) as { azure: Content };
    expect(problemsOf(platform(), [tenant("acme", { azure })])).toEqual([]);
  }
  expect(examples.length).toBeGreaterThan(0);
});
