import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { reportFailure } from "../../lib/cli/report";
import { InvalidFiles } from "../../lib/config/problem";
import { Children } from "./children";
import { Failure, Report } from "./report";
import { Workplace } from "./workplace";

/** What every end-to-end run has. */
export interface Run {
  readonly report: Report;
  readonly children: Children;
  readonly workplace: Workplace;
}

/**
 * Runs checks in a folder of their own, which is removed when all of them passed, and named when not.
 *
 * @param name the run's name, as in `e2e:aws`
 * @param lines what is printed first: what it runs with
 * @param checks the checks themselves
 * @returns the exit code
 */
export async function inWorkplace(
  name: string,
  lines: readonly string[],
  checks: (run: Run) => Promise<void>,
): Promise<number> {
  const children = new Children();
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), `${name.replace(":", "-")}-`));
  const workplace = new Workplace(folder, children);
  const signals = stopOnSignals(children, report);

  for (const line of lines) console.log(line);
  console.log(`everything is in ${folder}`);
  try {
    await checks({ report, workplace, children });
  } finally {
    await children.stop();
  }

  const [signal] = signals;
  if (signal !== undefined || report.failed === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`\nthe stacks, their states and logs of everything are kept in ${folder}`);
  if (signal !== undefined) return 128 + constants.signals[signal];
  report.summary(name);
  return report.failed === 0 ? 0 : 1;
}

/** Ends the run when it is told to end: what was started is stopped, and then everything that waits for it fails. */
function stopOnSignals(children: Children, report: Report): readonly NodeJS.Signals[] {
  const received: NodeJS.Signals[] = [];
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      received.push(signal);
      report.silence();
      console.error("\ninterrupted; stopping what was started");
      void children.stop();
    });
  }
  process.on("exit", () => {
    children.kill();
  });
  return received;
}

/** Runs a program to its exit code. What is wrong is told without a stack trace, if it is understood. */
export function exitWith(name: string, main: (environment: NodeJS.ProcessEnv) => Promise<number>): void {
  main(process.env).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // What is wrong with the users' files is told as `npm run synth` tells it.
      if (error instanceof InvalidFiles) reportFailure(error);
      else console.error(error instanceof Failure ? `${name}: ${error.message}` : error);
      process.exitCode = 1;
    },
  );
}
