import fc from "fast-check";
import { formatField, formatProblem, InvalidFiles, nonAscii, type Problem, quote } from "../../lib/config/problem";

const anyText = fc.string({ unit: "binary" });
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

function problem(overrides: Partial<Problem> = {}): Problem {
  return { severity: "error", file: "tenants/acme.yaml", field: "", message: "is wrong", ...overrides };
}

describe("formatProblem", () => {
  test.each<[title: string, problem: Problem, line: string]>([
    [
      "position and field",
      problem({ line: 12, column: 7, field: "azure.endpoints[0].name" }),
      "tenants/acme.yaml:12:7 azure.endpoints[0].name: is wrong",
    ],
    ["a position only", problem({ line: 12, column: 7 }), "tenants/acme.yaml:12:7: is wrong"],
    ["a field only", problem({ field: "tenant" }), "tenants/acme.yaml tenant: is wrong"],
    ["neither", problem(), "tenants/acme.yaml: is wrong"],
  ])("prints %s", (_, given, line) => {
    expect(formatProblem(given)).toBe(line);
  });

  test("prints a line break and a terminal control sequence as escapes", () => {
    expect(formatProblem(problem({ message: "a\nb\u001b[31mc" }))).toBe("tenants/acme.yaml: a\\nb\\u001b[31mc");
  });

  test("is one line without unseen characters for any text", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (file, field, message) => {
        expect(formatProblem(problem({ file, field, message }))).not.toMatch(unseen);
      }),
    );
  });
});

describe("formatField", () => {
  test.each<[path: (string | number)[], printed: string]>([
    [[], ""],
    [["azure", "endpoints", 0, "name"], "azure.endpoints[0].name"],
    [["tags", "a b"], 'tags["a b"]'],
    [["tags", "cost-center", "x"], 'tags["cost-center"].x'],
    [["tags", ""], 'tags[""]'],
    [["a.b"], '["a.b"]'],
    [[2, "x"], "[2].x"],
  ])("prints %j as %s", (path, printed) => {
    expect(formatField(path)).toBe(printed);
  });
});

describe("InvalidFiles", () => {
  const inOrder = [
    problem({ file: "platform.yaml", line: 9, column: 1 }),
    problem({ file: "tenants/a.yaml" }),
    problem({ file: "tenants/a.yaml", line: 2, column: 10 }),
    problem({ file: "tenants/a.yaml", line: 10, column: 1 }),
    problem({ file: "tenants/a.yaml", line: 10, column: 3 }),
  ];

  test("lists the problems by file, line and column, one a line", () => {
    expect(new InvalidFiles(inOrder.toReversed()).message).toBe(inOrder.map(formatProblem).join("\n"));
  });

  test("keeps the order of problems at the same position", () => {
    const same = ["b", "a", "c"].map((message) => problem({ line: 1, column: 1, message }));

    expect(new InvalidFiles(same).problems).toEqual(same);
  });

  test("is an error of its own name", () => {
    expect(new InvalidFiles([])).toMatchObject({ name: "InvalidFiles", problems: [] });
  });
});

describe("quote", () => {
  test.each<[title: string, value: unknown, printed: string]>([
    ["text as JSON", 'a "b" \\', String.raw`"a \"b\" \\"`],
    ["letters of any language as they are", "Zoë 東京", '"Zoë 東京"'],
    ["control characters as escapes", "\0\t\u007f", String.raw`"\u0000\t\u007f"`],
    ["right-to-left marks as escapes", "a\u202eb", String.raw`"a\u202eb"`],
    ["invisible characters as escapes", "a\u200b\u3164\u{e0041}", String.raw`"a\u200b\u3164\u{e0041}"`],
    ["unusual spaces as escapes", "a\u00a0b c", String.raw`"a\u00a0b c"`],
    ["lone surrogates as escapes", "\ud800", String.raw`"\ud800"`],
    ["numbers that JSON lacks", Infinity, "Infinity"],
    ["a missing value", undefined, "undefined"],
    ["null", null, "null"],
    ["maps and lists as JSON", { a: [1, "x"] }, '{"a":[1,"x"]}'],
  ])("prints %s", (_, value, printed) => {
    expect(quote(value)).toBe(printed);
  });

  test("prints 60 characters in full", () => {
    expect(quote("🌳".repeat(60))).toBe(`"${"🌳".repeat(60)}"`);
  });

  test("cuts text after 60 characters", () => {
    expect(quote("🌳".repeat(61))).toBe(`"${"🌳".repeat(60)}…"`);
  });

  test("cuts maps and lists after 60 characters", () => {
    expect(quote(Array(100).fill(0))).toBe(`[${"0,".repeat(29)}0…`);
  });

  test("tells any two short texts apart", () => {
    const shortText = fc.string({ unit: "binary", maxLength: 20 });
    fc.assert(
      fc.property(shortText, shortText, (a, b) => {
        expect(quote(a) === quote(b)).toBe(a === b);
      }),
    );
  });
});

describe("nonAscii", () => {
  test("names the first character that is not ASCII", () => {
    expect(nonAscii("сhurn")).toBe('has the character "с" U+0441, which is not ASCII');
  });

  test("names a letter of Latin-1", () => {
    expect(nonAscii("caf\u00e9")).toBe('has the character "é" U+00E9, which is not ASCII');
  });

  test("names an invisible character by its escape", () => {
    expect(nonAscii("a\u200b")).toBe(String.raw`has the character "\u200b" U+200B, which is not ASCII`);
  });

  test("finds nothing in ASCII text", () => {
    expect(nonAscii("churn \0 ~\u007f")).toBeUndefined();
  });
});
