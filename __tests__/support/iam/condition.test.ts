import { conditionHolds } from "./condition";
import { type Context, type ContextValue, withKnown } from "./request";

const NOTHING: Context = { known: {}, others: "absent" };
const holds = (operator: string, values: string | string[], value: ContextValue, key = "k") =>
  conditionHolds(operator, key, [values].flat(), withKnown(NOTHING, { [key]: value }));

describe("a condition", () => {
  test.each([
    ["StringEquals", "acme", ["acme"], true],
    ["StringEquals", ["x", "acme"], ["acme"], true],
    ["StringEquals", "acme", ["Acme"], false],
    ["StringEqualsIgnoreCase", "acme", ["Acme"], true],
    ["StringNotEquals", ["x", "acme"], ["acme"], false],
    ["StringNotEquals", "acme", ["globex"], true],
    ["StringLike", "acme--*", ["acme--x"], true],
    ["StringLike", "acme--*", ["acme-eu--x"], false],
    ["StringNotLike", "acme--*", ["acme-eu--x"], true],
    ["ArnLike", "arn:aws:sagemaker:*:1:model/a*", ["arn:aws:sagemaker:eu:1:model/ab"], true],
    ["ArnEquals", "arn:aws:sagemaker:*:1:model/a*", ["arn:aws:sagemaker:eu:1:model/ab"], true],
    ["ArnNotLike", "arn:aws:sagemaker:*:1:model/a*", ["arn:aws:sagemaker:eu:1:model/b"], true],
    ["ArnNotEquals", "arn:aws:iam::1:role/a", ["arn:aws:iam::1:role/a"], false],
    ["Bool", "true", ["True"], true],
    ["Bool", "true", ["false"], false],
    ["NumericLessThan", "10", ["9"], true],
    ["NumericGreaterThanEquals", "10", ["9"], false],
    ["NumericNotEquals", "10", ["9"], true],
    ["Null", "true", ["x"], false],
    ["Null", "false", ["x"], true],
  ] as [string, string | string[], string[], boolean][])("%s %j of %j is %s", (operator, values, value, truth) => {
    expect(holds(operator, values, value)).toBe(truth);
  });

  test.each([
    ["StringEquals", "acme", false],
    ["StringEqualsIfExists", "acme", true],
    ["StringNotEquals", "acme", true],
    ["StringNotEqualsIfExists", "acme", true],
    ["ArnNotLike", "arn:aws:iam::1:role/a", true],
    ["Bool", "false", false],
    ["BoolIfExists", "false", true],
    ["NumericLessThan", "10", false],
    ["Null", "true", true],
    ["Null", "false", false],
    ["ForAnyValue:StringNotEquals", "acme", false],
    ["ForAnyValue:StringEquals", "acme", false],
    ["ForAllValues:StringEquals", "acme", true],
    ["ForAllValues:StringNotEquals", "acme", true],
  ])("%s %s of a missing key is %s", (operator, values, truth) => {
    expect(holds(operator, values, "absent")).toBe(truth);
  });

  test.each(["StringEquals", "StringNotEquals", "ForAllValues:StringEquals", "Null", "BoolIfExists"])(
    "%s of a key that whoever asks may choose is either",
    (operator) => {
      expect(holds(operator, "true", "free")).toBeNull();
    },
  );

  test.each([
    ["ForAnyValue:StringEquals", ["a", "c"], true],
    ["ForAllValues:StringEquals", ["a", "c"], false],
    ["ForAllValues:StringEquals", ["a", "b"], true],
    ["ForAnyValue:StringNotEquals", ["a", "c"], true],
    ["ForAnyValue:StringNotEquals", ["a", "b"], false],
    ["ForAllValues:StringNotEquals", ["a", "c"], false],
    ["ForAllValues:StringNotEquals", ["c", "d"], true],
    ["StringEquals", ["a", "c"], null],
  ])('%s ["a", "b"] of %j is %s', (operator, value, truth) => {
    expect(holds(operator, ["a", "b"], value)).toBe(truth);
  });

  test("compares each part of an ARN by itself", () => {
    expect(holds("ArnLike", "arn:aws:*:model/a", ["arn:aws:sagemaker:eu:1:model/a"])).toBe(false);
    expect(holds("ArnLike", "*", ["arn:aws:sagemaker:eu:1:model/a"])).toBe(false);
    expect(holds("ArnLike", "arn:*:*:*:*:*", ["arn:aws:logs:eu:1:log-group:a:log-stream:b"])).toBe(true);
    expect(holds("ArnLike", "arn:*:*:*:*:*", ["no ARN"])).toBe(false);
  });

  test("takes a variable's value from the request", () => {
    const context = withKnown(NOTHING, { "aws:PrincipalTag/tenant": ["acme"], tag: ["acme"] });
    const equals = (value: string, of: Context) => conditionHolds("StringEquals", "tag", [value], of);

    expect(equals("${aws:PrincipalTag/tenant}", context)).toBe(true);
    expect(equals("${aws:PrincipalTag/other}", context)).toBe(false);
    expect(equals("${aws:PrincipalTag/other}", { ...context, others: "free" })).toBeNull();
    expect(equals("${*}", withKnown(context, { tag: ["*"] }))).toBe(true);
  });

  test.each(["String", "StringMatches", "DateEquals", "IpAddress", "NullIfExists"])(
    "with the operator %s is refused rather than guessed",
    (operator) => {
      expect(() => holds(operator, "x", ["x"])).toThrow(`does not know the operator ${operator}`);
      expect(() => holds(operator, "x", "free")).toThrow(`does not know the operator ${operator}`);
    },
  );
});
