import { is } from "../../lib/rules/expectation";
import { each, including, only } from "../../lib/rules/list-expectation";

const EXPECTATIONS = { only: only(["a", "b"]), each: each(is(true)), including: including(["a", "b"]) };

test.each(Object.entries(EXPECTATIONS))(
  "%s holds for its own right value and not for its wrong one.",
  (_, expected) => {
    expect([expected.holds(expected.right), expected.holds(expected.wrong)]).toEqual([true, false]);
  },
);

test.each([
  ["only", ["a"], true],
  ["only", "b", true],
  ["only", [], false],
  ["only", null, false],
  ["only", ["a", "${var.x}"], false],
  ["each", [true, "true"], true],
  ["each", [], false],
  ["each", { a: true }, false],
  ["including", ["b", "a", "c"], true],
  ["including", ["a"], false],
  ["including", undefined, false],
] as const)("%s of %j is %j.", (name, value, holds) => {
  expect(EXPECTATIONS[name].holds(value)).toBe(holds);
});
