import { z } from "zod";
import { parseCidr } from "./cidr";
import { nonAscii, quote } from "./problem";

/** Names the reader of an error knows, for values that must match a form. */
interface Form {
  readonly pattern: RegExp;
  /** What the value must look like, as the end of a sentence: "use …". */
  readonly hint: string;
  /** The longest value allowed, in characters. */
  readonly max: number;
}

const IDENTIFIER = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const NIL_GUID = "00000000-0000-0000-0000-000000000000";

function explain(value: unknown, { pattern, hint }: Form): string {
  const text = String(value);
  const odd = nonAscii(text);
  if (odd !== undefined) return odd;
  const lower = text.toLowerCase();
  if (lower !== text && pattern.test(lower)) return `has upper-case letters; use ${quote(lower)}`;
  const trimmed = text.trim();
  if (trimmed !== text && pattern.test(trimmed)) return `has spaces around it; use ${quote(trimmed)}`;
  return hint;
}

/** A string of a given form. Rejects any other text with what is wrong and what to write. */
export function text(form: Form) {
  return z
    .string()
    .max(form.max)
    .regex(form.pattern, { error: (issue) => explain(issue.input, form) });
}

/** A short lower-case name: letters and digits, with single hyphens between them, beginning with a letter. */
export function identifier(max: number) {
  return text({
    pattern: IDENTIFIER,
    max,
    hint: "use lower-case letters, digits and single hyphens, beginning with a letter and not ending in a hyphen",
  });
}

/** One line of plain text for people, 1 to 256 characters (the limit of an Azure tag's value). */
export function line() {
  return text({
    pattern: /^\S(.*\S)?$/u,
    max: 256,
    hint: "use one line of text that does not begin or end with a space",
  });
}

/** An id of Azure or Microsoft Entra: a GUID in lower case, and not the nil GUID. */
export function guid() {
  return text({ pattern: GUID, max: 36, hint: 'use a GUID such as "3f0c5a1e-8f5e-4a63-9a57-0d4c2b1e7f60"' }).refine(
    (value) => value !== NIL_GUID,
    { error: "is the nil GUID; use the real one" },
  );
}

/** An e-mail address. */
export function email() {
  return text({
    pattern: /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/,
    max: 254,
    hint: 'use an e-mail address such as "ml@acme.example"',
  });
}

/** An Azure region in its short form, such as westeurope. */
export function location() {
  return text({
    pattern: /^[a-z]+[a-z0-9]*$/,
    max: 40,
    hint: 'use the short name of an Azure region, such as "westeurope"',
  });
}

/** An IPv4 range in CIDR form whose prefix is within the given bounds. */
export function addressRange({ shortest, longest }: { shortest: number; longest: number }) {
  return z
    .string()
    .superRefine((value, context) => {
      const range = parseCidr(value);
      if (typeof range === "string") {
        context.addIssue({ code: "custom", message: `${quote(value)} ${range}` });
      } else if (range.prefixLength < shortest || range.prefixLength > longest) {
        context.addIssue({ code: "custom", message: `${quote(value)} must be between /${shortest} and /${longest}` });
      }
    })
    .meta({ pattern: "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$" });
}

/** The full ARM id of a resource of one of the given types, such as Microsoft.Network/privateDnsZones. */
export function resourceId(...types: string[]) {
  const example = `/subscriptions/<guid>/resourceGroups/<group>/providers/${types[0] ?? "<type>"}/<name>`;
  return z.string().superRefine((value, context) => {
    const id = parseResourceId(value);
    const message =
      id === undefined
        ? `${quote(value)} is not a resource id; use the form "${example}"`
        : types.length > 0 && !types.includes(id.type)
          ? `${quote(value)} is a ${id.type}; use the id of a ${types.join(" or a ")}`
          : undefined;
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
}

/** The parts of the ARM id of a top-level resource. */
export interface ResourceId {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** The type with its provider, as in Microsoft.Storage/storageAccounts. */
  readonly type: string;
  readonly name: string;
}

const RESOURCE_ID =
  /^\/subscriptions\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\/resourceGroups\/([\w.()-]{1,90})\/providers\/([A-Za-z]+\.[A-Za-z.]+\/[A-Za-z]+)\/([\w.-]{1,260})$/;

/** Splits the ARM id of a top-level resource; undefined for any other text, upper-case subscription ids included. */
export function parseResourceId(value: string): ResourceId | undefined {
  const match = RESOURCE_ID.exec(value);
  if (match === null) return undefined;
  const [subscriptionId, resourceGroup, type, name] = match.slice(1) as [string, string, string, string];
  return { subscriptionId, resourceGroup, type, name };
}

/**
 * Adds a check that looks at several fields of a map at once. It also runs when other fields of the map are wrong, so
 * that all problems are told together: `find` gets what the file holds, not a checked value, and must not trust it.
 */
export function across<Schema extends z.ZodType>(
  schema: Schema,
  find: (value: Readonly<Record<string, unknown>>) => { path: (string | number)[]; message: string }[],
): Schema {
  return schema.superRefine(
    (value, context) => {
      for (const { path, message } of find(value as Readonly<Record<string, unknown>>)) {
        context.addIssue({ code: "custom", path, message });
      }
    },
    { when: ({ value }) => typeof value === "object" && value !== null },
  );
}

/** A map that must hold exactly one of its alternative keys. */
export function exactlyOneOf<Schema extends z.ZodObject>(
  schema: Schema,
  keys: (keyof Schema["shape"] & string)[],
): Schema {
  return across(schema, (value) => {
    const got = keys.filter((key) => value[key] !== undefined);
    if (got.length === 1) return [];
    const [, second] = got;
    return [
      {
        path: second === undefined ? [] : [second],
        message:
          got.length === 0
            ? `needs one of ${keys.join(", ")}`
            : `cannot stand beside ${got[0] ?? ""}; keep one of ${keys.join(", ")}`,
      },
    ];
  }).meta({ oneOf: keys.map((key) => ({ required: [key] })) });
}

/** A list whose entries must differ in the value under `key`. */
export function uniqueBy<Schema extends z.ZodArray>(schema: Schema, key: string): Schema {
  return schema.superRefine(
    (list, context) => {
      const positions = new Map<unknown, number>();
      (list as (Record<string, unknown> | null)[]).forEach((entry, index) => {
        const value = entry?.[key];
        const first = positions.get(value);
        if (first === undefined) positions.set(value, index);
        else if (typeof value === "string") {
          context.addIssue({
            code: "custom",
            path: [index, key],
            message: `${quote(value)} is already used by entry ${first + 1} of this list`,
          });
        }
      });
    },
    { when: ({ value }) => Array.isArray(value) },
  );
}
