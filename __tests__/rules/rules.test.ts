import { checkStack } from "../../lib/rules/check-stack";
import { RULES } from "../../lib/rules/rules";

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("The rule $id", ({ rule }) => {
  test("finds one thing wrong with its wrong example.", () => {
    expect(checkStack("example", rule.example.wrong, [rule])).toHaveLength(1);
  });

  test("finds nothing wrong with its right example.", () => {
    expect(checkStack("example", rule.example.right, [rule])).toEqual([]);
  });
});

test.each([
  ["a title that is a sentence", "title", /^[A-Z].*\.$/s],
  ["a reason that is a sentence", "reason", /^[A-Z].*\.$/s],
  ["a fix that begins with a verb and goes on in a sentence", "fix", /^[a-z].*[^.]$/s],
  ["a source that can be looked up", "source", /.{8}/],
] as const)("Every rule has %s.", (_, field, form) => {
  expect(RULES.filter((rule) => !form.test(rule[field])).map(({ id, [field]: text }) => `${id}: ${text}`)).toEqual([]);
});

test("Every rule satisfies a control of a benchmark.", () => {
  expect(RULES.filter(({ controls }) => controls.length === 0).map(({ id }) => id)).toEqual([]);
});

test("Every id says first what it is about.", () => {
  expect(RULES.map(({ id }) => id).filter((id) => !/^(azure|aws|stack)(-[a-z0-9]+)+$/.test(id))).toEqual([]);
});

test.each(["id", "title"] as const)("No two rules have one %s.", (field) => {
  const all = RULES.map((rule) => rule[field]);

  expect(all.filter((value, index) => all.indexOf(value) !== index)).toEqual([]);
});
