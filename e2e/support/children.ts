import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A program to run. */
export interface Program {
  /** The program: a name on `PATH`, or a path. */
  readonly command: string;
  /** Its arguments. */
  readonly args: readonly string[];
  /** The folder that it works in. */
  readonly cwd: string;
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv;
  /** The file that gets everything it prints. */
  readonly log: string;
}

/** How a program ended. */
export interface Outcome {
  /** Its exit code; undefined when a signal ended it. */
  readonly code: number | undefined;
  /** Everything it printed to its standard output. */
  readonly stdout: string;
  /** Everything it printed to its standard error. */
  readonly stderr: string;
}

/** How long a program has to end by itself after it was asked to. */
const GRACE_MS = 5000;

/**
 * The processes of this run. Each leads a group of its own, with what it starts itself (terraform's providers outlive a
 * terraform that was killed), and only those groups are ever signalled.
 */
export class Children {
  private readonly running = new Set<ChildProcess>();
  private stopping = false;

  /** Runs a program to its end. Rejects when it cannot be started. */
  async run(program: Program): Promise<Outcome> {
    const child = this.start(program);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
    return { code: code ?? undefined, stdout: text(stdout), stderr: text(stderr) };
  }

  /** Starts a program that goes on until `stop`. */
  start({ command, args, cwd, env, log }: Program): ChildProcess {
    if (this.stopping) throw new Error("the run was interrupted");
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    this.running.add(child);
    child.on("exit", () => this.running.delete(child));
    child.on("error", () => this.running.delete(child));
    const file = createWriteStream(log, { flags: "a" });
    child.stdout.on("data", (chunk: Buffer) => file.write(chunk));
    child.stderr.on("data", (chunk: Buffer) => file.write(chunk));
    child.on("close", () => file.end());
    return child;
  }

  /** Ends everything that still runs; nothing more can be started. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.signal("SIGTERM");
    const patience = AbortSignal.timeout(GRACE_MS);
    while (this.running.size > 0 && !patience.aborted) await sleep(50);
    this.kill();
  }

  /** Ends everything that still runs, at once. */
  kill(): void {
    this.signal("SIGKILL");
  }

  private signal(signal: NodeJS.Signals): void {
    for (const { pid } of this.running) {
      if (pid === undefined) continue;
      try {
        process.kill(-pid, signal);
      } catch {
        // It ended by itself in the meantime.
      }
    }
  }
}
