import { stackPlans } from "./lib/app";
import { resolveBlueprint } from "./lib/blueprint/blueprint";
import { reportFailure, reportSynthesis, reportWarnings, showProgress } from "./lib/cli/report";
import { selectedTenants } from "./lib/cli/selection";
import { fileLocations, loadFiles } from "./lib/config/load";
import { InvalidFiles } from "./lib/config/problem";
import { dropCreationStacks } from "./lib/terraform/creation-stacks";
import { synthesize } from "./lib/terraform/synthesize";

function main(): void {
  dropCreationStacks();
  const files = loadFiles(fileLocations(process.env));
  const { blueprint, problems } = resolveBlueprint(files);
  if (blueprint === undefined) throw new InvalidFiles(problems);
  reportWarnings(problems);

  const outdir = process.env["CDKTF_OUTDIR"] ?? "cdktf.out";
  const plans = stackPlans(blueprint);
  const tenants = selectedTenants(process.env["TENANTS"], files.tenantIds);
  const wanted = blueprint.tenants.filter(({ tenant }) => tenants?.includes(tenant)).map(({ stack }) => stack);
  const selected = tenants === undefined ? plans : plans.filter(({ name }) => wanted.includes(name));
  const result = synthesize({
    plans: selected,
    known: plans.map(({ name }) => name),
    outdir,
    onStack: showProgress(selected.length),
  });
  reportSynthesis(result, {
    outdir,
    warnings: problems.length,
    seconds: performance.now() / 1000,
    total: plans.length,
  });
}

try {
  main();
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
