import fc from "fast-check";
import { suggest } from "../../lib/config/suggest";

describe("suggest", () => {
  test.each<[mistake: string, word: string, known: string[], suggestion: string]>([
    ["a missing letter", "endpont", ["outbound", "endpoint"], "endpoint"],
    ["a letter too many", "regionn", ["region"], "region"],
    ["a wrong letter", "ragion", ["region"], "region"],
    ["two swapped letters in a short word", "nmae", ["name"], "name"],
    ["the wrong case", "SUBSCRIPTIONID", ["subscriptionId"], "subscriptionId"],
    ["the singular", "endpoint", ["endpoints"], "endpoints"],
    ["one letter in three", "abcxyz", ["abcdez"], "abcdez"],
  ])("mends %s", (_, word, known, suggestion) => {
    expect(suggest(word, known)).toBe(suggestion);
  });

  test("prefers a word that differs in case only to one that differs in a letter", () => {
    expect(suggest("Names", ["Names2", "named", "names"])).toBe("names");
  });

  test("takes the first of words that are equally close", () => {
    expect(suggest("cat", ["car", "bat"])).toBe("car");
  });

  test.each<[title: string, word: string, known: string[]]>([
    ["more than one letter in three differs", "abcxyz", ["abcdef"]],
    ["short words differ in a letter", "id", ["ip"]],
    ["nothing is known", "name", []],
    ["the word is very long", "name".repeat(60_000), ["name"]],
  ])("suggests nothing when %s", (_, word, known) => {
    expect(suggest(word, known)).toBeUndefined();
  });

  test("suggests only known words", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, known) => {
        expect([...known, undefined]).toContain(suggest(word, known));
      }),
    );
  });

  test("mends one edit anywhere in a word of six letters", () => {
    const letter = fc.stringMatching(/^[a-j]$/);
    const word = fc.array(letter, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(word, fc.nat(5), letter, fc.nat(1), (letters, index, other, removed) => {
        expect(suggest(letters.toSpliced(index, removed, other).join(""), [letters.join("")])).toBe(letters.join(""));
      }),
    );
  });
});
