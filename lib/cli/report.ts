import pc from "picocolors";
import { formatProblem, InvalidFiles, type Problem } from "../config/problem";
import type { SynthesisResult } from "../terraform/synthesize";
import { UsageError } from "./selection";

/** Most changed stacks that are named one by one. */
const MOST_NAMED = 20;

/** Shows on a terminal which stack is being built; prints nothing to a file or a pipe. */
export function showProgress(total: number): (name: string, index: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (name, index) =>
    process.stderr.write(
      `\r\u001b[K${pc.dim(`${index + 1}/${total}`)} ${name}${index + 1 === total ? "\r\u001b[K" : ""}`,
    );
}

/** Prints problems that do not stop the run. */
export function reportWarnings(warnings: readonly Problem[]): void {
  for (const warning of warnings) console.warn(`${pc.yellow("warning")} ${formatProblem(warning)}`);
}

/** Prints what a synthesis wrote: each stack that changed, then all of it in one line. */
export function reportSynthesis(
  { stacks, changes }: SynthesisResult,
  { outdir, warnings, seconds, total }: { outdir: string; warnings: number; seconds: number; total: number },
): void {
  for (const warning of stacks.flatMap((stack) => stack.warnings)) console.warn(`${pc.yellow("warning")} ${warning}`);
  const changed = [...changes].filter(([, change]) => change !== "unchanged");
  for (const [name, change] of changed.slice(0, MOST_NAMED)) console.log(`${change.padEnd(8)} ${name}`);
  if (changed.length > MOST_NAMED) console.log(`… and ${changed.length - MOST_NAMED} more`);

  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const told = warnings + stacks.reduce((sum, stack) => sum + stack.warnings.length, 0);
  const of = stacks.length === total ? "" : ` of ${total}`;
  console.log(
    `${pc.green("wrote")} ${outdir}: ${stacks.length}${of} stack${stacks.length === 1 && of === "" ? "" : "s"}, ${count(resources, "resource")}, ${count(told, "warning")}, ${seconds.toFixed(1)} s`,
  );
}

/** Prints why nothing was written: problems of the users' files one a line, or one sentence. */
export function reportFailure(error: unknown): void {
  if (error instanceof InvalidFiles) {
    console.error(error.message);
    const files = new Set(error.problems.map(({ file }) => file)).size;
    const problems = error.problems.length;
    console.error(
      pc.red(
        `${problems} problem${problems === 1 ? "" : "s"} in ${files} file${files === 1 ? "" : "s"}; nothing was written`,
      ),
    );
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  console.error(`${pc.red("error")} ${message}`);
  if (!(error instanceof UsageError)) {
    console.error("nothing was written; CDKTF_STACKS=1 shows where in the code it happened");
    if (process.env.CDKTF_STACKS === "1") console.error(error);
  }
}
