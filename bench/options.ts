import { parseArgs } from "node:util";

/** What to measure. */
export interface BenchOptions {
  /** Numbers of generated tenants, a table each. */
  readonly sizes: readonly number[];
  /** How often each process is started and counted. */
  readonly runs: number;
}

/** How the benchmark is called. */
export const USAGE = "usage: npm run bench -- [--runs <number>] [<tenants> ...], as in: npm run bench -- --runs 3 1 10";

const DEFAULT_SIZES = ["1", "10", "100", "1000"];
const DEFAULT_RUNS = "5";

/** Reads the command line's arguments. Throws for anything that is not a whole number above zero. */
export function benchOptions(argv: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { runs: { type: "string", default: DEFAULT_RUNS } },
  });
  return {
    sizes: (positionals.length > 0 ? positionals : DEFAULT_SIZES).map(count),
    runs: count(values.runs),
  };
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new RangeError(`${text} is not a whole number above zero`);
  return Number(text);
}
