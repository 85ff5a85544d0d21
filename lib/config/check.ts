import { z } from "zod";
import { cut, type FieldPath, nonAscii, type Problem, quote } from "./problem";
import { suggest } from "./suggest";
import type { YamlFile } from "./yaml-file";

/**
 * Checks what a file holds against a schema.
 *
 * Each issue of zod becomes a problem in plain words: what the file has, and what to write instead. A message that the
 * schema itself gives (zod's `error`, or a custom issue) is used as it is; a message of a string format, such as
 * `regex`, follows the value: `"Churn" has upper-case letters`. When a required field is missing, the first sentence of
 * its description (zod's `meta`) is shown.
 *
 * @returns the value with the defaults and transforms of the schema applied, or all problems.
 */
export function check<T>(file: YamlFile, schema: z.ZodType<T>): { value: T } | { problems: Problem[] } {
  const knownKeys: KnownKeys = new Map();
  const result = schema.safeParse(file.value, {
    reportInput: true,
    error: (issue) => {
      if (issue.code === "unrecognized_keys") knownKeys.set(issue.keys, keysOf(issue.inst));
      return issue.input === undefined ? required(issue.inst) : NO_MESSAGE;
    },
  });
  if (result.success) return { value: result.data };
  return { problems: result.error.issues.flatMap((issue) => problemsOf(issue, [], { file, knownKeys })) };
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodRawIssue["inst"];
type KnownKeys = Map<readonly string[], readonly string[]>;

interface Context {
  readonly file: YamlFile;
  /** The keys that a map may have, by the list of keys it may not have: only zod's error map sees the schema. */
  readonly knownKeys: KnownKeys;
}

/** What zod's error map answers so that only messages of the schema itself are left. */
const NO_MESSAGE = "";

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  never: "nothing",
  null: "no value",
  number: "a number",
  object: "a map",
  record: "a map",
  string: "text",
};

function problemsOf(issue: Issue, parent: FieldPath, context: Context): Problem[] {
  const { file } = context;
  const path = [...parent, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = context.knownKeys.get(issue.keys) ?? [];
      return issue.keys.map((key) =>
        file.problem([...path, key], issue.message || unknownKey(key, known), { at: "key" }),
      );
    }
    case "invalid_key":
      return issue.issues.map((inner) => file.problem(path, messageOf(inner, undefined), { at: "key" }));
    case "invalid_union": {
      const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
      if (closest && !issue.message) return closest.flatMap((inner) => problemsOf(inner, path, context));
      return [file.problem(path, issue.message || `${quote(issue.input)} has none of the allowed forms`)];
    }
    default:
      return [file.problem(path, messageOf(issue, file.source(path)))];
  }
}

/** @param source the value as the file writes it, when it is not a list or a map. */
function messageOf(issue: Issue, source: string | undefined): string {
  const { input } = issue;
  if (issue.code === "invalid_format") {
    return `${quote(input)} ${issue.message || `is not a valid ${issue.format}`}`;
  }
  if (issue.message) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, input, source);
    case "invalid_value":
      return notOneOf(issue.values, input, source);
    case "too_small":
      return outOfBounds(input, `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`, issue);
    case "too_big":
      return outOfBounds(input, `${issue.inclusive ? "at most" : "less than"} ${issue.maximum}`, issue);
    case "not_multiple_of":
      return `${quote(input)} must be a multiple of ${issue.divisor}`;
    default:
      return `${quote(input)} is not valid`;
  }
}

function required(schema: Schema): string {
  const description = schema instanceof z.core.$ZodType ? z.globalRegistry.get(schema)?.description : undefined;
  const [firstSentence] = description?.split(/(?<=\.)\s/) ?? [];
  return firstSentence === undefined ? "is required" : `is required: ${firstSentence}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const close = suggest(key, known);
  const fix = close === undefined ? `known keys: ${known.join(", ")}` : `did you mean ${quote(close)}?`;
  return withNonAscii(`unknown key ${quote(key)}; ${fix}`, key);
}

function wrongType(expected: string, input: unknown, source: string | undefined): string {
  const message = `expected ${TYPE_NAMES[expected] ?? expected}, got ${describe(input, source)}`;
  if (expected === "string") {
    const isScalar = typeof input === "number" || typeof input === "boolean";
    return isScalar ? `${message}; put it in quotes: ${quote(source ?? String(input))}` : message;
  }
  if (typeof input !== "string") return message;
  if (expected === "boolean" && /^(yes|on|true)$/i.test(input)) return `${message}; write true`;
  if (expected === "boolean" && /^(no|off|false)$/i.test(input)) return `${message}; write false`;
  const isNumber = expected === "number" && /^[-+]?\d+(\.\d+)?$/.test(input);
  return isNumber ? `${message}; remove the quotes` : message;
}

function notOneOf(allowed: readonly unknown[], input: unknown, source: string | undefined): string {
  const list = allowed.map((value) => (typeof value === "string" ? value : quote(value)));
  if (typeof input !== "string") {
    const fix = allowed.includes(source) ? `; put it in quotes: ${quote(source)}` : "";
    return `expected ${list.length > 1 ? `one of ${list.join(", ")}` : list.join()}, got ${describe(input, source)}${fix}`;
  }
  const close = suggest(
    input,
    allowed.filter((value) => typeof value === "string"),
  );
  const message = `${quote(input)} is not ${list.length > 1 ? "one of " : ""}${list.join(", ")}`;
  return withNonAscii(close === undefined ? message : `${message}; did you mean ${quote(close)}?`, input);
}

function outOfBounds(input: unknown, bound: string, { origin, exact }: { origin: string; exact?: boolean }): string {
  const limit = exact ? bound.replace(/^at (least|most)/, "exactly") : bound;
  const isOne = limit.endsWith(" 1");
  if (origin === "string") return `${quote(input)} must have ${limit} ${isOne ? "character" : "characters"}`;
  if (Array.isArray(input)) return `must have ${limit} ${isOne ? "entry" : "entries"}, has ${input.length}`;
  return `${quote(input)} must be ${limit}`;
}

function describe(input: unknown, source: string | undefined): string {
  if (input === null) return "no value";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a map";
  if (typeof input === "string") return `the text ${quote(input)}`;
  return `the ${typeof input} ${source === undefined ? quote(input) : cut(source)}`;
}

function withNonAscii(message: string, value: string): string {
  const found = nonAscii(value);
  return found === undefined ? message : `${message} (${found})`;
}

function keysOf(schema: Schema): readonly string[] {
  if (schema instanceof z.core.$ZodObject) return Object.keys(schema._zod.def.shape);
  if (schema instanceof z.core.$ZodRecord) return [...(schema._zod.def.keyType._zod.values ?? [])].map(String);
  return [];
}
