import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A node process to measure. */
export interface NodeProcess {
  /** Arguments of node. */
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a process took. */
export interface Measurement {
  /** From starting it to its end. */
  readonly seconds: number;
  /** The time that processors worked for it, all threads together: less at the mercy of a busy machine. */
  readonly cpuSeconds: number;
  /** The most memory that it had at once. */
  readonly megabytes: number;
  /** What the process itself reported. */
  readonly figures: Readonly<Record<string, number>>;
}

const ROOT = join(__dirname, "..");
const AT_EXIT = join(__dirname, "processes", "at-exit.cjs");
/** The file descriptor on which the process reports figures. */
const RESULTS = 3;
/** Variables of the caller that would change what a process does. */
const NOT_INHERITED = ["NODE_OPTIONS", "TENANTS", "CDKTF_STACKS", "CDKTF_CONTEXT_JSON", "SYNTH_HCL_OUTPUT"];

/** Runs a process to its end. Throws, with what it printed to its standard error, if it fails. */
export function measure({ args, env = {} }: NodeProcess): Measurement {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name));
  const started = performance.now();
  const { status, output, error } = spawnSync(process.execPath, ["--require", AT_EXIT, ...args], {
    cwd: ROOT,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  const seconds = (performance.now() - started) / 1000;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed:\n${output[2] ?? ""}`);
  const lines = (output[RESULTS] ?? "").trim().split("\n");
  const {
    cpu = NaN,
    peakMemory = NaN,
    ...figures
  } = Object.assign({}, ...lines.map((line) => JSON.parse(line) as object)) as Record<string, number>;
  return { seconds, cpuSeconds: cpu / 1000, megabytes: peakMemory / 1024, figures };
}
