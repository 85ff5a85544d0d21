import { parseArgs } from "node:util";
import { explanation } from "../rules/explanation";
import { RULES } from "../rules/rules";
import { unknownRule } from "../rules/unknown-rule";
import { readArguments } from "./arguments";
import { reportFailure } from "./report";
import { UsageError } from "./selection";

/**
 * Prints every rule on a line, or all about one.
 *
 * @param args what stands behind `npm run rules --`: nothing, or `--explain RULE`
 * @returns the exit code: 1 for another argument or a rule that does not exist
 */
export function rules(args: readonly string[]): 0 | 1 {
  try {
    const explain = explained(args);
    if (explain !== undefined) console.log(explanation(ruleOf(explain)));
    else for (const line of ruleLines()) console.log(line);
    return 0;
  } catch (error) {
    reportFailure(error);
    return 1;
  }
}

function explained(args: readonly string[]): string | undefined {
  return readArguments("usage: npm run rules [-- --explain RULE]", () =>
    parseArgs({ args: [...args], options: { explain: { type: "string" } } }),
  ).values.explain;
}

function ruleOf(id: string) {
  const rule = RULES.find((known) => known.id === id);
  if (rule !== undefined) return rule;
  const known = RULES.map((other) => other.id);
  throw new UsageError(unknownRule(id, known));
}

function ruleLines(): string[] {
  const widest = Math.max(...RULES.map(({ id }) => id.length));
  return [
    ...RULES.map(({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}`),
    `${RULES.length} rules; npm run rules -- --explain RULE tells all about one`,
  ];
}
