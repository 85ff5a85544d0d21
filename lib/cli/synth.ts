import { stackPlans } from "../app";
import { resolveBlueprint } from "../blueprint/blueprint";
import { fileLocations, loadFiles } from "../config/load";
import { InvalidFiles } from "../config/problem";
import { synthesize } from "../terraform/synthesize";
import { check } from "./check";
import { reportFailure, reportSynthesis, reportWarnings, showProgress } from "./report";
import { selectedTenants } from "./selection";

/**
 * Reads the users' files, and writes the Terraform JSON of their stacks.
 *
 * @param environment PLATFORM_FILE and TENANTS_DIR say where the files are, CDKTF_OUTDIR where the JSON goes, and
 * TENANTS which tenants are synthesized. Default: platform.yaml, tenants, cdktf.out, and everything.
 * @returns the exit code: 1, with every problem told and nothing written, if the files or the selection are not right
 */
export function synth(environment: NodeJS.ProcessEnv): 0 | 1 {
  try {
    const files = loadFiles(fileLocations(environment));
    const { blueprint, problems } = resolveBlueprint(files);
    if (blueprint === undefined) throw new InvalidFiles(problems);
    reportWarnings(problems);

    const outdir = environment.CDKTF_OUTDIR ?? "cdktf.out";
    const plans = stackPlans(blueprint);
    const tenants = selectedTenants(environment.TENANTS, files.tenantIds);
    const stacks = blueprint.tenants.filter(({ tenant }) => tenants?.includes(tenant)).map(({ stack }) => stack);
    const selected = tenants === undefined ? plans : plans.filter(({ name }) => stacks.includes(name));
    const result = synthesize({
      plans: selected,
      known: plans.map(({ name }) => name),
      outdir,
      onStack: showProgress(selected.length),
      check,
    });
    // Since the process started: what the user waited for.
    const seconds = performance.now() / 1000;
    reportSynthesis(result, { outdir, warnings: problems.length, seconds, total: plans.length });
    return 0;
  } catch (error) {
    reportFailure(error);
    return 1;
  }
}
