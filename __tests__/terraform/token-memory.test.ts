import { Fn, Token } from "../../lib/terraform/cdktf";
import { ForgottenToken, withinTokenMemory } from "../../lib/terraform/token-memory";
import { baseStack, loneStack, rendered, testApp } from "./plans";
import { Thing } from "./thing";

interface TokenMap {
  stringTokenMap: Map<unknown, unknown>;
  numberTokenMap: Map<unknown, unknown>;
}
const tokensKept = () => {
  const { stringTokenMap, numberTokenMap } = (globalThis as unknown as { __cdktfTokenMap: TokenMap }).__cdktfTokenMap;
  return [stringTokenMap.size, numberTokenMap.size];
};

/** Makes tokens of every kind. */
function makeTokens(): Thing {
  const thing = new Thing(loneStack("made"), "thing");
  thing.getStringAttribute("a");
  thing.getNumberAttribute("a");
  thing.getListAttribute("a");
  thing.getNumberListAttribute("a");
  thing.getStringMapAttribute("a");
  return thing;
}

test("tokens that are made inside are forgotten", () => {
  const before = tokensKept();

  withinTokenMemory("hub", makeTokens);

  expect(tokensKept()).toEqual(before);
});

test("tokens are forgotten also when something is thrown inside", () => {
  const before = tokensKept();

  expect(() =>
    withinTokenMemory("hub", () => {
      makeTokens();
      throw new Error("on the way");
    }),
  ).toThrow("on the way");
  expect(tokensKept()).toEqual(before);
});

test("what the function returns is returned", () => {
  expect(withinTokenMemory("hub", () => 5)).toBe(5);
});

test("tokens that were made before can be used inside and afterwards", () => {
  const stack = loneStack();
  const before = new Thing(stack, "before");
  const values = { text: before.getStringAttribute("a"), number: before.getNumberAttribute("b") };

  withinTokenMemory("hub", () => new Thing(stack, "user", values));

  expect(rendered(stack).resource.test_thing?.user).toMatchObject({
    text: "${test_thing.before.a}",
    number: "${test_thing.before.b}",
  });
});

test("tokens that are made afterwards can be used", () => {
  withinTokenMemory("hub", makeTokens);
  const stack = loneStack();
  new Thing(stack, "user", { text: new Thing(stack, "after").getStringAttribute("a") });

  expect(rendered(stack).resource.test_thing?.user).toMatchObject({ text: "${test_thing.after.a}" });
});

test.each<[string, (thing: Thing) => unknown]>([
  ["string", (thing) => thing.getStringAttribute("a")],
  ["number", (thing) => thing.getNumberAttribute("a")],
  ["string in a function call", (thing) => Fn.upper(thing.getStringAttribute("a"))],
])("a forgotten %s token that is used later is an error that names its stack", (_, make) => {
  const value = withinTokenMemory("hub", () => make(makeTokens()));
  const stack = baseStack(testApp(), "acme");
  new Thing(stack, "user", { value });

  expect(() => rendered(stack)).toThrow('stack "acme" refers to a value of stack "hub"');
});

test("each of several stacks is named", () => {
  withinTokenMemory("hub", makeTokens);
  const value = withinTokenMemory("tenant-acme", () => makeTokens().getStringAttribute("a"));
  withinTokenMemory("tenant-globex", makeTokens);
  const stack = loneStack();
  new Thing(stack, "user", { value });

  expect(() => rendered(stack)).toThrow('a value of stack "tenant-acme"');
});

test("a text that looks like a token which nobody made is CDKTF's own error", () => {
  withinTokenMemory("hub", makeTokens);
  const stack = loneStack();
  new Thing(stack, "user", { value: "${TfToken[TOKEN.99999999]}" });

  expect(() => rendered(stack)).toThrow("Unrecognized Token Key");
});

test("a forgotten token is an error for CDKTF's own resolving too", () => {
  const token = new ForgottenToken("hub");

  expect(() => token.resolve()).toThrow('a value of stack "hub" is used after it was forgotten');
  expect(Token.isUnresolved(token)).toBe(true);
});
