import { currentDay } from "../config/day";
import { stackCheck } from "../rules/stack-check";
import { synthesize } from "../terraform/synthesize";
import { readProject } from "./project";
import { reportExceptions, reportFailure, reportSynthesis, reportWarnings, showProgress } from "./report";
import { selectedTenants } from "./selection";

/**
 * Reads the users' files, and writes the Terraform JSON of their stacks, unless a rule finds something in it.
 *
 * @param environment PLATFORM_FILE and TENANTS_DIR say where the files are, CDKTF_OUTDIR where the JSON goes, and
 * TENANTS which tenants are synthesized. Default: platform.yaml, tenants, cdktf.out, and everything.
 * @param today the day by which exceptions from the rules expire. Default: today's, in UTC.
 * @returns the exit code: 1, with every problem told and nothing written, if the files, the selection or the stacks are
 * not right
 */
export function synth(environment: NodeJS.ProcessEnv, today = currentDay()): 0 | 1 {
  try {
    const { files, blueprint, plans, check, warnings } = readProject(environment, today);
    reportWarnings(warnings);
    reportExceptions(check.exceptions);

    const outdir = environment.CDKTF_OUTDIR ?? "cdktf.out";
    const tenants = selectedTenants(environment.TENANTS, files.tenantIds);
    const stacks = blueprint.tenants.filter(({ tenant }) => tenants?.includes(tenant)).map(({ stack }) => stack);
    const selected = tenants === undefined ? plans : plans.filter(({ name }) => stacks.includes(name));
    const result = synthesize({
      plans: selected,
      known: plans.map(({ name }) => name),
      outdir,
      onStack: showProgress(selected.length),
      check: stackCheck(check),
    });
    // Since the process started: what the user waited for.
    const seconds = performance.now() / 1000;
    reportSynthesis(result, { outdir, warnings: warnings.length, seconds, total: plans.length });
    return 0;
  } catch (error) {
    reportFailure(error);
    return 1;
  }
}
