import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GAPS } from "../../e2e/aws/shim/gaps";
import { REFUSALS } from "../../e2e/azure/stand-in/refusals";

const DOCUMENT = join(__dirname, "../../docs/e2e.md");

/** What a table of the document has to hold, by the name of its marks. */
const TABLES = {
  gaps: table(
    ["service", "moto", "without the proxy", "the proxy"],
    GAPS.map(({ service, lacks, effect, does }) => [service, lacks, effect, does]),
  ),
  refusals: table(
    ["it refuses", "as Azure or the provider says"],
    REFUSALS.map(({ refused, says }) => [refused, says]),
  ),
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

test.each(Object.entries(TABLES))(
  "docs/e2e.md has the table of %s; if not, run `UPDATE_DOCS=1 npx jest __tests__/e2e/docs`.",
  (name, expected) => {
    const marked = new RegExp(`(?<=<!-- ${name} -->\n)[^]*(?=<!-- /${name} -->)`);
    const text = readFileSync(DOCUMENT, "utf8");
    if (process.env.UPDATE_DOCS === "1")
      writeFileSync(
        DOCUMENT,
        text.replace(marked, () => expected),
      );

    expect(marked.exec(readFileSync(DOCUMENT, "utf8"))?.[0]).toBe(expected);
  },
);
