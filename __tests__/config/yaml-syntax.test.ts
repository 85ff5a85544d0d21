import fc from "fast-check";
import { LineCounter } from "yaml";
import { parseYaml } from "../../lib/config/yaml-syntax";

/** What is wrong with a text, each as "offset message". */
function findingsOf(text: string): string[] {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const result = parseYaml(text, lines);
  return "findings" in result ? result.findings.map(({ offset, message }) => `${offset} ${message}`) : [];
}

function nested(levels: number, open: string, close: string): string {
  return `a: ${open.repeat(levels)}${close.repeat(levels)}\n`;
}

test.each<[title: string, text: string]>([
  ["One map", "a: 1\n"],
  ["One document between its marks", "# about\n---\na: 1\n...\n"],
  ["Lines that end as in Windows", "a: 1\r\nb: |\r\n  x\r\n"],
  ["32 levels of nesting", nested(31, "[", "]")],
])("%s is accepted.", (_, text) => {
  expect(findingsOf(text)).toEqual([]);
});

const unsupportedAlias =
  "is an alias: aliases are not supported; write the value out, or put it in quotes if it is text";
const unsupportedAnchor = "is an anchor: anchors are not supported; remove it, or put it in quotes if it is text";
const unsupportedTag = "is a tag: tags are not supported; remove it, or put it in quotes if it is text";

test.each<[title: string, text: string, findings: string[]]>([
  ["An empty file", "", ["0 the file is empty"]],
  ["A file of comments", "# nothing yet\n", ["0 the file is empty"]],
  ["A document without content", "---\n", ["3 the file is empty"]],
  ["A list at the root", "- a\n", ["0 the file must be a map of keys, got a list"]],
  ["Text at the root", "acme\n", ['0 the file must be a map of keys, got "acme"']],
  ["A NUL character", "a: 1\nb: \0\n", ["8 the character U+0000 is not allowed in text"]],
  ["A carriage return alone", "a: 1\rb: 2\n", ["4 the character U+000D is not allowed in text"]],
  ["A second document", "a: 1\n---\nb: 2\n", ["5 a second document starts here; write one file for each"]],
  ["An error of syntax", "a: @x\n", ["3 a value cannot start with @; put it in quotes"]],
  ["An anchor with its alias", "a: &x 1\nb: *x\n", [`3 "&x" ${unsupportedAnchor}`, `11 "*x" ${unsupportedAlias}`]],
  ["A tag of the core schema", "a: !!str 1\n", [`3 "!!str" ${unsupportedTag}`]],
  ["A tag of an application", "a: !x y\n", [`3 "!x" ${unsupportedTag}`]],
  [
    "A directive",
    "%YAML 1.1\n---\na: yes\n",
    ['0 "%YAML 1.1" is a directive: directives are not supported; remove the line'],
  ],
])("%s is refused.", (_, text, findings) => {
  expect(findingsOf(text)).toEqual(findings);
});

test.each<[title: string, text: string]>([
  ["33 levels of lists", nested(32, "[", "]")],
  ["33 levels of maps", nested(32, "{a: ", "}")],
  ["20,000 lists", "[".repeat(20_000)],
  ["20,000 maps", "{a: ".repeat(20_000)],
  ["30,000 block lists", "- ".repeat(30_000)],
  ["30,000 explicit keys", "? ".repeat(30_000)],
  ["30,000 empty keys", ": ".repeat(30_000)],
])("Nesting of %s is refused before anything recurses.", (_, text) => {
  expect(findingsOf(text)).toEqual([expect.stringMatching(/^\d+ is nested deeper than 32 levels$/)]);
});

test("A file of nothing but closing brackets is refused within a second.", () => {
  const started = performance.now();

  expect(findingsOf("]".repeat(64 * 1024))).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("Errors elsewhere keep their stack traces.", () => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 7;
  findingsOf("]");
  const after = Error.stackTraceLimit;
  Error.stackTraceLimit = stackTraceLimit;

  expect(after).toBe(7);
});

test("No text makes it throw.", () => {
  const sign = fc.constantFrom(...Array.from("abc\n:-[]{},&*!|>?#%@'\" \t\0\ufeff"));
  const piece = fc.oneof(sign, fc.constantFrom("a: ", "\n  ", "---\n", "<<", "${"));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(findingsOf(pieces.join(""))).toBeInstanceOf(Array);
    }),
    { numRuns: 500 },
  );
});
