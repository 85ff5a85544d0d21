import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeGeneratedFiles } from "./generate";
import { type Measurement, measure } from "./measured-process";
import { type VariantName, variants } from "./variants";

/** What was measured for one number of tenants. */
export interface Comparison {
  readonly tenants: number;
  /** The bytes of all stacks' files. */
  readonly bytes: number;
  /** Whether stock CDKTF wrote the same bytes to the same files. */
  readonly sameBytes: boolean;
  /** The counted runs of each variant, in the order in which they were started. */
  readonly runs: Readonly<Record<VariantName, readonly Measurement[]>>;
}

/** What to compare, and where. */
export interface ComparisonOptions {
  readonly tenants: number;
  /** How often each variant is counted. */
  readonly runs: number;
  /** A new folder for what is read and written. */
  readonly folder: string;
  /** The provider modules that this project imports. */
  readonly modules: readonly string[];
  /** Called before each process. Default: nothing. */
  readonly onRun?: (variant: VariantName, round: number) => void;
}

/** From this number of tenants on, a run of stock CDKTF takes minutes: it is run once, and its warm-up is left out. */
const STOCK_ONCE = 1000;

/**
 * Runs every variant in turn, round after round, so that all of them have their share of the machine's quiet and busy
 * minutes. The first round is a warm-up and does not count.
 */
export function compare({ tenants, runs, folder, modules, onRun }: ComparisonOptions): Comparison {
  mkdirSync(folder, { recursive: true });
  const files = writeGeneratedFiles(folder, tenants);
  const reference = join(folder, "reference");
  const candidates = variants(files, reference, modules);
  measure(candidates.all(reference));

  const names = Object.keys(candidates) as VariantName[];
  const counted = Object.fromEntries(names.map((name) => [name, [] as Measurement[]])) as Record<
    VariantName,
    Measurement[]
  >;
  let sameBytes = true;
  for (let round = 0; round <= runs; round++) {
    for (const name of names) {
      if (name === "stock" && tenants >= STOCK_ONCE && round !== 1) continue;
      onRun?.(name, round);
      const outdir = join(folder, "out");
      const measurement = measure(candidates[name](outdir));
      if (round > 0) counted[name].push(measurement);
      if (name === "stock") sameBytes &&= haveSameStacks(outdir, reference);
      rmSync(outdir, { recursive: true, force: true });
    }
  }
  return { tenants, bytes: bytesOf(reference), sameBytes, runs: counted };
}

function stackFiles(outdir: string): string[] {
  const stacks = join(outdir, "stacks");
  return readdirSync(stacks)
    .sort()
    .map((name) => join("stacks", name, "cdk.tf.json"));
}

function bytesOf(outdir: string): number {
  return stackFiles(outdir).reduce((sum, file) => sum + statSync(join(outdir, file)).size, 0);
}

function haveSameStacks(one: string, other: string): boolean {
  const files = stackFiles(one);
  return (
    files.length === stackFiles(other).length &&
    files.every(
      (file) => existsSync(join(other, file)) && readFileSync(join(one, file)).equals(readFileSync(join(other, file))),
    )
  );
}
