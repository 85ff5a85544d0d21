import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GAPS } from "../../e2e/aws/shim/gaps";

const DOCUMENT = join(__dirname, "../../docs/e2e.md");
const MARKED = /(?<=<!-- gaps -->\n)[^]*(?=<!-- \/gaps -->)/;

/** The table of what moto lacks. */
function table(): string {
  const rows = GAPS.map(({ service, lacks, effect, does }) => `| ${service} | ${lacks} | ${effect} | ${does} |`);
  return ["| service | moto | without the proxy | the proxy |", "|---|---|---|---|", ...rows, ""].join("\n");
}

test("docs/e2e.md has the table of gaps; if not, run `UPDATE_DOCS=1 npx jest __tests__/e2e/docs`.", () => {
  const text = readFileSync(DOCUMENT, "utf8");
  if (process.env.UPDATE_DOCS === "1")
    writeFileSync(
      DOCUMENT,
      text.replace(MARKED, () => table()),
    );

  expect(MARKED.exec(readFileSync(DOCUMENT, "utf8"))?.[0]).toBe(table());
});
