import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { type FieldPath, formatProblem } from "../../lib/config/problem";
import { YamlFile } from "../../lib/config/yaml-file";

const root = mkdtempSync(join(realpathSync(tmpdir()), "yaml-file-"));
const folder = join(root, "tenants");
const path = join(folder, "acme.yaml");

beforeEach(() => {
  mkdirSync(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function problemsAt(file: string): string[] {
  const result = YamlFile.read(file, "acme.yaml");
  return "problems" in result ? result.problems.map(formatProblem) : [];
}

function problemsOf(content: string | Uint8Array): string[] {
  writeFileSync(path, content);
  return problemsAt(path);
}

function read(text: string): YamlFile {
  writeFileSync(path, text);
  const result = YamlFile.read(path, "acme.yaml");
  if ("problems" in result) throw new Error(result.problems.map(formatProblem).join("\n"));
  return result.file;
}

function nested(levels: number, open: string, close: string): string {
  return `a: ${open.repeat(levels)}${close.repeat(levels)}\n`;
}

describe("files that cannot be read", () => {
  test("a file that does not exist", () => {
    expect(problemsAt(path)).toEqual(["acme.yaml: does not exist"]);
  });

  test("a folder", () => {
    expect(problemsAt(folder)).toEqual(["acme.yaml: is a folder, not a file"]);
  });

  test("a named pipe, without waiting for a writer", () => {
    execFileSync("mkfifo", [path]);

    expect(problemsAt(path)).toEqual(["acme.yaml: is not a regular file but a pipe, a socket or a device"]);
  });

  test("a path through a file that is not a folder", () => {
    writeFileSync(path, "a: 1\n");

    expect(problemsAt(join(path, "b.yaml"))).toEqual(["acme.yaml: cannot be read (ENOTDIR)"]);
  });

  test("a symbolic link out of its folder", () => {
    const target = join(root, "secret.yaml");
    writeFileSync(target, "a: 1\n");
    symlinkSync(target, path);

    expect(problemsAt(path)).toEqual([
      "acme.yaml: is a symbolic link out of the tenants folder; put the file itself there",
    ]);
  });

  test("a symbolic link into a folder whose name begins with that of its folder", () => {
    mkdirSync(join(root, "tenants-old"));
    writeFileSync(join(root, "tenants-old", "acme.yaml"), "a: 1\n");
    symlinkSync("../tenants-old/acme.yaml", path);

    expect(problemsAt(path)).toHaveLength(1);
  });

  test("a symbolic link to nothing", () => {
    symlinkSync("gone.yaml", path);

    expect(problemsAt(path)).toEqual(["acme.yaml: is a symbolic link to a file that does not exist"]);
  });

  test("a file over 256 KiB", () => {
    expect(problemsOf("#".repeat(256 * 1024 + 1))).toEqual([
      "acme.yaml: has 262145 bytes; the limit is 262144 (256 KiB)",
    ]);
  });

  test("bytes that are not UTF-8", () => {
    expect(problemsOf(Buffer.from("a: caf\xe9\n", "latin1"))).toEqual([
      "acme.yaml: is not valid UTF-8; save it as UTF-8",
    ]);
  });

  test("UTF-16", () => {
    expect(problemsOf(Buffer.from("\ufeffa: 1\n", "utf16le"))).toEqual(["acme.yaml: is UTF-16; save it as UTF-8"]);
  });
});

describe("files that are read", () => {
  test("a symbolic link within its folder", () => {
    writeFileSync(join(folder, "real.yaml"), "a: 1\n");
    symlinkSync("real.yaml", path);

    expect(problemsAt(path)).toEqual([]);
  });

  test("a file of 256 KiB", () => {
    expect(problemsOf("a: 1\n#".padEnd(256 * 1024, "#"))).toEqual([]);
  });

  test("a UTF-8 byte order mark, which does not count as a column", () => {
    expect(problemsOf("\ufeffa: [\n")[0]).toMatch(/^acme\.yaml:2:1/);
    expect(formatProblem(read("\ufeffa: 1\n").problem(["a"], "x"))).toBe("acme.yaml:1:4 a: x");
  });

  test("line ends of Windows", () => {
    expect(read("a: 1\r\nb: |\r\n  x\r\n  y\r\n").value).toEqual({ a: 1, b: "x\ny\n" });
  });

  test("one document between its marks", () => {
    expect(read("# about\n---\na: 1\n...\n").value).toEqual({ a: 1 });
  });

  test("scalars as the core schema of YAML 1.2 has them", () => {
    expect(read("[yes, on, 0777, 1e3, 0x1F, ~, true, 2024-01-01, 10:30]".replace("[", "a: [")).value).toEqual({
      a: ["yes", "on", 777, 1000, 31, null, true, "2024-01-01", "10:30"],
    });
  });

  test("keys that JavaScript gives a meaning to are ordinary keys", () => {
    const { value } = read("constructor: {prototype: 1}\ntoString: 2\n");

    expect(Object.entries(value as object)).toEqual([
      ["constructor", { prototype: 1 }],
      ["toString", 2],
    ]);
  });

  test("32 levels of nesting", () => {
    expect(problemsOf(nested(31, "[", "]"))).toEqual([]);
  });

  test("any value that JSON can hold survives writing and reading", () => {
    const ordinary = fc.string({ unit: "grapheme" }).filter((text) => !/[$%]\{|[^\P{Cc}\n]|^__proto__$/u.test(text));
    const { tree } = fc.letrec<{ tree: unknown; list: unknown; map: unknown; scalar: unknown }>((tie) => ({
      tree: fc.oneof({ maxDepth: 6 }, tie("scalar"), tie("list"), tie("map")),
      list: fc.array(tie("tree")),
      map: fc.dictionary(ordinary, tie("tree"), { noNullPrototype: true }),
      scalar: fc.oneof(ordinary, fc.boolean(), fc.constant(null), fc.integer(), fc.double({ noNaN: true })),
    }));
    fc.assert(
      fc.property(fc.dictionary(ordinary, tree, { minKeys: 1, noNullPrototype: true }), (value) => {
        expect(read(stringify(value, { aliasDuplicateObjects: false })).value).toEqual(value);
      }),
    );
  });
});

describe("text that is refused", () => {
  const notAPair = 'this is not a "key: value" pair; a key needs a colon and a space, on one line';

  test.each<[title: string, text: string, problems: string[]]>([
    ["an empty file", "", ["1:1: the file is empty"]],
    ["a file of comments", "# nothing yet\n", ["1:1: the file is empty"]],
    ["a document without content", "---\n", ["1:4: the file is empty"]],
    ["a list at the root", "- a\n", ["1:1: the file must be a map of keys, got a list"]],
    ["text at the root", "acme\n", ['1:1: the file must be a map of keys, got "acme"']],
    ["a NUL character", "a: 1\nb: \0\n", ["2:4: the character U+0000 is not allowed in text"]],
    ["a carriage return alone", "a: 1\rb: 2\n", ["1:5: the character U+000D is not allowed in text"]],
    ["an escaped control character", 'a: "\\e[31m"\n', ["1:4 a: the character U+001B is not allowed in text"]],
    ["an escaped lone surrogate", 'a: "\\ud800"\n', ["1:4 a: the character U+D800 is not allowed in text"]],
    ["a second document", "a: 1\n---\nb: 2\n", ["2:1: a second document starts here; write one file for each"]],
    ["a tab as indentation", "a:\n\tb: 1\n", ["2:1: a tab is used for indentation; use spaces"]],
    [
      "several tabs",
      "a:\n\tb: 1\nc:\n\td: 1\n",
      ["2:1: a tab is used for indentation; use spaces", "4:1: a tab is used for indentation; use spaces"],
    ],
    ["a tab, without what follows from it", "a:\n  b:\n\t- x\n", ["3:1: a tab is used for indentation; use spaces"]],
    [
      "a colon in text without quotes",
      "a: b: c\n",
      ['1:4: a second ": " on one line; put the value in quotes, or correct the indentation below it'],
    ],
    ["wrong indentation", "a:\n  b: 1\n c: 2\n", ["3:1: the indentation does not match the lines above"]],
    ["a key without a colon", "a: 1\nfoo\n", [`2:1: ${notAPair}`]],
    ["a key without a space after the colon", "a:1\nb: 2\n", [`1:1: ${notAPair}`]],
    ["a list among keys", "a: 1\n- b\n", [`2:1: ${notAPair}`]],
    [
      "a list on the line of a key",
      "a: - b\n",
      ['1:4: a list item ("- ") on the line of a key; put it on a line of its own'],
    ],
    ["an unclosed double quote", 'a: "x\nb: 1\n', ['1:4: a text in quotes is not closed; add a closing "']],
    ["an unclosed single quote", "a: 'x\nb: 'y'\n", ["1:4: a text in quotes is not closed; add a closing '"]],
    ["text after a quote", 'a: "x" y\n', ["1:8: unexpected text; check the quotes and the indentation around it"]],
    ["a percent sign before text", "a: %x\n", ["1:4: a value cannot start with %; put it in quotes"]],
    ["an unclosed list", "a: [1\nb: 2\n", ['2:1: a list that starts with "[" is not closed; add "]"']],
    ["an unclosed map", "{a: 1\n", ['2:1: a map that starts with "{" is not closed; add "}"']],
    [
      "a bracket that closes nothing",
      "a: ]\n",
      ['1:4: this "]" closes nothing; remove it, or put the value in quotes'],
    ],
    ["a comma too many", "a: [x,,y]\n", ['1:7: unexpected ","; check the commas and colons around it']],
    [
      "a reserved first character",
      "a: @x\nb: `y`\n",
      ["1:4: a value cannot start with @; put it in quotes", "2:4: a value cannot start with `; put it in quotes"],
    ],
    [
      "an unknown escape",
      'a: "\\d"\n',
      ["1:5: \\d is not an escape sequence; write \\\\ for a backslash, or use single quotes"],
    ],
    ["a report that has no other words", "a: |x\n  y\n", ["1:5: Block scalar header includes extra characters: |x"]],
    [
      "an anchor and an alias",
      "a: &x 1\nb: *x\n",
      [
        '1:4: "&x" is an anchor: anchors are not supported; remove it, or put it in quotes if it is text',
        '2:4: "*x" is an alias: aliases are not supported; write the value out, or put it in quotes if it is text',
      ],
    ],
    [
      "tags",
      "a: !!str 1\nb: !x y\n",
      [
        '1:4: "!!str" is a tag: tags are not supported; remove it, or put it in quotes if it is text',
        '2:4: "!x" is a tag: tags are not supported; remove it, or put it in quotes if it is text',
      ],
    ],
    [
      "a directive",
      "%YAML 1.1\n---\na: yes\n",
      ['1:1: "%YAML 1.1" is a directive: directives are not supported; remove the line'],
    ],
    ["a merge key", "a:\n  <<: {b: 1}\n", ["2:3 a: merge keys (<<) are not supported; write the keys out"]],
    ["a duplicate key", "a:\n  b: 1\n  c: 2\n  b: 3\n", ['4:3 a: the key "b" is already set on line 2']],
    ["a duplicate key in other quotes", 'a: 1\n"a": 2\n', ['2:1: the key "a" is already set on line 1']],
    ["a number as a key", "007: 1\n", ['1:1: the key 007 is not text; put it in quotes: "007"']],
    [
      "a very long number as a key",
      `${"1".repeat(61)}: 1\n`,
      [`1:1: the key ${"1".repeat(60)}… is not text; put it in quotes: "${"1".repeat(60)}…"`],
    ],
    ["a boolean as a key", "true: 1\n", ['1:1: the key true is not text; put it in quotes: "true"']],
    ["no key", "a: 1\n: 2\n", ['2:1: a key is missing before ":"']],
    ["a list as a key", "? [a]\n: 1\n", ["1:3: a key must be text, not a list or a map"]],
    ["a template of another tool", "a: {{x}}\n", ["1:5 a: a key must be text, not a list or a map"]],
    ["the key __proto__", "a: {__proto__: {b: 1}}\n", ['1:5 a: unknown key "__proto__"']],
    [
      "an interpolation of Terraform",
      'a: [x, "x${var.y}z"]\n',
      ['1:8 a[1]: "${var.y}" would be evaluated by Terraform; files hold literal values only'],
    ],
    [
      "an escaped interpolation",
      "a: $${x}\n",
      ['1:4 a: "${x}" would be evaluated by Terraform; files hold literal values only'],
    ],
    [
      "a directive of Terraform",
      "a: '%{ if x'\n",
      ['1:4 a: "%{ if x" would be evaluated by Terraform; files hold literal values only'],
    ],
    [
      "an interpolation in a key",
      '"${x}": 1\n',
      ['1:1: "${x}" would be evaluated by Terraform; files hold literal values only'],
    ],
  ])("%s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems.map((problem) => `acme.yaml:${problem}`));
  });

  test.each<[title: string, text: string]>([
    ["33 levels of lists", nested(32, "[", "]")],
    ["33 levels of maps", nested(32, "{a: ", "}")],
    ["20,000 lists", "[".repeat(20_000)],
    ["20,000 maps", "{a: ".repeat(20_000)],
    ["100,000 block lists", "- ".repeat(100_000)],
    ["100,000 explicit keys", "? ".repeat(100_000)],
    ["100,000 empty keys", ": ".repeat(100_000)],
  ])("nesting of %s, in less than a second", (_, text) => {
    const start = performance.now();

    expect(problemsOf(text)).toEqual([expect.stringMatching(/^acme\.yaml:1:\d+: is nested deeper than 32 levels$/)]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("no text makes it throw", () => {
    const sign = fc.constantFrom(...Array.from("abc\n:-[]{},&*!|>?#%@'\" \t\0\ufeff"));
    const piece = fc.oneof(sign, fc.constantFrom("a: ", "\n  ", "---\n", "<<", "${"));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(problemsOf(pieces.join(""))).toBeInstanceOf(Array);
      }),
      { numRuns: 500 },
    );
  });
});

describe("problem", () => {
  const text = "# about\na:\n  - b: 1\n    c:\n  - {}\nd: {e: [x, 'y']}\nf: {}\n";

  test.each<[path: FieldPath, at: "key" | "value", position: string]>([
    [["a", 0, "b"], "value", "3:8"],
    [["a", 0, "b"], "key", "3:5"],
    [["a", 0], "value", "3:5"],
    [["a", 1], "value", "5:5"],
    [["a"], "value", "3:3"],
    [["a"], "key", "2:1"],
    [["d", "e", 1], "value", "6:12"],
    [[], "value", "2:1"],
  ])("points for %j at its %s", (field, at, position) => {
    const { line, column } = read(text).problem(field, "x", { at });

    expect(`${line}:${column}`).toBe(position);
  });

  test.each<[title: string, path: FieldPath, position: string]>([
    ["the key of an empty value", ["a", 0, "c"], "4:5"],
    ["the key of the map that misses the field", ["d", "g"], "6:1"],
    ["the key of an empty map that misses the field", ["f", "g", "h", 0], "7:1"],
    ["the list item that misses the field", ["a", 1, "b"], "5:5"],
    ["the key of a list that is too short", ["a", 9, "b"], "2:1"],
    ["the key of a scalar in the place of a map", ["a", 0, "b", "z"], "3:5"],
    ["the start of the file for a field missing there", ["z"], "2:1"],
    ["no inherited property", ["toString"], "2:1"],
  ])("points at %s", (_, field, position) => {
    const { line, column } = read(text).problem(field, "x");

    expect(`${line}:${column}`).toBe(position);
  });

  test("is an error unless told otherwise", () => {
    const file = read("a: 1\n");

    expect(file.problem(["a"], "x").severity).toBe("error");
    expect(file.problem(["a"], "x", { severity: "warning" }).severity).toBe("warning");
  });

  test("keeps the files apart when they are asked in turn", () => {
    const first = read("a: 1\n");
    const second = read("\n\na: 1\n");

    expect([first, second, first].map((file) => file.problem(["a"], "x").line)).toEqual([1, 3, 1]);
  });

  test("points at the text of every scalar of any document", () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/);
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.nat(),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    const document = fc.dictionary(key, tree, { minKeys: 1, noNullPrototype: true });
    fc.assert(
      fc.property(
        document,
        fc.constantFrom("block" as const, "flow" as const),
        fc.constantFrom("\n", "\r\n"),
        (value, style, lineEnd) => {
          const written = stringify(value, {
            collectionStyle: style,
            aliasDuplicateObjects: false,
          });
          const file = read(written.replaceAll("\n", lineEnd));
          const lines = written.split("\n");
          for (const [field, scalar] of scalars(value)) {
            const { line = 0, column = 0 } = file.problem(field, "x");
            expect(Number.parseInt(lines[line - 1]?.slice(column - 1) ?? "", 10)).toBe(scalar);
          }
        },
      ),
    );
  });
});

describe("source", () => {
  test.each<[path: FieldPath, source: string | undefined]>([
    [["a"], "007"],
    [["b"], "12e4567"],
    [["c"], "9007199254740993"],
    [["d"], '"x"'],
    [["e"], ""],
    [["f"], undefined],
    [["missing"], undefined],
    [["a", "missing"], undefined],
  ])("gives the scalar at %j as the file writes it", (field, source) => {
    const file = read('a: 007 # agent\nb: 12e4567\nc: 9007199254740993\nd: "x"\ne:\nf: [1]\n');

    expect(file.source(field)).toBe(source);
  });
});

function scalars(value: unknown, at: FieldPath = []): (readonly [FieldPath, unknown])[] {
  if (typeof value !== "object" || value === null) return [[at, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => scalars(item, [...at, index]));
  return Object.entries(value).flatMap(([key, item]) => scalars(item, [...at, key]));
}
