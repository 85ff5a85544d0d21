// Measures this project against stock CDKTF, against importing what it needs, and against writing the same files from a
// bare process. Prints tables; never passes or fails.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compare } from "./comparison";
import { machineFacts, scratchDisk } from "./machine";
import { type BenchOptions, benchOptions, USAGE } from "./options";
import { providerModules } from "./provider-modules";
import { comparisonReport } from "./report";

function run({ sizes, runs }: BenchOptions): void {
  const disk = scratchDisk();
  const modules = providerModules(join(__dirname, "..", "lib"));
  for (const fact of machineFacts(disk)) console.log(fact);
  console.log(`whole processes started in turn, one warm-up, medians; ${modules.length} provider modules`);

  const scratch = mkdtempSync(join(disk.path, "bench-"));
  // A process that is interrupted fails, which ends the run; without a listener the files would stay on the RAM disk.
  process.on("SIGINT", () => undefined);
  try {
    for (const tenants of sizes) {
      const folder = join(scratch, String(tenants));
      const comparison = compare({
        tenants,
        runs,
        folder,
        modules,
        onRun: (variant, round) => {
          showProgress(`${tenants} tenants, round ${round} of ${runs}: ${variant}`);
        },
      });
      showProgress("");
      console.log(`\n${comparisonReport(comparison)}`);
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

let options: BenchOptions | undefined;
try {
  options = benchOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
if (options !== undefined) run(options);
