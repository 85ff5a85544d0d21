import { daysBetween } from "../config/day";
import type { ExceptionConfig } from "../config/exceptions";
import type { Files } from "../config/load";
import { type FieldPath, formatProblem, type Problem, quote } from "../config/problem";
import type { YamlFile } from "../config/yaml-file";
import { unknownRule } from "./unknown-rule";

/** Days before an exception's last one on which a warning is printed. */
export const WARNED_DAYS = 30;

/** A finding that is accepted for a while, and where a file says so. */
export interface Exception extends ExceptionConfig {
  /** A problem with it, at one of its fields or at all of it. */
  readonly problem: (message: string, field?: keyof ExceptionConfig, severity?: Problem["severity"]) => Problem;
}

/** Which file describes a stack. */
export type StackFiles = ReadonlyMap<string, YamlFile>;

/** The exceptions that the files hold. */
export function exceptionsOf({ platform, tenants }: Files): Exception[] {
  const sources = [...(platform === undefined ? [] : [platform]), ...tenants];
  return sources.flatMap(({ file, config }) => config.exceptions.map((exception, index) => at(file, exception, index)));
}

function at(file: YamlFile, exception: ExceptionConfig, index: number): Exception {
  const path: FieldPath = ["exceptions", index];
  return {
    ...exception,
    problem: (message, field, severity = "error") =>
      file.problem(field === undefined ? path : [...path, field], message, { severity }),
  };
}

/**
 * What is wrong with exceptions before anything is synthesized: rules and stacks that do not exist, and stacks of another
 * file; and as warnings those that will soon expire.
 *
 * @param today the day, as in 2027-03-31
 */
export function exceptionProblems(
  exceptions: readonly Exception[],
  { stacks, rules, today }: { stacks: StackFiles; rules: readonly string[]; today: string },
): Problem[] {
  return exceptions.flatMap((exception) => [
    ...ruleProblems(exception, rules),
    ...stackProblems(exception, stacks),
    ...soonOver(exception, today),
  ]);
}

function ruleProblems({ rule, problem }: Exception, rules: readonly string[]): Problem[] {
  return rules.includes(rule) ? [] : [problem(unknownRule(rule, rules), "rule")];
}

function stackProblems({ resource, problem }: Exception, stacks: StackFiles): Problem[] {
  const stack = stackOf(resource);
  const { file } = problem("");
  const own = [...stacks].filter(([, { name }]) => name === file).map(([name]) => name);
  if (own.includes(stack)) return [];
  const other = stacks.get(stack)?.name;
  const first = other === undefined ? "is no stack" : `is the stack of ${other}`;
  return [problem(`${quote(stack)} ${first}; this file's: ${own.join(", ")}`, "resource")];
}

function soonOver({ rule, resource, expires, problem }: Exception, today: string): Problem[] {
  const days = daysBetween(today, expires);
  if (days < 0 || days > WARNED_DAYS) return [];
  const left = days === 0 ? "today is the last day" : `${days} day${days === 1 ? "" : "s"} left`;
  return [
    problem(
      `${left} of the exception of ${resource} from ${rule}; mend it, or agree on another day`,
      "expires",
      "warning",
    ),
  ];
}

/** What is wrong with an exception that accepts nothing, as one line. */
export function unusedException({ rule, resource, problem }: Exception): string {
  return formatProblem(problem(`${rule} finds nothing in ${resource}; remove the exception`));
}

/** The stack of a resource, as exceptions name it. */
export function stackOf(resource: string): string {
  return resource.split("/")[0] ?? "";
}
