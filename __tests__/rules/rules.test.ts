import { checkStack } from "../../lib/rules/check-stack";
import { RULES } from "../../lib/rules/rules";

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("The rule $id", ({ rule }) => {
  test("finds one thing wrong with its wrong example.", () => {
    expect(checkStack("example", rule.example.wrong, [rule])).toHaveLength(1);
  });

  test("finds nothing wrong with its right example.", () => {
    expect(checkStack("example", rule.example.right, [rule])).toEqual([]);
  });

  test.each(["title", "reason"] as const)("has a %s that is a sentence.", (field) => {
    expect(rule[field]).toMatch(/^[A-Z].*\.$/s);
  });

  test("says how to mend it, as the end of a sentence that begins with a verb.", () => {
    expect(rule.fix).toMatch(/^[a-z].*[^.]$/s);
  });

  test("says where that can be looked up, and which controls it satisfies.", () => {
    expect(rule.source).toMatch(/.{8}/);
    expect(rule.controls).not.toEqual([]);
  });
});

test("Every id says the cloud first.", () => {
  expect(RULES.map(({ id }) => id).filter((id) => !/^(azure|aws)(-[a-z0-9]+)+$/.test(id))).toEqual([]);
});

test.each(["id", "title"] as const)("No two rules have one %s.", (field) => {
  const all = RULES.map((rule) => rule[field]);

  expect(all.filter((value, index) => all.indexOf(value) !== index)).toEqual([]);
});
