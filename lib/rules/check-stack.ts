import { type Finding, findingOf } from "./finding";
import { type Rule, SEVERITIES } from "./rule";
import { RULES } from "./rules";
import { Stack } from "./stack";

/**
 * What the rules find in a stack, by resource. A value that breaks several rules is told once, by the gravest: whoever
 * mends it looks at the same place for all of them. What a resource as a whole lacks is told by each rule.
 */
export function checkStack(name: string, tree: unknown, rules: readonly Rule[] = RULES): Finding[] {
  const stack = new Stack(name, tree);
  const findings = new Map<string, Finding>();
  for (const rule of rules) {
    for (const violation of rule.check(stack)) {
      const finding = findingOf(rule, name, violation);
      const place = [finding.address, violation.argument || rule.id, finding.found].join("\n");
      const other = findings.get(place);
      if (other === undefined || isGraver(rule, other.rule)) findings.set(place, finding);
    }
  }
  return [...findings.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}

function isGraver(rule: Rule, other: Rule): boolean {
  return SEVERITIES.indexOf(rule.severity) < SEVERITIES.indexOf(other.severity);
}
