import { join } from "node:path";
import type { Children, Outcome } from "./children";
import { Failure } from "./report";

/** What the commands of one stack have in common. */
export interface TerraformOptions {
  /** What starts terraform, and ends it when the run is interrupted. */
  readonly children: Children;
  /** The folder of the stack's file. */
  readonly folder: string;
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv;
  /** The file that gets everything that is printed. */
  readonly log: string;
}

const PLAN_FILE = "e2e.tfplan";
/** How many resources are worked on at once: most of the time is waiting. */
const PARALLELISM = "-parallelism=30";

/** Terraform in the folder of one stack. Every method throws a Failure with terraform's own error. */
export class Terraform {
  constructor(private readonly options: TerraformOptions) {}

  async init(): Promise<void> {
    await this.succeed("init", "-input=false");
  }

  async validate(): Promise<void> {
    await this.succeed("validate");
  }

  /** Plans, and keeps the plan for `applyPlan`. */
  async plan(): Promise<void> {
    await this.succeed("plan", "-input=false", "-lock=false", PARALLELISM, `-out=${PLAN_FILE}`);
  }

  async applyPlan(): Promise<void> {
    await this.succeed("apply", "-input=false", PARALLELISM, PLAN_FILE);
  }

  /** Plans and applies in one command, from what the state says. */
  async apply(): Promise<void> {
    await this.succeed("apply", "-input=false", "-auto-approve", "-refresh=false", PARALLELISM);
  }

  async destroy(): Promise<void> {
    await this.succeed("destroy", "-input=false", "-auto-approve", PARALLELISM);
  }

  /** Plans once more: nothing may be left to do. */
  async planIsEmpty(): Promise<void> {
    const outcome = await this.run("plan", "-input=false", "-lock=false", PARALLELISM, "-detailed-exitcode");
    if (outcome.code === 0) return;
    throw new Failure(outcome.code === 2 ? plannedChanges(outcome.stdout) : errorsOf(outcome));
  }

  /** Nothing that is protected may be destroyed: the plan of a destruction is an error that says so. */
  async destroyIsRefused(): Promise<void> {
    const outcome = await this.run("plan", "-destroy", "-input=false", "-lock=false", "-refresh=false", PARALLELISM);
    if (outcome.code === 0) throw new Failure("the destruction of an active stack was planned, and not refused");
    if (!outcome.stderr.includes("Instance cannot be destroyed")) throw new Failure(errorsOf(outcome));
  }

  /** The addresses of everything in the state. */
  async stateList(): Promise<string[]> {
    const { stdout } = await this.succeed("state", "list");
    return stdout.split("\n").filter((line) => line !== "");
  }

  private async succeed(command: string, ...args: string[]): Promise<Outcome> {
    const outcome = await this.run(command, ...args);
    if (outcome.code !== 0) throw new Failure(errorsOf(outcome));
    return outcome;
  }

  private run(command: string, ...args: string[]): Promise<Outcome> {
    const { children, folder, env, log } = this.options;
    return children.run({
      command: "terraform",
      args: [command, ...args, ...(command === "state" ? [] : ["-no-color"])],
      cwd: folder,
      env,
      log: join(log),
    });
  }
}

/** What a plan would change: the addresses, and below them the arguments of the resources themselves. */
export function plannedChanges(stdout: string): string {
  const start = stdout.indexOf("Terraform will perform the following actions:");
  const end = stdout.lastIndexOf("\nPlan:");
  const lines = stdout
    .slice(Math.max(start, 0), end < start ? undefined : end)
    .split("\n")
    .filter((line) => /^ {2,6}(#|[-+~]|-\/\+|\+\/-|<=) /.test(line));
  return ["the plan is not empty:", ...cut(lines)].join("\n");
}

const MOST_LINES = 60;

function cut(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `… and ${more} lines more`] : [...lines];
}

/** The errors that terraform printed, without its frame; when there is none, the end of what it printed. */
export function errorsOf({ stdout, stderr }: Outcome): string {
  const text = stderr.replace(/^[╷╵]$/gmu, "").replace(/^│ ?/gmu, "");
  const start = text.search(/^Error: /m);
  return (start < 0 ? `${stdout}\n${text}`.trim().split("\n").slice(-MOST_LINES).join("\n") : text.slice(start)).trim();
}
