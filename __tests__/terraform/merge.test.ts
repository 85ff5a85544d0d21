import { deepMerge } from "cdktf/lib/util";
import fc from "fast-check";
import { merge, override } from "../../lib/terraform/merge";
import type { Tree } from "../../lib/terraform/tree";

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(undefined));
const { map } = fc.letrec<{ map: Tree; node: unknown }>((tie) => ({
  // Few keys, so that the two sides meet.
  map: fc.dictionary(fc.constantFrom("a", "b", "constructor", "0"), tie("node")),
  node: fc.oneof({ depthSize: "small" }, leaf, fc.array(leaf, { maxLength: 3 }), tie("map")),
}));

const clone = <Node>(node: Node): Node => structuredClone(node);

test("any two maps are merged as CDKTF merges them", () => {
  fc.assert(
    fc.property(map, map, (target, source) => {
      const ours = clone(target);
      merge(ours, clone(source));
      expect(withoutUndefined(ours)).toEqual(withoutUndefined(deepMerge(clone(target), clone(source))));
    }),
    { numRuns: 500 },
  );
});

test("a map takes the place of null", () => {
  const target: Tree = { a: null };

  merge(target, { a: { b: 1 } });

  expect(target).toEqual({ a: { b: 1 } });
});

test.each([
  ["a map", '{"a": {"__proto__": {"polluted": true}}}'],
  ["a text", '{"a": {"__proto__": "b"}}'],
])("the key __proto__ with %s is refused, and changes no other map", (_, json) => {
  expect(() => {
    merge({ a: {} }, JSON.parse(json) as Tree);
  }).toThrow('the key "__proto__"');
  expect({}).not.toHaveProperty("polluted");
});

const asIs = (node: unknown) => node;

test("an override that is undefined deletes what is there", () => {
  const target: Tree = { a: { b: 1, c: 2 } };

  override(target, { a: { b: undefined } }, asIs);

  expect(Object.keys(target.a as Tree)).toEqual(["c"]);
});

test("an override can reach into a list by index", () => {
  const target: Tree = { provider: [{ features: 1 }, { alias: "hub" }] };

  override(target, { provider: { 1: { features: 2 } } }, asIs);

  expect(target).toEqual({ provider: [{ features: 1 }, { alias: "hub", features: 2 }] });
});

test("an entry that an override deletes leaves no hole in its list", () => {
  const target: Tree = { list: [1, 2, 3] };

  override(target, { list: { 0: undefined } }, asIs);

  expect(target).toStrictEqual({ list: [2, 3] });
});

test("an override that is a token replaces what is there, also by a map", () => {
  const token = { resolve: () => "not called here" };
  const target: Tree = { tags: { a: 1 } };

  override(target, { tags: token }, (node) => (node === token ? { b: 2 } : node));

  expect(target).toEqual({ tags: { b: 2 } });
});

test("the key __proto__ of an override is refused, and changes no other map", () => {
  expect(() => {
    override({ a: {} }, JSON.parse('{"a": {"__proto__": {"polluted": true}}}') as Tree, asIs);
  }).toThrow('the key "__proto__"');
  expect({}).not.toHaveProperty("polluted");
});

/** What JSON keeps: an entry that is undefined is none. */
function withoutUndefined(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node));
}
