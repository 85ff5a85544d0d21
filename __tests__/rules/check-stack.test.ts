import { checkStack } from "../../lib/rules/check-stack";
import type { Rule, Severity } from "../../lib/rules/rule";

const TEXT = {
  title: "T.",
  reason: "R.",
  fix: "mend it",
  source: "none",
  controls: [],
  example: { wrong: {}, right: {} },
};

/** A rule that every group breaks, at an argument. */
function rule(id: string, severity: Severity, argument: string, found: unknown = true): Rule {
  return {
    ...TEXT,
    id,
    severity,
    check: (stack) =>
      stack.resources("azurerm_resource_group").map((resource) => ({ resource, argument, found, must: "must not" })),
  };
}

const STACK = { resource: { azurerm_resource_group: { b: {}, a: {} } } };
const told = (...rules: Rule[]) => checkStack("hub", STACK, rules).map((found) => `${found.rule.id} ${found.address}`);

test("Findings are told by resource.", () => {
  expect(told(rule("one", "low", "x"))).toEqual(["one azurerm_resource_group.a", "one azurerm_resource_group.b"]);
});

test("A value that breaks several rules is told by the gravest, whatever their order.", () => {
  const [low, critical, high] = [rule("one", "low", "x"), rule("two", "critical", "x"), rule("three", "high", "x")];
  const gravest = ["two azurerm_resource_group.a", "two azurerm_resource_group.b"];

  expect(told(low, critical, high)).toEqual(gravest);
  expect(told(critical, high, low)).toEqual(gravest);
});

test("Other arguments, and other values of one argument, are told by themselves.", () => {
  expect(told(rule("one", "low", "x", 1), rule("two", "low", "x", 2), rule("three", "low", "y", 1))).toHaveLength(6);
});

test("What a resource as a whole lacks is told by each rule.", () => {
  expect(told(rule("one", "low", "", undefined), rule("two", "high", "", undefined))).toHaveLength(4);
});
