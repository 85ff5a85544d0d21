import { join } from "node:path";
import type { Children } from "../support/children";
import { inPool } from "../support/pool";
import { Failure, type Report } from "../support/report";
import { errorsOf, type Terraform } from "../support/terraform";
import { cdktfEnvironment } from "./environment";
import { mostChangeable, retiring, type UserFiles, withChanges } from "./files";
import { inventory } from "./inventory";
import type { Upstream } from "./shim/shim";
import { changedStacks, type Synthesis } from "./synthesis";
import type { Workplace } from "./workplace";

/** What a scenario works with. */
export interface ScenarioOptions {
  /** What is told of each step, and counted. */
  readonly report: Report;
  /** Where the stacks and their states are. */
  readonly workplace: Workplace;
  /** What starts terraform, and ends it when the run is interrupted. */
  readonly children: Children;
  /** The environment of terraform. */
  readonly env: NodeJS.ProcessEnv;
  /** The mock, through the shim. */
  readonly mock: Upstream;
  /** The users' files, without what is not on AWS. */
  readonly files: UserFiles;
}

const ROOT = join(__dirname, "../..");
const FOUNDATION = "aws-foundation";

/** How many tenants are worked on at a time. A provider takes half a gigabyte, and waits half of the time. */
const AT_A_TIME = 4;

/**
 * The life of a platform on AWS with its tenants: everything is applied, one tenant is changed, everything is given up.
 * A part in which something failed ends the scenario, after all of its stacks had their turn.
 */
export class Scenario {
  constructor(private readonly options: ScenarioOptions) {}

  async run(): Promise<void> {
    const { report, workplace, files, mock } = this.options;
    const synthesis = await report.value("synthesize", "all stacks", () => workplace.synthesize(files));
    if (synthesis === undefined) return;
    const { accounts } = synthesis;
    const before = await report.value("what the accounts hold", idsOf(accounts), () => inventory(mock, accounts));
    if (before === undefined) return;

    await report.part("apply the foundation and every tenant", () => this.applyAll(synthesis));
    if (report.failed > 0) return;
    const tenant = mostChangeable(files);
    if (tenant !== undefined) {
      await report.part(`change one tenant, ${tenant}`, () => this.changeOne(tenant, synthesis));
    }
    if (report.failed > 0) return;
    await report.part("give everything up", () => this.giveUp(synthesis, before));
  }

  /** Half of the time is waiting in the provider, so the tenants are checked while the foundation is applied. */
  private async applyAll(synthesis: Synthesis): Promise<void> {
    const tenants = [...synthesis.tenants.values()];
    if (!(await this.sequence(FOUNDATION, ["init", "validate", "plan"]))) return;
    const [founded, checked] = await Promise.all([
      this.sequence(FOUNDATION, ["applyPlan"]),
      this.each(tenants, ["init", "validate"]),
    ]);
    if (!founded) return;
    await Promise.all([
      this.sequence(FOUNDATION, ["planIsEmpty"]),
      this.each(checked, ["plan", "applyPlan", "planIsEmpty"]),
    ]);
  }

  /** The change is synthesized and applied by cdktf itself, from the project's folder, as the README says. */
  private async changeOne(tenant: string, before: Synthesis): Promise<void> {
    const { report, workplace, files } = this.options;
    const stack = before.tenants.get(tenant) ?? "";
    const all = [...before.texts.keys()];
    const change = withChanges(files, tenant);
    const after = await report.value("synthesize: no other file differs", stack, () => {
      const synthesis = workplace.synthesize(change.files);
      const differ = changedStacks(before, synthesis).join(", ");
      if (differ !== stack)
        throw new Failure(`${change.what.join(", ")}: changed ${differ === "" ? "nothing" : differ}`);
      return synthesis;
    });
    if (after === undefined) return;
    const states = workplace.statesBut(stack, all);
    if (!(await report.step("cdktf deploy", stack, () => this.cdktfDeploy(stack)))) return;
    await report.step("cdktf wrote the same files", "all stacks", () => {
      const differ = workplace.rewritten(after);
      if (differ.length > 0) throw new Failure(`cdktf synthesized otherwise: ${differ.join(", ")}`);
    });
    await report.step("cdktf touched no other state", stack, () => {
      const now = workplace.statesBut(stack, all);
      const touched = Object.keys(now).filter((name) => now[name] !== states[name]);
      if (touched.length > 0) throw new Failure(`written: ${touched.join(", ")}`);
    });
    await this.each(all, ["planIsEmpty"]);
  }

  private async giveUp({ texts, accounts }: Synthesis, before: readonly string[]): Promise<void> {
    const { report, workplace, files, mock } = this.options;
    const all = [...texts.keys()];
    const tenants = all.filter((stack) => stack !== FOUNDATION);
    await this.each(all, ["destroyIsRefused"]);
    const synthesized = await report.step("synthesize with lifecycle: retiring", "all stacks", () => {
      workplace.synthesize(retiring(files));
    });
    if (!synthesized || report.failed > 0) return;
    await Promise.all([this.sequence(FOUNDATION, ["apply"]), this.each(tenants, ["apply", "destroy", "stateIsEmpty"])]);
    if (report.failed > 0) return;
    await this.sequence(FOUNDATION, ["destroy", "stateIsEmpty"]);
    await report.step("nothing is left", idsOf(accounts), async () => {
      const left = (await inventory(mock, accounts)).filter((held) => !before.includes(held));
      if (left.length > 0) throw new Failure(left.join("\n"));
    });
  }

  /** Takes steps with every one of the stacks. Returns those with which none failed. */
  private async each(stacks: readonly string[], steps: readonly StackStep[]): Promise<string[]> {
    const passed = await inPool(AT_A_TIME, stacks, (stack) => this.sequence(stack, steps));
    return stacks.filter((_, index) => passed[index]);
  }

  /** Takes steps with one stack, in this order, until one fails. */
  private async sequence(stack: string, steps: readonly StackStep[]): Promise<boolean> {
    const { report, workplace, env } = this.options;
    const terraform = workplace.terraform(stack, env);
    for (const step of steps) {
      const { title, take } = STACK_STEPS[step];
      if (!(await report.step(title, stack, () => take(terraform)))) return false;
    }
    return true;
  }

  private async cdktfDeploy(stack: string): Promise<void> {
    const { children, workplace, env } = this.options;
    const outcome = await children.run({
      command: "npx",
      args: ["--no-install", "cdktf", "deploy", stack, "--auto-approve", "--output", workplace.outdir],
      cwd: ROOT,
      env: cdktfEnvironment(env, workplace.files),
      log: workplace.log("cdktf"),
    });
    if (outcome.code !== 0) throw new Failure(errorsOf(outcome));
  }
}

function idsOf(accounts: Synthesis["accounts"]): string {
  return accounts.map(({ accountId }) => accountId).join(" ");
}

type StackStep = keyof typeof STACK_STEPS;

/** What is done with one stack. */
const STACK_STEPS = {
  init: { title: "init", take: (terraform) => terraform.init() },
  validate: { title: "validate", take: (terraform) => terraform.validate() },
  plan: { title: "plan", take: (terraform) => terraform.plan() },
  applyPlan: { title: "apply", take: (terraform) => terraform.applyPlan() },
  planIsEmpty: { title: "the next plan is empty", take: (terraform) => terraform.planIsEmpty() },
  destroyIsRefused: { title: "destroy is refused", take: (terraform) => terraform.destroyIsRefused() },
  apply: { title: "apply", take: (terraform) => terraform.apply() },
  destroy: { title: "destroy", take: (terraform) => terraform.destroy() },
  stateIsEmpty: {
    title: "the state is empty",
    take: async (terraform) => {
      const left = await terraform.stateList();
      if (left.length > 0) throw new Failure(left.join("\n"));
    },
  },
} satisfies Record<string, { title: string; take: (terraform: Terraform) => Promise<void> }>;
