import type { Comparison } from "./comparison";
import type { Measurement } from "./measured-process";
import { median } from "./statistics";
import { table } from "./table";

/** What is to be reached, as multiples of something measured in the same rounds, and in megabytes. */
const TARGETS = { selectedToImports: 1.6, allToBareWrite: 30, megabytes: 400 };
/** The number of tenants that the targets for all of them are set for. */
const FLEET = 1000;

/** The tables of one number of tenants, and the ratios that there are targets for. */
export function comparisonReport(comparison: Comparison): string {
  const { tenants, bytes, runs } = comparison;
  const stacks = figure(runs.phasesOfAll, "stacks");
  const resources = figure(runs.phasesOfAll, "resources");
  return [
    `## ${many(tenants, "tenant")}: ${many(stacks, "stack")}, ${many(resources, "resource")}, ${(bytes / 1e6).toFixed(2)} MB`,
    processTable(comparison),
    phaseTable(comparison),
    ratios(comparison),
  ].join("\n\n");
}

function processTable({ tenants, sameBytes, runs }: Comparison): string {
  const bare = bareWrite(runs);
  const base = median(bare.map(({ seconds }) => seconds));
  const row = (what: string, measured: readonly Measurement[]) => {
    const seconds = measured.map((run) => run.seconds);
    return [
      what,
      median(seconds).toFixed(3),
      `${Math.min(...seconds).toFixed(3)} to ${Math.max(...seconds).toFixed(3)}`,
      String(seconds.length),
      median(measured.map(({ cpuSeconds }) => cpuSeconds)).toFixed(3),
      median(measured.map(({ megabytes }) => megabytes)).toFixed(0),
      `${(median(seconds) / base).toFixed(1)}x`,
    ];
  };
  const same = sameBytes ? "the same bytes" : "OTHER BYTES";
  return table(
    ["whole process", "median s", "range s", "runs", "cpu s", "peak MB", "of bare write"],
    [
      row("this project, all tenants", runs.all),
      row(`this project, one selected tenant of ${grouped(tenants)}`, runs.selected),
      row(`stock CDKTF, all tenants: ${same}`, runs.stock),
      row("import of CDKTF and the provider modules", runs.imports),
      row("bare write of the same objects", bare),
      row("bare node", runs.bareNode),
    ],
  );
}

/**
 * The process that writes also reads its objects, which is not counted: its seconds are bare node's and the writing's. Its
 * memory is that of all objects at once.
 */
function bareWrite(runs: Comparison["runs"]): Measurement[] {
  return paired(runs.bareWrite, runs.bareNode, (writing, node) => ({
    ...writing,
    seconds: node.seconds + (writing.figures.write ?? NaN) / 1000,
    cpuSeconds: node.cpuSeconds + (writing.figures.writeCpu ?? NaN) / 1000,
  }));
}

function phaseTable({ tenants, runs }: Comparison): string {
  const phases = {
    "start, import": "start",
    "read, validate": "read",
    build: "build",
    render: "render",
    write: "write",
  };
  const row = (what: string, measured: readonly Measurement[]) => [
    what,
    ...Object.values(phases).map((phase) => figure(measured, phase).toFixed(1)),
  ];
  return table(
    ["phases within the process, median ms", ...Object.keys(phases)],
    [
      row("this project, all tenants", runs.phasesOfAll),
      row(`this project, one selected tenant of ${grouped(tenants)}`, runs.phasesOfSelected),
      ["bare write of the same objects", "", "", "", "", figure(runs.bareWrite, "write").toFixed(1)],
    ],
  );
}

function ratios({ tenants, runs }: Comparison): string {
  const reading = paired(runs.selected, runs.phasesOfSelected, (selected, phases) => ({
    ...selected,
    seconds: selected.seconds - (phases.figures.read ?? NaN) / 1000,
    cpuSeconds: selected.cpuSeconds - (phases.figures.readCpu ?? NaN) / 1000,
  }));
  const lines = [
    `one selected tenant of ${grouped(tenants)} / import: ${ratio(reading, runs.imports)} without reading and validating ` +
      `the files (target: at most ${TARGETS.selectedToImports}x); ${ratio(runs.selected, runs.imports)} with it`,
  ];
  if (tenants === FLEET) {
    const megabytes = median(runs.all.map((run) => run.megabytes));
    lines.push(
      `all ${grouped(tenants)} / bare write: ${ratio(runs.all, bareWrite(runs))}, reading the files included ` +
        `(target: at most ${TARGETS.allToBareWrite}x)`,
      `peak memory of all ${grouped(tenants)}: ${megabytes.toFixed(0)} MB (target: at most ${TARGETS.megabytes} MB)`,
    );
  }
  return lines.map((line) => `- ${line}`).join("\n");
}

/** The median of each round's ratio, for processes of one round ran in the same minute of the machine. */
function ratio(dividends: readonly Measurement[], divisors: readonly Measurement[]): string {
  const of = (what: "seconds" | "cpuSeconds") =>
    paired(dividends, divisors, (dividend, divisor) => dividend[what] / divisor[what]);
  const all = of("seconds");
  const range = `${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)}`;
  return `${median(all).toFixed(2)}x (${range}; cpu ${median(of("cpuSeconds")).toFixed(2)}x)`;
}

function paired<One, Other, Result>(
  ones: readonly One[],
  others: readonly Other[],
  combine: (one: One, other: Other) => Result,
): Result[] {
  return ones.flatMap((one, round) => {
    const other = others[round];
    return other === undefined ? [] : [combine(one, other)];
  });
}

function figure(measured: readonly Measurement[], name: string): number {
  return median(measured.map(({ figures }) => figures[name] ?? NaN));
}

function many(count: number, what: string): string {
  return `${grouped(count)} ${what}${count === 1 ? "" : "s"}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
