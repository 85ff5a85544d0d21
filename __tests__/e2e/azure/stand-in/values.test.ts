import { decode, encode } from "@msgpack/msgpack";
import {
  Dynamic,
  dynamic,
  fromWire,
  same,
  textsIn,
  toWire,
  UNKNOWN,
  type Value,
} from "../../../../e2e/azure/stand-in/values";

const through = (value: Value) => fromWire(toWire(value));

describe("a value", () => {
  test.each<{ what: string; value: Value }>([
    { what: "null", value: null },
    { what: "an object", value: { a: [1, "b", true], c: { d: null } } },
    { what: "what is not known yet", value: { id: UNKNOWN, list: [UNKNOWN, "a"] } },
    { what: "a value of any type", value: { body: new Dynamic(["object", { a: "string" }], { a: "b" }) } },
    { what: "a part of such a value that is not known yet", value: new Dynamic(["tuple", ["string"]], [UNKNOWN]) },
  ])("is what it was on the other side: $what.", ({ value }) => {
    expect(through(value)).toEqual(value);
  });

  test("that is not known is written as go-cty does: an extension of kind 0.", () => {
    // d4: an extension of one byte; 00: its kind.
    expect(Buffer.from(toWire(UNKNOWN).msgpack).toString("hex")).toMatch(/^d400/);
  });

  test("that is not known, but of which something is, is not known.", () => {
    // c7: an extension of the length that follows; 0c: its kind, 12; then a map that says that it is not null.
    const refined = Buffer.from("c7030c8101c2", "hex");

    expect(fromWire({ msgpack: refined })).toBe(UNKNOWN);
  });

  test("of any type comes with its type, in JSON.", () => {
    const [type, value] = decode(toWire(dynamic({ a: [1, true] })).msgpack) as [Uint8Array, unknown];

    expect(JSON.parse(Buffer.from(type).toString())).toEqual(["object", { a: ["tuple", ["number", "bool"]] }]);
    expect(value).toEqual({ a: [1, true] });
  });

  test("that is a list of two is no value of any type.", () => {
    expect(fromWire({ msgpack: encode(["a", "b"]) })).toEqual(["a", "b"]);
  });
});

describe("two values", () => {
  test("are the same whatever the order of their keys is.", () => {
    expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });

  test("are the same when neither is there.", () => {
    expect(same(undefined, null)).toBe(true);
  });

  test.each<{ one: Value; other: Value }>([
    { one: ["a", "b"], other: ["b", "a"] },
    { one: UNKNOWN, other: null },
    { one: dynamic({ a: 1 }), other: dynamic({ a: 2 }) },
  ])("are not the same when they differ.", ({ one, other }) => {
    expect(same(one, other)).toBe(false);
  });
});

test("The texts in a value are found at any depth.", () => {
  expect(textsIn({ a: ["b", { c: "d" }], e: dynamic({ f: "g" }), h: 1, i: UNKNOWN })).toEqual(["b", "d", "g"]);
});
