import { type Finding, findingOf } from "./finding";
import type { Rule } from "./rule";
import { RULES } from "./rules";
import { Stack } from "./stack";

/** What the rules find in a stack, by resource. A rule tells of one argument of a resource once. */
export function checkStack(name: string, tree: unknown, rules: readonly Rule[] = RULES): Finding[] {
  const stack = new Stack(name, tree);
  const findings = new Map<string, Finding>();
  for (const rule of rules) {
    for (const violation of rule.check(stack)) {
      const finding = findingOf(rule, name, violation);
      findings.set(`${finding.address} ${finding.argument} ${rule.id}`, finding);
    }
  }
  return [...findings.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
