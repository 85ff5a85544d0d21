/** The keywords of JSON Schema that the generated schemas use. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** Keywords that say nothing about whether a value is valid. */
const ANNOTATIONS = ["$schema", "title", "description", "default"];

type Check = (value: never, limit: never, schema: JsonSchema) => boolean;

/** Whether a value meets a keyword. Each keyword passes over values of types that it is not about. */
const CHECKS: Readonly<Record<string, Check>> = {
  type: (value: unknown, type: string) => typeOf(value).includes(type),
  properties: (value: unknown, properties: Readonly<Record<string, JsonSchema>>) =>
    entriesOf(value).every(([key, entry]) => !Object.hasOwn(properties, key) || isValid(entry, properties[key] ?? {})),
  required: (value: unknown, keys: readonly string[]) =>
    !typeOf(value).includes("object") || keys.every((key) => entriesOf(value).some(([name]) => name === key)),
  additionalProperties: (value: unknown, other: boolean | JsonSchema, { properties = {} }) =>
    entriesOf(value).every(
      ([key, entry]) => Object.hasOwn(properties, key) || (typeof other === "boolean" ? other : isValid(entry, other)),
    ),
  propertyNames: (value: unknown, names: JsonSchema) => entriesOf(value).every(([key]) => isValid(key, names)),
  items: (value: unknown, items: JsonSchema) => !Array.isArray(value) || value.every((item) => isValid(item, items)),
  enum: (value: unknown, allowed: readonly unknown[]) => allowed.includes(value),
  anyOf: (value: unknown, schemas: readonly JsonSchema[]) => schemas.some((schema) => isValid(value, schema)),
  oneOf: (value: unknown, schemas: readonly JsonSchema[]) =>
    schemas.filter((schema) => isValid(value, schema)).length === 1,
  pattern: (value: unknown, pattern: string) => typeof value !== "string" || new RegExp(pattern, "u").test(value),
  minLength: (value: unknown, min: number) => typeof value !== "string" || codePoints(value) >= min,
  maxLength: (value: unknown, max: number) => typeof value !== "string" || codePoints(value) <= max,
  minItems: (value: unknown, min: number) => !Array.isArray(value) || value.length >= min,
  maxItems: (value: unknown, max: number) => !Array.isArray(value) || value.length <= max,
  minimum: (value: unknown, min: number) => typeof value !== "number" || value >= min,
  maximum: (value: unknown, max: number) => typeof value !== "number" || value <= max,
  exclusiveMinimum: (value: unknown, min: number) => typeof value !== "number" || value > min,
};

/** Whether a value is valid by a schema. Throws for a schema with a keyword that is not known here. */
export function isValid(value: unknown, schema: JsonSchema): boolean {
  return Object.entries(schema)
    .filter(([keyword]) => !ANNOTATIONS.includes(keyword))
    .map(([keyword, limit]) => {
      const check = CHECKS[keyword];
      if (check === undefined) throw new Error(`unknown keyword ${keyword}`);
      return check(value as never, limit as never, schema);
    })
    .every(Boolean);
}

function codePoints(text: string): number {
  return Array.from(text).length;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeOf(value).includes("object") ? Object.entries(value as object) : [];
}

function typeOf(value: unknown): string[] {
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  return Number.isInteger(value) ? ["number", "integer"] : [typeof value];
}
