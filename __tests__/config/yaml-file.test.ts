import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { type FieldPath, formatProblem } from "../../lib/config/problem";
import { YamlFile } from "../../lib/config/yaml-file";

const folder = mkdtempSync(join(tmpdir(), "yaml-file-"));
const path = join(folder, "acme.yaml");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function problemsOf(text: string): string[] {
  writeFileSync(path, text);
  const result = YamlFile.read(path, "acme.yaml");
  return "problems" in result ? result.problems.map(formatProblem) : [];
}

function read(text: string): YamlFile {
  writeFileSync(path, text);
  const result = YamlFile.read(path, "acme.yaml");
  if ("problems" in result) throw new Error(result.problems.map(formatProblem).join("\n"));
  return result.file;
}

describe("read", () => {
  test("A file that is right gives its value.", () => {
    expect(read("a: [1, x]\r\n").value).toEqual({ a: [1, "x"] });
  });

  test("A file that cannot be read is a problem without a position.", () => {
    expect(YamlFile.read(folder, "tenants")).toEqual({
      problems: [{ severity: "error", file: "tenants", field: "", message: "is a folder, not a file" }],
    });
  });

  test("A problem of the syntax has the line and the column.", () => {
    expect(problemsOf("a: 1\nb: @x\n")).toEqual(["acme.yaml:2:4: a value cannot start with @; put it in quotes"]);
  });

  test("A problem of a value has the line, the column and the field.", () => {
    expect(problemsOf("a:\n  b: 1\n  b: 2\n")).toEqual(['acme.yaml:3:3 a: the key "b" is already set on line 2']);
  });

  test("A byte order mark does not count as a column.", () => {
    expect(formatProblem(read("\ufeffa: 1\n").problem(["a"], "x"))).toBe("acme.yaml:1:4 a: x");
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
