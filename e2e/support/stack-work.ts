import { join } from "node:path";
import type { ChangedTenant } from "./changes";
import type { Children } from "./children";
import { cdktfEnvironment } from "./environment";
import { retiring, type UserFiles } from "./files";
import { inPool } from "./pool";
import { Failure, type Report } from "./report";
import { changedStacks, type Synthesis } from "./synthesis";
import { errorsOf, type Terraform } from "./terraform";
import type { Workplace } from "./workplace";

/** What the work with stacks needs. */
export interface WorkOptions {
  /** What is told of each step, and counted. */
  readonly report: Report;
  /** Where the stacks and their states are. */
  readonly workplace: Workplace;
  /** What starts terraform, and ends it when the run is interrupted. */
  readonly children: Children;
  /** The environment of terraform. */
  readonly env: NodeJS.ProcessEnv;
}

const ROOT = join(__dirname, "../..");

/** What is done with stacks, whichever cloud they are for. */
export class StackWork {
  /** @param atATime how many stacks are worked on at a time */
  constructor(
    private readonly options: WorkOptions,
    private readonly atATime: number,
  ) {}

  /** Takes steps with every one of the stacks. Returns those with which none failed. */
  async each(stacks: readonly string[], steps: readonly StackStep[]): Promise<string[]> {
    const passed = await inPool(this.atATime, stacks, (stack) => this.sequence(stack, steps));
    return stacks.filter((_, index) => passed[index]);
  }

  /** Takes steps with one stack, in this order, until one fails. */
  async sequence(stack: string, steps: readonly StackStep[]): Promise<boolean> {
    const { report, workplace, env } = this.options;
    const terraform = workplace.terraform(stack, env);
    for (const step of steps) {
      const { title, take } = STACK_STEPS[step];
      if (!(await report.step(title, stack, () => take(terraform)))) return false;
    }
    return true;
  }

  /**
   * Applies the change of one tenant, and sees that nothing else changes. It is synthesized and applied by cdktf itself,
   * from the project's folder, as the README says.
   */
  async changeOne(tenant: string, before: Synthesis, change: ChangedTenant): Promise<void> {
    const { report, workplace } = this.options;
    const stack = before.tenants.get(tenant) ?? "";
    const all = [...before.texts.keys()];
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

  /**
   * Sees that no stack can be destroyed that holds something protected, and synthesizes the files as those of a platform
   * that is given up.
   *
   * @returns whether all of that is so
   */
  async retire({ texts }: Synthesis, files: UserFiles): Promise<boolean> {
    const { report, workplace } = this.options;
    const guarded = [...texts].filter(([, text]) => text.includes('"prevent_destroy": true')).map(([stack]) => stack);
    const refused = await this.each(guarded, ["destroyIsRefused"]);
    const synthesized = await report.step("synthesize with lifecycle: retiring", "all stacks", () => {
      workplace.synthesize(retiring(files));
    });
    return synthesized && refused.length === guarded.length;
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

/** A step that is taken with one stack. */
export type StackStep = keyof typeof STACK_STEPS;

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
