import fc from "fast-check";
import { matches, matchesAction, overlaps } from "./glob";

describe("a pattern", () => {
  test.each([
    ["model/acme--*", "model/acme--churn", true],
    ["model/acme--*", "model/acme-eu--churn", false],
    ["model/acme-*", "model/acme-eu--churn", true],
    ["model/????--x", "model/acme--x", true],
    ["model/acme.x", "model/acmeyx", false],
    ["*", "*", true],
    ["arn:*", "*", false],
  ])("%s against %s is %s", (pattern, text, truth) => {
    expect(matches(pattern, text)).toBe(truth);
  });

  test.each([
    ["is true of a name space that it holds", "model/acme-*", "model/acme-eu--*", true],
    ["is false of one that it has nothing in common with", "model/acme--*", "model/acme-eu--*", false],
    ["is either of one that it holds a part of", "model/acme--x*", "model/acme--*", null],
    ["is either when its single characters might be many", "model/acme--?", "model/acme--*", null],
  ])("%s", (_, pattern, space, truth) => {
    expect(matches(pattern, space)).toBe(truth);
  });

  test("of actions has no case", () => {
    expect(matchesAction("sagemaker:create*", "SageMaker:CreateModel")).toBe(true);
    expect(matchesAction("sagemaker:create*", "sagemaker:DescribeModel")).toBe(false);
  });
});

describe("against every text of up to four letters", () => {
  const texts = ["", ..."ab".split("")];
  for (let round = 0; round < 3; round++)
    texts.push(...texts.flatMap((text) => ["a", "b"].map((letter) => text + letter)));
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 4 });
  const matching = (of: string) => texts.filter((text) => matches(of, text) === true);

  test("two patterns overlap when some text matches both", () => {
    fc.assert(
      fc.property(pattern, pattern, (left, right) => {
        const both = matching(left).filter((text) => matching(right).includes(text));
        expect(both.length === 0 || overlaps(left, right)).toBe(true);
      }),
    );
  });

  test("a pattern that covers a name space matches all of it", () => {
    fc.assert(
      fc.property(pattern, pattern, (of, space) => {
        fc.pre(space !== "*" && matches(of, space) === true);
        expect(matching(space).filter((text) => !matching(of).includes(text))).toEqual([]);
      }),
    );
  });
});
