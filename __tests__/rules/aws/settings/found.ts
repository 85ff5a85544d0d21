import { checkStack } from "../../../../lib/rules/check-stack";
import type { Rule } from "../../../../lib/rules/rule";

/** What rules find in a stack that has some resources: each as its address, the argument if there is one, and the rule. */
export function found(rules: readonly Rule[], resource: object, stack = "tenant-acme"): string[] {
  return foundIn(rules, { resource }, stack);
}

/** The same of a stack's blocks, such as `{ provider: … }`. */
export function foundIn(rules: readonly Rule[], blocks: object, stack = "tenant-acme"): string[] {
  return checkStack(stack, blocks, rules).map(({ address, argument, rule }) =>
    [address, argument, rule.id].filter((part) => part !== "").join(" "),
  );
}
