// The synth command, with a clock beside each of its phases. The phases of all stacks are added up.
import { stackPlans } from "../../lib/app";
import { resolveBlueprint } from "../../lib/blueprint/blueprint";
import { selectedTenants } from "../../lib/cli/selection";
import { fileLocations, loadFiles } from "../../lib/config/load";
import { InvalidFiles } from "../../lib/config/problem";
import { dropCreationStacks } from "../../lib/terraform/creation-stacks";
import { OutputFolder } from "../../lib/terraform/output-folder";
import { type StackPlan, synthesize } from "../../lib/terraform/synthesize";
import { report } from "./results";

/** Milliseconds since the process was started: node, the runner and all imports. */
const start = performance.now();
const before = process.cpuUsage();
let build = 0;
let write = 0;

dropCreationStacks();
timeWrites();
const { blueprint, tenantIds } = readFiles();
const read = performance.now() - start;
const { user, system } = process.cpuUsage(before);

const { plans, selected } = plan();
const synthesisStart = performance.now();
const { stacks } = synthesize({
  plans: selected.map(timed),
  known: plans.map(({ name }) => name),
  outdir: process.env.CDKTF_OUTDIR ?? "cdktf.out",
});
const synthesis = performance.now() - synthesisStart;

report({
  start,
  read,
  readCpu: (user + system) / 1000,
  build,
  render: synthesis - build - write,
  write,
  stacks: stacks.length,
  resources: stacks.reduce((sum, stack) => sum + stack.resources, 0),
});

function readFiles() {
  const files = loadFiles(fileLocations(process.env));
  const { blueprint, problems } = resolveBlueprint(files);
  if (blueprint === undefined) throw new InvalidFiles(problems);
  return { blueprint, tenantIds: files.tenantIds };
}

function plan(): { plans: StackPlan[]; selected: StackPlan[] } {
  const plans = stackPlans(blueprint);
  const tenants = selectedTenants(process.env.TENANTS, tenantIds);
  if (tenants === undefined) return { plans, selected: plans };
  const wanted = blueprint.tenants.filter(({ tenant }) => tenants.includes(tenant)).map(({ stack }) => stack);
  return { plans, selected: plans.filter(({ name }) => wanted.includes(name)) };
}

function timed({ name, build: builds }: StackPlan): StackPlan {
  return {
    name,
    build: (app) => {
      const started = performance.now();
      const stack = builds(app);
      build += performance.now() - started;
      return stack;
    },
  };
}

/** Adds up what the output folder takes to write stacks and to put them into place. */
function timeWrites(): void {
  const clock = <Arguments extends unknown[], Result>(method: (...given: Arguments) => Result) =>
    function (this: OutputFolder, ...given: Arguments): Result {
      const started = performance.now();
      const result = method.apply(this, given);
      write += performance.now() - started;
      return result;
    };
  const { prototype } = OutputFolder;
  // The clock hands `this` on.
  /* eslint-disable @typescript-eslint/unbound-method */
  prototype.stage = clock(prototype.stage);
  prototype.publish = clock(prototype.publish);
  /* eslint-enable @typescript-eslint/unbound-method */
}
