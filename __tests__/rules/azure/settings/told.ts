import { checkStack } from "../../../../lib/rules/check-stack";
import type { Rule } from "../../../../lib/rules/rule";
import type { Tree } from "../../../../lib/terraform/tree";

/** What a rule says of the blocks of a stack: the argument and what it must be. */
export function told(rule: Rule, blocks: Tree): string[] {
  return checkStack("example", blocks, [rule]).map(({ argument, must }) => `${argument} ${must}`.trim());
}

/** What a rule says of the resources of a stack. */
export function toldOf(rule: Rule, resource: Tree): string[] {
  return told(rule, { resource });
}
