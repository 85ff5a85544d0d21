import { decode, encode, ExtensionCodec } from "@msgpack/msgpack";

/** A value that is known after the apply only. */
export const UNKNOWN = Symbol("unknown");

/** A value whose type the schema leaves open: the type as JSON, and the value. */
export class Dynamic {
  constructor(
    readonly type: unknown,
    readonly value: Value,
  ) {}
}

/** A value of Terraform: sets and tuples are arrays, objects and maps are objects. */
export type Value =
  null | boolean | number | bigint | string | typeof UNKNOWN | Dynamic | Uint8Array | Value[] | Values;

/** Values by name. */
export interface Values {
  [name: string]: Value;
}

/** A value on the wire. */
export interface DynamicValue {
  readonly msgpack: Uint8Array;
  readonly json?: Uint8Array;
}

/** Kinds of extensions by which go-cty marks unknown values; the second says something about the value, too. */
const UNKNOWN_EXTENSION = 0;
const REFINED_UNKNOWN_EXTENSION = 12;

/** What stands for an unknown value in the encoder, which asks extensions about objects only. */
class UnknownMark {
  readonly known = false;
}
const MARK = new UnknownMark();

const codec = new ExtensionCodec();
codec.register({
  type: UNKNOWN_EXTENSION,
  encode: (value: unknown) => (value instanceof UnknownMark ? new Uint8Array([0]) : null),
  decode: () => MARK,
});
codec.register({ type: REFINED_UNKNOWN_EXTENSION, encode: () => null, decode: () => MARK });

/** Reads a value. */
export function fromWire({ msgpack }: DynamicValue): Value {
  return received(decode(msgpack, { extensionCodec: codec }));
}

/** Writes a value. */
export function toWire(value: Value): DynamicValue {
  return { msgpack: Buffer.from(encode(sent(value), { extensionCodec: codec })) };
}

/** In a dynamic value the type is bytes, which stand nowhere else: `[type, value]`. */
function received(value: unknown): Value {
  if (value instanceof UnknownMark) return UNKNOWN;
  if (Array.isArray(value)) {
    const [type, inner] = value as unknown[];
    if (value.length === 2 && type instanceof Uint8Array)
      return new Dynamic(JSON.parse(Buffer.from(type).toString("utf8")), received(inner));
    return value.map(received);
  }
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, received(each)]));
  return value as Value;
}

function sent(value: Value): unknown {
  if (value === UNKNOWN) return MARK;
  if (value instanceof Dynamic) return [Buffer.from(JSON.stringify(value.type)), sent(value.value)];
  if (Array.isArray(value)) return value.map(sent);
  if (isValues(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sent(each)]));
  return value;
}

/** A dynamic value of a plain one. */
export function dynamic(value: Value): Dynamic {
  return new Dynamic(typeOf(value), value);
}

function typeOf(value: Value): unknown {
  if (Array.isArray(value)) return ["tuple", value.map(typeOf)];
  if (isValues(value))
    return ["object", Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typeOf(each)]))];
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "number":
      return "number";
    default:
      return "dynamic";
  }
}

/** Whether a value is an object or a map. */
export function isValues(value: Value | undefined): value is Values {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Dynamic) &&
    !(value instanceof Uint8Array)
  );
}

/** Whether two values are the same. The order in a set does not count, and Terraform sends sets in an order of its own. */
export function same(one: Value | undefined, other: Value | undefined): boolean {
  return text(one) === text(other);
}

function text(value: Value | undefined): string {
  return JSON.stringify(value ?? null, (_, each: unknown) => {
    if (each === UNKNOWN) return { unknown: true };
    if (typeof each === "bigint") return each.toString();
    if (each instanceof Dynamic) return each.value ?? null;
    if (isValues(each as Value))
      return Object.fromEntries(Object.entries(each as Values).sort(([a], [b]) => (a < b ? -1 : 1)));
    return each;
  });
}

/** Every text in a value. */
export function textsIn(value: Value | undefined): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Dynamic) return textsIn(value.value);
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isValues(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** A text of a resource by the name of the argument. Undefined when it has none, or one that is not known yet. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}
