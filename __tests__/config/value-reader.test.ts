import fc from "fast-check";
import { LineCounter, parseDocument, stringify } from "yaml";
import { formatField } from "../../lib/config/problem";
import { readValue } from "../../lib/config/value-reader";
import { PARSE_OPTIONS } from "../../lib/config/yaml-syntax";

function read(text: string): ReturnType<typeof readValue> {
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, { ...PARSE_OPTIONS, lineCounter: lines });
  if (contents === null || errors.length > 0) throw new Error(`not a text to read values of: ${text}`);
  return readValue(contents, lines);
}

/** What is wrong with a text, each as "offset field: message". */
function findingsOf(text: string): string[] {
  const result = read(text);
  if (!("findings" in result)) return [];
  return result.findings.map(({ offset, path, message }) => `${offset} ${formatField(path ?? [])}: ${message}`);
}

test("Scalars are read as the core schema of YAML 1.2 has them.", () => {
  expect(read("a: [yes, on, 0777, 1e3, 0x1F, ~, true, 2024-01-01, 10:30]")).toEqual({
    value: { a: ["yes", "on", 777, 1000, 31, null, true, "2024-01-01", "10:30"] },
  });
});

test("Keys that JavaScript gives a meaning to are ordinary keys.", () => {
  const { value } = read("constructor: {prototype: 1}\ntoString: 2\n") as { value: object };

  expect(Object.entries(value)).toEqual([
    ["constructor", { prototype: 1 }],
    ["toString", 2],
  ]);
});

test("A merge key in quotes is an ordinary key.", () => {
  expect(read('"<<": 1\n')).toEqual({ value: { "<<": 1 } });
});

test("Any value that JSON can hold survives writing and reading.", () => {
  const ordinary = fc.string({ unit: "grapheme" }).filter((text) => !/[$%]\{|[^\P{Cc}\n]|^__proto__$/u.test(text));
  const { tree } = fc.letrec<{ tree: unknown; list: unknown; map: unknown; scalar: unknown }>((tie) => ({
    tree: fc.oneof({ maxDepth: 6 }, tie("scalar"), tie("list"), tie("map")),
    list: fc.array(tie("tree")),
    map: fc.dictionary(ordinary, tie("tree"), { noNullPrototype: true }),
    scalar: fc.oneof(ordinary, fc.boolean(), fc.constant(null), fc.integer(), fc.double({ noNaN: true })),
  }));
  fc.assert(
    fc.property(fc.dictionary(ordinary, tree, { minKeys: 1, noNullPrototype: true }), (value) => {
      expect(read(stringify(value, { aliasDuplicateObjects: false }))).toEqual({ value });
    }),
  );
});

test.each<[title: string, text: string, findings: string[]]>([
  ["A merge key", "a:\n  <<: {b: 1}\n", ["5 a: merge keys (<<) are not supported; write the keys out"]],
  ["A duplicate key", "a:\n  b: 1\n  c: 2\n  b: 3\n", ['19 a: the key "b" is already set on line 2']],
  ["A duplicate key in other quotes", 'a: 1\n"a": 2\n', ['5 : the key "a" is already set on line 1']],
  ["A number as a key", "007: 1\n", ['0 : the key 007 is not text; put it in quotes: "007"']],
  [
    "A very long number as a key",
    `${"1".repeat(61)}: 1\n`,
    [`0 : the key ${"1".repeat(60)}… is not text; put it in quotes: "${"1".repeat(60)}…"`],
  ],
  ["A boolean as a key", "true: 1\n", ['0 : the key true is not text; put it in quotes: "true"']],
  ["A missing key", "a: 1\n: 2\n", ['5 : a key is missing before ":"']],
  ["A list as a key", "? [a]\n: 1\n", ["2 : a key must be text, not a list or a map"]],
  ["A template of another tool", "a: {{x}}\n", ["4 a: a key must be text, not a list or a map"]],
  ["The key __proto__", "a: {__proto__: {b: 1}}\n", ['4 a: unknown key "__proto__"']],
  ["An escaped control character", 'a: "\\e[31m"\n', ["3 a: the character U+001B is not allowed in text"]],
  ["An escaped lone surrogate", 'a: "\\ud800"\n', ["3 a: the character U+D800 is not allowed in text"]],
  [
    "An interpolation of Terraform",
    'a: [x, "x${var.y}z"]\n',
    ['7 a[1]: "${var.y}" would be evaluated by Terraform; files hold literal values only'],
  ],
  [
    "An escaped interpolation",
    "a: $${x}\n",
    ['3 a: "${x}" would be evaluated by Terraform; files hold literal values only'],
  ],
  [
    "A directive of Terraform",
    "a: '%{ if x'\n",
    ['3 a: "%{ if x" would be evaluated by Terraform; files hold literal values only'],
  ],
  [
    "An interpolation in a key",
    '"${x}": 1\n',
    ['0 : "${x}" would be evaluated by Terraform; files hold literal values only'],
  ],
])("%s is refused.", (_, text, findings) => {
  expect(findingsOf(text)).toEqual(findings);
});

test("Everything that a file may not hold is found in one pass.", () => {
  expect(findingsOf("a: $" + "{x}\n1: {<<: 1}\nb: [{c: 1, c: 2}]\n")).toHaveLength(3);
});
