// Preloaded into every process that is measured: hands its processor time (ms) and its peak memory (kB) to the benchmark
// when it exits.
//
// The kernel's figure for the process (`process.resourceUsage().maxRSS`) begins with the memory of the parent that it was
// forked from, so a small child of a large parent would look large. VmHWM begins anew with the program.
const { readFileSync, writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const RESULTS = 3;

function peakMemory() {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
    if (peak !== null) return Number(peak[1]);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}

// tsx compiles in a thread, which preloads this file too.
if (isMainThread) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeSync(RESULTS, `${JSON.stringify({ cpu: (user + system) / 1000, peakMemory: peakMemory() })}\n`);
  });
}
