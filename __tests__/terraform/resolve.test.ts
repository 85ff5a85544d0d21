import fc from "fast-check";
import {
  conditional,
  DefaultTokenResolver,
  Fn,
  Lazy,
  propertyAccess,
  StringConcat,
  TerraformLocal,
  TerraformVariable,
  Token,
  Tokenization,
} from "../../lib/terraform/cdktf";
import { tokenResolver } from "../../lib/terraform/resolve";
import { loneStack } from "./plans";
import { Thing } from "./thing";

const stack = loneStack();
const thing = new Thing(stack, "thing");

const ours = tokenResolver(stack);
const stock = (tree: unknown): unknown =>
  Tokenization.resolve(tree, { scope: stack, resolver: new DefaultTokenResolver(new StringConcat()) });

const text = thing.getStringAttribute("name");
const list = thing.getListAttribute("names");
const number = thing.getNumberAttribute("size");
const numbers = thing.getNumberListAttribute("sizes");
const map = thing.getStringMapAttribute("tags");

const TREES: [what: string, tree: unknown][] = [
  ["a string token", text],
  ["a token inside a longer string", `a-${text}-b`],
  ["two tokens in one string", `${text}/${thing.getStringAttribute("id")}`],
  ["the same token twice", { a: text, b: [text, `x${text}`] }],
  ["a token inside an expression that is written out", `\${upper(${text})}`],
  ["a list token", list],
  ["a list token in a map", { names: list }],
  ["a list of lists", [list, [text]]],
  ["a number token", number],
  ["a number token in a list", [number, 1]],
  ["a number token in a string", `size ${number}`],
  ["a number token beside a number with a large exponent", `1e+300 ${number}`],
  ["a list of numbers that is a token", numbers],
  ["a map token", { tags: map }],
  ["a token that has not been encoded", { enabled: thing.getBooleanAttribute("enabled") }],
  ["a lazy string", Lazy.stringValue({ produce: () => "late" })],
  ["a lazy string that holds a token", Lazy.stringValue({ produce: () => `late ${text}` })],
  ["a lazy list", Lazy.listValue({ produce: () => ["a", text] })],
  ["an empty lazy list that is left out", { names: Lazy.listValue({ produce: () => [] }, { omitEmpty: true }) }],
  ["a lazy number", Lazy.numberValue({ produce: () => 5 })],
  ["a lazy map", Lazy.anyValue({ produce: () => ({ a: text, b: undefined }) })],
  ["a lazy value that is undefined", { a: Lazy.anyValue({ produce: () => undefined }), b: 1 }],
  ["a text that stands for a map", { a: Token.asString(Lazy.anyValue({ produce: () => ({ b: 1 }) })) }],
  ["a token that is an object literal", { a: { resolve: () => "b", creationStack: [], toString: () => "token" } }],
  ["undefined in a map", { a: undefined, b: { c: undefined } }],
  ["undefined in a list", [undefined, 1, undefined]],
  ["a hole in a list", [1, , 2]],
  ["undefined itself", undefined],
  ["null", { a: null, b: [null] }],
  ["empty maps and lists", { a: {}, b: [], c: [{}, []] }],
  ["false, zero and the empty text", { a: false, b: 0, c: "" }],
  ["a function call", Fn.join(",", ["a", text])],
  ["a function call inside a function call", Fn.upper(Fn.join("-", [text, `${text}!`]))],
  ["a function call of a list", Fn.element(list, 0)],
  ["a function call with a number token", Fn.max([number, 3])],
  ["a function call with a map", Fn.jsonencode({ a: text, b: [1, number] })],
  ["a function call in a string", `arn:${Fn.lower(text)}:x`],
  ["a property of a property", propertyAccess(map, ["a", "b"])],
  ["a condition", conditional(text, "a", number)],
  ["a local", new TerraformLocal(stack, "local", { a: text }).expression],
  ["a variable", new TerraformVariable(stack, "variable", {}).stringValue],
  ["the address of a resource", thing.fqn],
  ["a token as a key", { [text]: 1, b: `\${${text}}` }],
  ["a token in a key", { [`a-${text}`]: { [`${text}-b`]: text } }],
  ["texts that look like numbers", ["1e+300", "-8.109562212591379e+299", "10.0.0.0/8-1.2.3", "1e5", "e+298", "+"]],
  ["numbers at the end of the range", [1e300, -1e279, Number.MAX_VALUE, -Infinity, NaN]],
  ["texts with braces", ["${file(a)}", "$${b}", "}", "%{ if c }", "TfToken[x]", "$TfToken[x.1]}"]],
  ["a map without a prototype", Object.assign(Object.create(null), { a: text }) as unknown],
  ["an instance of a class", { a: new (class Point { x = text; y = 1 })() }], // prettier-ignore
];

// CDKTF takes the encoding of a token inside a function call for an escape sequence.
beforeEach(() => jest.spyOn(console, "warn").mockImplementation());
afterEach(() => {
  jest.restoreAllMocks();
});

describe("the result is that of CDKTF's own resolve", () => {
  test.each(TREES)("for %s", (_, tree) => {
    expect(ours(tree)).toStrictEqual(stock(tree));
  });

  test("for any tree of them", () => {
    const leaf = fc.oneof(fc.string(), fc.constantFrom(...TREES.map(([, tree]) => tree)));
    const key = fc.oneof(fc.string(), fc.constantFrom(text, "toString", "0")).filter((name) => name !== "__proto__");
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        leaf,
        // A list token must stand alone.
        fc.array(
          tie("tree").filter((entry) => !isEncodedInList(entry)),
          { maxLength: 3 },
        ),
        fc.dictionary(key, tie("tree"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (node) => {
        expect(ours(node)).toStrictEqual(stock(node));
      }),
    );
  });

  test("for a date, in JSON", () => {
    expect(ours({ at: new Date(0) })).toEqual(JSON.parse(JSON.stringify(stock({ at: new Date(0) }))));
  });

  test("and two places never share a map, so that an override of one leaves the other", () => {
    const both = Token.asString(Lazy.anyValue({ produce: () => ({ c: 1 }) }));

    const { a, b } = ours({ a: both, b: both }) as { a: unknown; b: unknown };

    expect(a).toEqual(b);
    expect(a).not.toBe(b);
  });
});

describe("what CDKTF's own resolve refuses is refused", () => {
  test.each<[string, unknown]>([
    ["a function", { a: () => 1 }],
    ["a construct", { a: thing }],
    ["a list token beside another entry", [list[0], "a"]],
    ["a token of a list of numbers beside another entry", [numbers[0], 1]],
    ["a list token as a text", { a: list[0] }],
    ["a map token beside another entry", { ...map, a: "b" }],
    ["a token that nobody made", "${TfToken[TOKEN.99999999]}"],
  ])("%s", (_, tree) => {
    expect(() => stock(tree)).toThrow();
    expect(() => ours(tree)).toThrow();
  });
});

test("the key __proto__ is refused, for CDKTF would lose it without a word", () => {
  const tree = { tags: JSON.parse('{"__proto__": "a"}') as unknown };

  expect(stock(tree)).toEqual({ tags: {} });
  expect(() => ours(tree, "acme/storage")).toThrow('acme/storage has a map with the key "__proto__"');
});

test.each([
  ["digits", "1".repeat(150_000)],
  ["digits beside a number with an exponent", `${"1".repeat(150_000)} 1e+300`],
  ["addresses", "10.0.0.0/8-".repeat(15_000)],
])("150 kB of %s are read in less than 50 ms", (_, long) => {
  const start = performance.now();

  expect(ours(long)).toBe(long);

  expect(performance.now() - start).toBeLessThan(50);
});

function isEncodedInList(entry: unknown): boolean {
  return entry === list || entry === numbers || Token.isUnresolved(entry);
}
