import pc from "picocolors";
import { formatProblem, InvalidFiles, type Problem } from "../config/problem";
import type { Exception } from "../rules/exception";
import { formatFinding } from "../rules/finding";
import type { LocatedFinding } from "../rules/report";
import { CheckFailed } from "../terraform/check-failed";
import type { SynthesisResult } from "../terraform/synthesize";
import { UsageError } from "./selection";

/** Most changed stacks, or findings, that are named one by one. */
const MOST_NAMED = 20;

/** What takes a terminal back to the start of the line and empties it. */
const CLEAR_LINE = "\r\u001b[K";

/** Shows on a terminal which stack is being built; prints nothing to a file or a pipe. */
export function showProgress(total: number): (name: string, index: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (name, index) => {
    const isLast = index + 1 === total;
    process.stderr.write(`${CLEAR_LINE}${pc.dim(`${index + 1}/${total}`)} ${name}${isLast ? CLEAR_LINE : ""}`);
  };
}

/** Prints problems that do not stop the run. */
export function reportWarnings(warnings: readonly Problem[]): void {
  for (const warning of warnings) warn(formatProblem(warning));
}

/** Prints what is accepted for a while, so that nobody forgets it. */
export function reportExceptions(exceptions: readonly Exception[]): void {
  for (const { rule, resource, reason, expires, problem } of exceptions) {
    const { file, line } = problem("");
    console.warn(`${pc.cyan("exception")} ${file}:${line ?? 1} ${resource} from ${rule} until ${expires}: ${reason}`);
  }
}

/** Prints findings by file and line, those that are accepted too, and all of it in one line. */
export function reportFindings(findings: readonly LocatedFinding[], against: string): void {
  for (const { finding, exception, accepted, file, line } of findings) {
    const label = accepted ? pc.cyan("accepted") : pc.red(finding.rule.severity);
    const until = accepted && exception ? `; until ${exception.expires}: ${exception.reason}` : "";
    console.log(`${label} ${file}:${line}: ${formatFinding(finding)}${until}`);
  }
  const accepted = findings.filter((found) => found.accepted).length;
  console.log(`${against}: ${count(findings.length, "finding")}, ${accepted} accepted`);
}

/** A synthesis that succeeded, beside what it wrote. */
export interface SynthesisSummary {
  /** The folder that was written to. */
  readonly outdir: string;
  /** How many warnings about the users' files there were. */
  readonly warnings: number;
  /** How long all of it took. */
  readonly seconds: number;
  /** How many stacks there are, also those that were not selected. */
  readonly total: number;
}

/** Prints what a synthesis wrote: each stack that changed, then all of it in one line. */
export function reportSynthesis(
  { stacks, changes }: SynthesisResult,
  { outdir, warnings, seconds, total }: SynthesisSummary,
): void {
  const ownWarnings = stacks.flatMap((stack) => stack.warnings);
  ownWarnings.forEach(warn);
  const changed = [...changes].filter(([, change]) => change !== "unchanged");
  for (const [name, change] of changed.slice(0, MOST_NAMED)) console.log(`${change.padEnd(8)} ${name}`);
  if (changed.length > MOST_NAMED) console.log(`… and ${changed.length - MOST_NAMED} more`);

  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const written = stacks.length === total ? count(total, "stack") : `${stacks.length} of ${count(total, "stack")}`;
  const told = count(warnings + ownWarnings.length, "warning");
  console.log(
    `${pc.green("wrote")} ${outdir}: ${written}, ${count(resources, "resource")}, ${told}, ${seconds.toFixed(1)} s`,
  );
}

/** Prints why nothing was written: problems of the users' files or findings one a line, or one sentence. */
export function reportFailure(error: unknown): void {
  if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
  if (error instanceof InvalidFiles) {
    reportProblems(error.problems);
    return;
  }
  if (error instanceof CheckFailed) {
    const { findings } = error;
    for (const finding of findings.slice(0, MOST_NAMED)) console.error(`${pc.red("error")} ${finding}`);
    if (findings.length > MOST_NAMED) console.error(`… and ${findings.length - MOST_NAMED} more`);
    console.error(pc.red(`${count(findings.length, "finding")}; nothing was written`));
    return;
  }
  console.error(`${pc.red("error")} ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof UsageError) return;
  console.error("nothing was written; CDKTF_STACKS=1 shows where in the code it happened");
  if (process.env.CDKTF_STACKS === "1") console.error(error);
}

function reportProblems(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  const files = new Set(errors.map(({ file }) => file)).size;
  reportWarnings(problems.filter(({ severity }) => severity === "warning"));
  for (const problem of errors) console.error(formatProblem(problem));
  console.error(pc.red(`${count(errors.length, "problem")} in ${count(files, "file")}; nothing was written`));
}

function warn(message: string): void {
  console.warn(`${pc.yellow("warning")} ${message}`);
}

/** A number of things, as in "1 stack" and "2 stacks". */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
