import { parseArgs } from "node:util";
import { quote } from "../config/problem";
import { suggest } from "../config/suggest";
import { explanation } from "../rules/explanation";
import { RULES } from "../rules/rules";
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
  try {
    return parseArgs({ args: [...args], options: { explain: { type: "string" } } }).values.explain;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.replace(/\. .*/s, "")}; usage: npm run rules [-- --explain RULE]`);
  }
}

function ruleOf(id: string) {
  const rule = RULES.find((known) => known.id === id);
  if (rule !== undefined) return rule;
  const near = suggest(
    id,
    RULES.map((known) => known.id),
  );
  throw new UsageError(
    `${quote(id)} is no rule; ${near === undefined ? "npm run rules lists them" : `did you mean ${quote(near)}?`}`,
  );
}

function ruleLines(): string[] {
  const widest = Math.max(...RULES.map(({ id }) => id.length));
  return [
    ...RULES.map(({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}`),
    `${RULES.length} rules; npm run rules -- --explain RULE tells all about one`,
  ];
}
