import { z } from "zod";
import { quote } from "./problem";
import { suggest } from "./suggest";

/** What a check of several fields finds: where, and what is wrong. */
export interface CrossFinding {
  /** Where it is, from the map or list that is checked. */
  readonly path: readonly (string | number)[];
  /** What is wrong and how to mend it. */
  readonly message: string;
}

/**
 * The value of a key, if something is a map. What a file holds is not checked yet when several fields are looked at
 * together: any of them may be anything.
 */
export function valueAt(something: unknown, key: string): unknown {
  return isMap(something) ? something[key] : undefined;
}

/**
 * Adds a check that looks at several fields of a map at once. It also runs when fields of the map are wrong by
 * themselves, so that all problems are told together.
 *
 * @param find gets the map with the defaults of the schema, and otherwise as the file has it: unchecked
 */
export function across<Schema extends z.ZodType>(
  schema: Schema,
  find: (value: Readonly<Record<string, unknown>>) => readonly CrossFinding[],
): Schema {
  return schema.superRefine(
    (value, context) => {
      if (isMap(value)) report(find(value), context);
    },
    { when: ({ value }) => isMap(value) },
  );
}

/** A map that must hold exactly one of its alternative keys. */
export function exactlyOneOf<Schema extends z.ZodObject>(
  schema: Schema,
  keys: readonly (keyof Schema["shape"] & string)[],
): Schema {
  return schema
    .superRefine(
      (value, context) => {
        const [first, ...others] = keys.filter((key) => valueAt(value, key) !== undefined);
        if (first !== undefined) {
          const message = `cannot stand beside ${first}; keep one of them`;
          report(
            others.map((key) => ({ path: [key], message })),
            context,
          );
        } else if (!context.issues.some((issue) => isMisspelling(issue, keys))) {
          report([{ path: [], message: `needs one of ${keys.join(", ")}` }], context);
        }
      },
      { when: ({ value }) => isMap(value) },
    )
    .meta({ oneOf: keys.map((key) => ({ required: [key] })) });
}

/**
 * A map that must hold at least one of its alternative keys.
 *
 * @param message what is wrong with one that holds none
 */
export function someOf<Schema extends z.ZodObject>(
  schema: Schema,
  keys: readonly (keyof Schema["shape"] & string)[],
  message: string,
): Schema {
  return schema
    .superRefine(
      (value, context) => {
        if (keys.some((key) => valueAt(value, key) !== undefined)) return;
        if (!context.issues.some((issue) => isMisspelling(issue, keys))) report([{ path: [], message }], context);
      },
      { when: ({ value }) => isMap(value) },
    )
    .meta({ anyOf: keys.map((key) => ({ required: [key] })) });
}

/** Whether an issue tells already that one of the keys is misspelt. */
function isMisspelling(issue: z.core.$ZodRawIssue, keys: readonly string[]): boolean {
  if (issue.code !== "unrecognized_keys" || (issue.path ?? []).length > 0) return false;
  return issue.keys.some((unknown) => suggest(unknown, keys) !== undefined);
}

/** A list whose entries must differ in the text under a key. */
export function uniqueBy<Schema extends z.ZodArray>(schema: Schema, key: string): Schema {
  return uniqueOn(
    schema,
    (entry) => valueAt(entry, key),
    (value, { first, index }) => ({
      path: [index, key],
      message: `${quote(value)} is already used by entry ${first} of this list; use another`,
    }),
  );
}

/**
 * A list whose entries must differ in a text that each has.
 *
 * @param textOf the text of an entry, which is not checked yet; entries without one may be alike
 * @param explain what is wrong with the entry at an index, for the earlier one with the number `first` has the same text
 */
export function uniqueOn<Schema extends z.ZodArray>(
  schema: Schema,
  textOf: (entry: unknown) => unknown,
  explain: (text: string, at: { first: number; index: number }) => CrossFinding,
): Schema {
  return schema.superRefine(
    (list, context) => {
      const numbers = new Map<string, number>();
      list.forEach((entry, index) => {
        const text = textOf(entry);
        if (typeof text !== "string") return;
        const first = numbers.get(text);
        if (first === undefined) numbers.set(text, index + 1);
        else report([explain(text, { first, index })], context);
      });
    },
    { when: ({ value }) => Array.isArray(value) },
  );
}

/** A list of texts that must differ. */
export function uniqueTexts<Schema extends z.ZodArray>(schema: Schema): Schema {
  return uniqueOn(
    schema,
    (entry) => entry,
    (value, { first, index }) => ({
      path: [index],
      message: `${quote(value)} is already entry ${first} of this list; remove one`,
    }),
  );
}

function report(findings: readonly CrossFinding[], context: z.RefinementCtx): void {
  for (const { path, message } of findings) context.addIssue({ code: "custom", path: [...path], message });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
