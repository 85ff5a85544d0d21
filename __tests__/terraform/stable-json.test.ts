import { createRequire } from "node:module";
import fc from "fast-check";
import { stableJson } from "../../lib/terraform/stable-json";

const requireOfCdktf = createRequire(require.resolve("cdktf"));
const stringify = requireOfCdktf("json-stable-stringify") as (node: unknown, options: { space: number }) => string;
const stock = (node: unknown) => stringify(node, { space: 2 });

/** Keys that JavaScript treats in a way of its own. */
const ODD_KEYS = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "0", "10", "9", "-1", "1e3", ""];

const key = fc.oneof(fc.constantFrom(...ODD_KEYS), fc.string({ unit: "binary" }), fc.string());
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: "binary" }),
      // Halves of a surrogate pair, each by itself.
      fc.constantFrom("\ud83d", "\ude00 half", "\u2028", '"\\\u0000'),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie("tree"), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie("tree")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

test("any tree is written as json-stable-stringify writes it", () => {
  fc.assert(
    fc.property(tree, (node) => {
      expect(stableJson(node)).toBe(stock(node));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["an empty map", {}],
  ["an empty list", []],
  ["empty maps and lists inside others", { a: {}, b: [], c: [{}, [[]]] }],
  ["keys that look like numbers", { 10: "a", 9: "b", 1: "c" }],
  ["a key that is the name of the prototype", JSON.parse('{"__proto__": {"a": 1}, "a": 2}') as unknown],
  ["keys beyond the basic plane, which are sorted by code unit", { "\uffff": 1, "😀": 2, z: 3 }],
  ["half a surrogate pair", { "\ud83d": "\ude00" }],
  ["numbers that JSON does not have", [NaN, Infinity, -Infinity, -0]],
])("%s is written as json-stable-stringify writes it", (_, node) => {
  expect(stableJson(node)).toBe(stock(node));
});

test("the order in which keys were added does not show", () => {
  expect(stableJson({ a: 1, b: { c: 2, d: 3 } })).toBe(stableJson({ b: { d: 3, c: 2 }, a: 1 }));
});
