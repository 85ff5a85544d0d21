import fc from "fast-check";
import { checkedText, text, type TextForm } from "../../lib/config/text-form";
import { findings } from "./findings";

const form: TextForm = {
  what: "a code",
  use: 'one such as "ab-1"',
  pattern: /^[a-z]+(-[0-9]+)?$/,
  min: 2,
  max: 6,
  mend: (value) => value.replace("_", "-"),
};

test.each(["ab", "abcdef", "ab-1"])("%j has the form.", (value) => {
  expect(findings(text(form), value)).toEqual([]);
});

test.each<[title: string, value: string, finding: string]>([
  ["An empty text", "", '"" is empty; use one such as "ab-1"'],
  ["Another text", "1-a", '"1-a" is not a code; use one such as "ab-1"'],
  ["A text that can be mended", "ab_1", '"ab_1" is not a code; use "ab-1"'],
  ["Upper-case letters", "Ab-1", '"Ab-1" has upper-case letters; use "ab-1"'],
  ["A space around the text", "ab ", '"ab " has spaces around it; use "ab"'],
  ["A text that is too short", "a", '"a" has 1 character; use 2 at least'],
  ["A text that is too long", "abcdefg", '"abcdefg" has 7 characters; use 6 at most'],
  ["A text that is too long when mended", "abcde_1", '"abcde_1" has 7 characters; use 6 at most'],
  [
    "A letter that only looks right",
    "аb",
    '"аb" has the character "а" U+0430, which is not ASCII; use one such as "ab-1"',
  ],
])("%s gives one finding with the fix.", (_, value, finding) => {
  expect(findings(text(form), value)).toEqual([finding]);
});

test("A form with the flag u may have letters of any language.", () => {
  const word = text({ what: "a word", use: "letters", pattern: /^\p{L}+$/u });

  expect(findings(word, "Zoë")).toEqual([]);
  expect(findings(word, "Zoë 1")).toEqual(['"Zoë 1" is not a word; use letters']);
});

test("What an error proposes has the form.", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "B", "_", "-", "1", " ") }), (value) => {
      const proposal = /use "(.*)"$/.exec(findings(text(form), value)[0] ?? "")?.[1];
      expect(proposal === undefined ? [] : findings(text(form), proposal)).toEqual([]);
    }),
  );
});

test("A long text is cut where it is quoted, and in full where it is proposed.", () => {
  const word = text({ what: "a word", use: "letters", pattern: /^[a-z]+$/ });
  const long = "a".repeat(100);

  expect(findings(word, `${long} `)).toEqual([`"${"a".repeat(60)}…" has spaces around it; use "${long}"`]);
});

test("The JSON Schema of a form has its pattern and its lengths.", () => {
  expect(text(form).meta()).toEqual({ pattern: "^[a-z]+(-[0-9]+)?$", minLength: 2, maxLength: 6 });
});

describe("checkedText", () => {
  const even = checkedText((value) => (value.length % 2 === 0 ? undefined : "is odd; add a letter"));

  test("A text without a problem is accepted.", () => {
    expect(findings(even, "ab")).toEqual([]);
  });

  test("A problem follows the text.", () => {
    expect(findings(even, "a")).toEqual(['"a" is odd; add a letter']);
  });

  test("What is not text never reaches the function.", () => {
    expect(findings(even, 1)).toHaveLength(1);
  });
});
