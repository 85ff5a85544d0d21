import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { z } from "zod";
import { check } from "../../lib/config/check";
import { formatProblem } from "../../lib/config/problem";
import { YamlFile } from "../../lib/config/yaml-file";

const folder = mkdtempSync(join(tmpdir(), "check-"));
const path = join(folder, "acme.yaml");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(text: string): YamlFile {
  writeFileSync(path, text);
  const result = YamlFile.read(path, "acme.yaml");
  if ("problems" in result) throw new Error(result.problems.map(formatProblem).join("\n"));
  return result.file;
}

function problemsOf(text: string, shape: z.core.$ZodLooseShape): string[] {
  const result = check(read(text), z.strictObject(shape));
  return "problems" in result ? result.problems.map(formatProblem) : [];
}

test("a valid file gives the value with its defaults and transforms", () => {
  const schema = z.strictObject({
    name: z.string().transform((name) => name.length),
    list: z.array(z.int()).default([]),
  });

  expect(check(read("name: acme\n"), schema)).toEqual({ value: { name: 4, list: [] } });
});

test("all problems of a file are reported", () => {
  const shape = { a: z.string(), b: z.strictObject({ c: z.int() }), d: z.boolean() };

  expect(problemsOf("a: 1\nb: {c: x, e: 2}\n", shape)).toEqual([
    'acme.yaml:1:4 a: expected text, got the number 1; put it in quotes: "1"',
    'acme.yaml:2:8 b.c: expected a number, got the text "x"',
    'acme.yaml:2:11 b.e: unknown key "e"; known keys: c',
    "acme.yaml:1:1 d: is required",
  ]);
});

describe("a missing field", () => {
  test("is reported at the map that misses it", () => {
    expect(problemsOf("a:\n  b: {}\n", { a: z.object({ b: z.object({ c: z.string() }) }) })).toEqual([
      "acme.yaml:2:3 a.b.c: is required",
    ]);
  });

  test("is reported with the first sentence of its description", () => {
    const name = z.string().regex(/x/).meta({ description: "The tenant's id, as in v1.2. It cannot change." });

    expect(problemsOf("{}", { name })).toEqual(["acme.yaml:1:1 name: is required: The tenant's id, as in v1.2."]);
  });

  test.each<[title: string, schema: z.ZodType]>([
    ["a choice", z.enum(["a", "b"])],
    ["a constant", z.literal(1)],
    ["a union", z.union([z.string(), z.int()])],
    ["a map", z.strictObject({})],
    ["a transformed value", z.string().transform(Number)],
  ])("is told apart from a wrong one for %s", (_, schema) => {
    expect(problemsOf("{}", { a: schema })).toEqual(["acme.yaml:1:1 a: is required"]);
  });
});

describe("a value of the wrong type", () => {
  test.each<[yaml: string, schema: z.ZodType, message: string]>([
    ["{b: 1}", z.array(z.string()), "expected a list, got a map"],
    ["[1]", z.strictObject({}), "expected a map, got a list"],
    ["x", z.record(z.string(), z.string()), 'expected a map, got the text "x"'],
    ["[x]", z.string(), "expected text, got a list"],
    ["", z.string(), "expected text, got no value"],
    ["~", z.int(), "expected a number, got no value"],
    ["4711", z.string(), 'expected text, got the number 4711; put it in quotes: "4711"'],
    ["007", z.string(), 'expected text, got the number 007; put it in quotes: "007"'],
    ["12e4567", z.string(), 'expected text, got the number 12e4567; put it in quotes: "12e4567"'],
    [
      "9007199254740993",
      z.string(),
      'expected text, got the number 9007199254740993; put it in quotes: "9007199254740993"',
    ],
    ["1".repeat(61), z.boolean(), `expected true or false, got the number ${"1".repeat(60)}…`],
    ["True", z.string(), 'expected text, got the boolean True; put it in quotes: "True"'],
    ["true", z.array(z.string()), "expected a list, got the boolean true"],
    ['"5"', z.int(), 'expected a number, got the text "5"; remove the quotes'],
    ['"5"', z.array(z.int()), 'expected a list, got the text "5"'],
    ["five", z.number(), 'expected a number, got the text "five"'],
    [".nan", z.number(), "expected a number, got the number .nan"],
    ["1.50", z.int(), "expected a whole number, got the number 1.50"],
    ["yes", z.boolean(), 'expected true or false, got the text "yes"; write true'],
    ["Off", z.boolean(), 'expected true or false, got the text "Off"; write false'],
    ["1", z.boolean(), "expected true or false, got the number 1"],
    ["1", z.never(), "expected nothing, got the number 1"],
  ])("%s", (yaml, schema, message) => {
    expect(problemsOf(`a: ${yaml}\n`, { a: schema })).toEqual([expect.stringMatching(/^acme\.yaml:1:\d a: /)]);
    expect(problemsOf(`a: ${yaml}\n`, { a: schema })[0]?.replace(/^\S+ a: /, "")).toBe(message);
  });
});

describe("an unknown key", () => {
  const endpoint = z.strictObject({ name: z.string().optional(), region: z.string().optional() });

  test("is reported at the key, each on its own, with the key that was meant", () => {
    expect(problemsOf("a:\n  nmae: x\n  Region: y\n", { a: endpoint })).toEqual([
      'acme.yaml:2:3 a.nmae: unknown key "nmae"; did you mean "name"?',
      'acme.yaml:3:3 a.Region: unknown key "Region"; did you mean "region"?',
    ]);
  });

  test.each<[title: string, yaml: string, schema: z.ZodType]>([
    ["an optional map", "{xyz: 1}", endpoint.optional()],
    ["a map with a default", "{xyz: 1}", endpoint.prefault({})],
    [
      "a refined and described map",
      "{xyz: 1}",
      endpoint.superRefine(() => undefined).meta({ description: "An endpoint." }),
    ],
    ["a transformed map", "{xyz: 1}", endpoint.transform(Object.keys)],
    ["a list", "[{xyz: 1}]", z.array(endpoint)],
    ["a map of maps", "{b: {xyz: 1}}", z.record(z.string(), endpoint)],
    ["a union", "{xyz: 1}", z.union([z.array(z.string().min(2)), endpoint])],
    ["a map of fixed keys", "{xyz: 1}", z.partialRecord(z.enum(["name", "region"]), z.int())],
  ])("is reported with the known keys within %s", (_, yaml, schema) => {
    expect(problemsOf(`a: ${yaml}\n`, { a: schema })).toEqual([
      expect.stringMatching(/^acme\.yaml:1:\d+ a\S*\.xyz: unknown key "xyz"; known keys: name, region$/),
    ]);
  });

  test.each(["constructor", "toString", "prototype", "hasOwnProperty"])("may be named %s", (key) => {
    expect(problemsOf(`${key}: {a: 1}\n`, { name: z.string().optional() })).toEqual([
      `acme.yaml:1:1 ${key}: unknown key "${key}"; known keys: name`,
    ]);
  });

  test("is reported with a letter that only looks right", () => {
    expect(problemsOf("nаme: x\n", { name: z.string().optional() })).toEqual([
      'acme.yaml:1:1 ["nаme"]: unknown key "nаme"; did you mean "name"? (has the character "а" U+0430, which is not ASCII)',
    ]);
  });

  test("may be called what the schema calls it", () => {
    const schema = z.strictObject({}, { error: "takes no keys" });

    expect(problemsOf("a: {b: 1}\n", { a: schema })).toEqual(["acme.yaml:1:5 a.b: takes no keys"]);
  });
});

describe("a value out of its range", () => {
  test.each<[yaml: string, schema: z.ZodType, message: string]>([
    [
      "Dedicated",
      z.enum(["dedicated", "shared"]),
      '"Dedicated" is not one of dedicated, shared; did you mean "dedicated"?',
    ],
    ["other", z.enum(["dedicated", "shared"]), '"other" is not one of dedicated, shared'],
    [
      "shаred",
      z.enum(["a", "shared"]),
      '"shаred" is not one of a, shared; did you mean "shared"? (has the character "а" U+0430, which is not ASCII)',
    ],
    ["5", z.enum(["a", "b"]), "expected one of a, b, got the number 5"],
    ["443", z.enum(["443", "80"]), 'expected one of 80, 443, got the number 443; put it in quotes: "443"'],
    ["v2", z.literal("v1"), '"v2" is not v1'],
    ["2", z.literal(1), "expected 1, got the number 2"],
    ["0", z.number().min(1), "0 must be at least 1"],
    ["0", z.number().positive(), "0 must be more than 0"],
    ["9", z.number().max(8), "9 must be at most 8"],
    ["9", z.number().lt(9), "9 must be less than 9"],
    ["9007199254740993", z.int(), "9007199254740992 must be at most 9007199254740991"],
    ["7", z.number().multipleOf(5), "7 must be a multiple of 5"],
    ['""', z.string().min(1), '"" must have at least 1 character'],
    ["abc", z.string().max(2), '"abc" must have at most 2 characters'],
    ["abc", z.string().length(2), '"abc" must have exactly 2 characters'],
    ["[]", z.array(z.int()).min(1), "must have at least 1 entry, has 0"],
    ["[1, 2, 3]", z.array(z.int()).max(2), "must have at most 2 entries, has 3"],
  ])("%s", (yaml, schema, message) => {
    expect(problemsOf(`a: ${yaml}\n`, { a: schema })).toEqual([`acme.yaml:1:4 a: ${message}`]);
  });
});

describe("a message of the schema", () => {
  test("of a string format follows the value", () => {
    const schema = z.string().regex(/^[a-z]+$/, { error: "has upper-case letters" });

    expect(problemsOf("a: Churn\n", { a: schema })).toEqual(['acme.yaml:1:4 a: "Churn" has upper-case letters']);
  });

  test("is not needed for a string format that zod knows", () => {
    expect(problemsOf("a: x\n", { a: z.uuid() })).toEqual(['acme.yaml:1:4 a: "x" is not a valid uuid']);
  });

  test.each<[title: string, schema: z.ZodType]>([
    ["a type", z.string({ error: "write a name" })],
    ["a limit", z.int().max(0, { error: "write a name" })],
    ["a choice", z.literal("b", { error: "write a name" })],
    ["a union", z.union([z.string(), z.boolean()], { error: "write a name" })],
    ["a refinement", z.int().refine(() => false, { error: "write a name" })],
  ])("of %s is used as it is", (_, schema) => {
    expect(problemsOf("a: 1\n", { a: schema })).toEqual(["acme.yaml:1:4 a: write a name"]);
  });

  test("of a custom issue is reported at the path of the issue", () => {
    const schema = z.strictObject({ b: z.array(z.int()) }).superRefine((_, context) => {
      context.addIssue({ code: "custom", path: ["b", 1], message: "is taken" });
    });

    expect(problemsOf("a:\n  b: [1, 2]\n", { a: schema })).toEqual(["acme.yaml:2:10 a.b[1]: is taken"]);
  });

  test("of the key of a record is reported at the key", () => {
    const schema = z.record(z.string().regex(/^[a-z]+$/, { error: "has upper-case letters" }), z.int());

    expect(problemsOf("a:\n  Key: 1\n", { a: schema })).toEqual(['acme.yaml:2:3 a.Key: "Key" has upper-case letters']);
  });
});

describe("a union", () => {
  test("is reported by the option with the fewest problems", () => {
    const schema = z.union([z.strictObject({ b: z.int(), c: z.int() }), z.strictObject({ b: z.string() })]);

    expect(problemsOf("a: {b: true}\n", { a: schema })).toEqual([
      'acme.yaml:1:8 a.b: expected text, got the boolean true; put it in quotes: "true"',
    ]);
  });

  test("of maps told apart by a key is reported at the key", () => {
    const schema = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("x") }),
      z.object({ kind: z.literal("y") }),
    ]);

    expect(problemsOf("a: {kind: z}\n", { a: schema })).toEqual([
      'acme.yaml:1:11 a.kind: {"kind":"z"} has none of the allowed forms',
    ]);
  });
});

test("any value of any type gives one readable line for each problem", () => {
  const text = fc.string({ unit: "grapheme" }).filter((value) => !/[$%]\{|[^\P{Cc}\n]|^__proto__$/u.test(value));
  const value = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), fc.array(text), fc.dictionary(text, text));
  const shape = {
    a: z.strictObject({ b: z.string() }),
    c: z.array(z.int()).min(1),
    d: z.enum(["x", "y"]),
    e: z.uuid(),
  };
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("a", "c", "d", "e", "f"), value, { noNullPrototype: true }), (record) => {
      for (const line of problemsOf(stringify(record), shape)) {
        expect(line).toMatch(/^acme\.yaml:\d+:\d+ [acdef].*: ./);
        expect(line).not.toMatch(/[\r\n]|\[object|Invalid input/);
      }
    }),
  );
});
