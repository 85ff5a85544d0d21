import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../lib/rules/rules";

const FILE = join(__dirname, "../../docs/rules.md");
const BLOCK = /(<!-- rules -->\n)[^]*?(<!-- end -->)/;

const ROWS = RULES.map(
  ({ id, severity, title, controls }) => `| \`${id}\` | ${severity} | ${title} | ${controls.join(", ")} |`,
);
const TABLE = ["| rule | severity | what must be | controls |", "| --- | --- | --- | --- |", ...ROWS].join("\n");

test("The list of rules is that of the code; if it is not, UPDATE_DOCS=1.", () => {
  const right = readFileSync(FILE, "utf8").replace(BLOCK, (_, start: string, end: string) => {
    return `${start}\n${TABLE}\n\n${end}`;
  });
  if (process.env.UPDATE_DOCS === "1") writeFileSync(FILE, right);

  expect(readFileSync(FILE, "utf8")).toBe(right);
});
