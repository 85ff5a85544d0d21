import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json";
import { currentDay } from "../config/day";
import { unusedException } from "../rules/exception";
import { findingsJson, type LocatedFinding } from "../rules/report";
import { RULES } from "../rules/rules";
import { sarif } from "../rules/sarif";
import { judge } from "../rules/stack-check";
import { synthesize } from "../terraform/synthesize";
import { readArguments } from "./arguments";
import { readProject } from "./project";
import { count, reportFailure, reportFindings } from "./report";
import { UsageError } from "./selection";
import { lineFinder, readStacks } from "./stack-folder";

/** What a check found, and in how many stacks it looked. */
interface Checked {
  readonly findings: readonly LocatedFinding[];
  readonly stacks: number;
  /** Exceptions that are about nothing, a line each. */
  readonly unused: readonly string[];
}

const USAGE = "usage: npm run check [-- [FOLDER] [--json | --sarif]]";

/**
 * Holds stacks against the rules, and writes nothing but the report: those of a folder, also of one that this project did
 * not write; or else those that the users' files give, as a synth would, with their exceptions.
 *
 * @param args what stands behind `npm run check --`: a folder, and `--json` or `--sarif` for the form of the report
 * @param environment PLATFORM_FILE and TENANTS_DIR say where the users' files are
 * @param today the day by which exceptions expire. Default: today's, in UTC.
 * @returns the exit code: 1 if something was found that no exception accepts, 2 if nothing could be checked
 */
export function checkStacks(args: readonly string[], environment: NodeJS.ProcessEnv, today = currentDay()): 0 | 1 | 2 {
  try {
    const { folder, form } = requested(args);
    const checked = folder === undefined ? checkProject(environment, today) : checkFolder(folder, today);
    const { findings, unused } = checked;
    print(checked, form);
    return findings.some(({ accepted }) => !accepted) || unused.length > 0 ? 1 : 0;
  } catch (error) {
    reportFailure(error);
    return 2;
  }
}

type Form = "text" | "json" | "sarif";

function requested(args: readonly string[]): { folder?: string; form: Form } {
  const { values, positionals } = parsed(args);
  const [folder, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`one folder can be checked at a time; ${USAGE}`);
  if (values.json && values.sarif) throw new UsageError(`--json and --sarif exclude each other; ${USAGE}`);
  const form = values.json ? "json" : values.sarif ? "sarif" : "text";
  return folder === undefined ? { form } : { folder, form };
}

function parsed(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  return readArguments(USAGE, () =>
    parseArgs({ args: [...args], allowPositionals: true, options: { json: flag, sarif: flag } }),
  );
}

function checkFolder(folder: string, today: string): Checked {
  const stacks = readStacks(folder);
  const findings = stacks.flatMap(({ name, path, tree, text }): LocatedFinding[] => {
    const judged = judge(name, tree, { rules: RULES, exceptions: [], today }).findings;
    if (judged.length === 0) return [];
    const lineOf = lineFinder(text);
    return judged.map((one) => ({ ...one, file: path, line: lineOf(one.finding.address) }));
  });
  return { findings, stacks: stacks.length, unused: [] };
}

/** The stacks are rendered to a folder of their own, which is removed. */
function checkProject(environment: NodeJS.ProcessEnv, today: string): Checked {
  const { plans, check } = readProject(environment, today);
  const outdir = mkdtempSync(join(tmpdir(), "check-"));
  const findings: LocatedFinding[] = [];
  const unused: string[] = [];
  try {
    const known = plans.map(({ name }) => name);
    synthesize({
      plans,
      known,
      outdir,
      check: (name, tree) => {
        const judgement = judge(name, tree, check);
        const file = check.files.get(name);
        findings.push(
          ...judgement.findings.map((judged) => {
            const cloud = judged.finding.address.startsWith("aws_") ? "aws" : "azure";
            const { line = 1 } = file?.problem([cloud], "", { at: "key" }) ?? {};
            return { ...judged, file: file?.name ?? name, line };
          }),
        );
        unused.push(...judgement.unused.map(unusedException));
        return [];
      },
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
  return { findings, stacks: plans.length, unused };
}

function print({ findings, stacks, unused }: Checked, form: Form): void {
  for (const line of unused) console.error(line);
  if (form === "json") console.log(JSON.stringify(findingsJson(findings), null, 2));
  else if (form === "sarif") {
    const { name, version } = packageJson;
    console.log(JSON.stringify(sarif(findings, RULES, { name, version }), null, 2));
  } else reportFindings(findings, `${count(RULES.length, "rule")}, ${count(stacks, "stack")}`);
}
