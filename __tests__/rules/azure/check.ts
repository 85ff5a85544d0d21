import { checkStack } from "../../../lib/rules/check-stack";
import type { Rule } from "../../../lib/rules/rule";
import type { Tree } from "../../../lib/terraform/tree";

/** What a rule finds in a stack of the given resources, each as "address argument". */
export function found(rule: Rule, resource: Tree, stack = "tenant-acme", more: Tree = {}): string[] {
  return checkStack(stack, { resource, ...more }, [rule]).map(({ address, argument }) =>
    `${address} ${argument}`.trim(),
  );
}

/** The rule of a list with an id. Fails the test if there is none. */
export function ruleOf(rules: readonly Rule[], id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}
