import { mostChangeable, withChanges } from "../support/changes";
import type { UserFiles } from "../support/files";
import { Failure } from "../support/report";
import { StackWork, type WorkOptions } from "../support/stack-work";
import type { Synthesis } from "../support/synthesis";
import { AZURE_CHANGES } from "./files";
import type { StandIn } from "./stand-in/server";

/** What a scenario works with. */
export interface ScenarioOptions extends WorkOptions {
  /** What stands in for the providers. */
  readonly standIn: StandIn;
  /** The users' files, without what is not on Azure. */
  readonly files: UserFiles;
}

/** How many stacks are worked on at a time. Nothing waits for anything but the processor, and the stand-in needs some of it. */
const AT_A_TIME = 3;

/**
 * The life of a platform on Azure with its tenants: everything is applied, one tenant is changed, everything is given up.
 * A part in which something failed ends the scenario, after all of its stacks had their turn.
 */
export class Scenario {
  private readonly work: StackWork;

  constructor(private readonly options: ScenarioOptions) {
    this.work = new StackWork(options, AT_A_TIME);
  }

  async run(): Promise<void> {
    const { report, workplace, files, standIn } = this.options;
    workplace.whenSynthesized(({ texts }) => {
      for (const text of texts.values()) standIn.learn(text);
    });
    const synthesis = await report.value("synthesize", "all stacks", () => workplace.synthesize(files));
    if (synthesis === undefined) return;
    const platform = [...synthesis.texts.keys()].filter((stack) => !tenantsOf(synthesis).includes(stack));
    const tenant = mostChangeable(files, AZURE_CHANGES);

    await report.part(`apply ${platform.join(", ")} and every tenant`, () => this.applyAll(platform, synthesis));
    if (report.failed > 0) return;
    if (tenant !== undefined) {
      await report.part(`change one tenant, ${tenant}`, () =>
        this.work.changeOne(tenant, synthesis, withChanges(files, tenant, AZURE_CHANGES)),
      );
    }
    if (report.failed > 0) return;
    await report.part("give everything up", () => this.giveUp(platform, synthesis));
  }

  /** The stacks of the platform come one after the other: each refers to what the one before it made. */
  private async applyAll(platform: readonly string[], synthesis: Synthesis): Promise<void> {
    for (const stack of platform) if (!(await this.work.sequence(stack, APPLY))) return;
    await this.work.each(tenantsOf(synthesis), APPLY);
  }

  private async giveUp(platform: readonly string[], synthesis: Synthesis): Promise<void> {
    const { work } = this;
    const { report, files, standIn } = this.options;
    const tenants = tenantsOf(synthesis);
    if (!(await work.retire(synthesis, files))) return;
    await work.each([...platform, ...tenants], ["apply"]);
    await work.each(tenants, DESTROY);
    for (const stack of platform.toReversed()) if (!(await work.sequence(stack, DESTROY))) return;
    await report.step("nothing is left", "the stand-in", () => {
      const left = standIn.cloud.all.map(({ id }) => id);
      if (left.length > 0) throw new Failure(left.join("\n"));
    });
  }
}

const APPLY = ["init", "validate", "plan", "applyPlan", "planIsEmpty"] as const;
const DESTROY = ["destroy", "stateIsEmpty"] as const;

function tenantsOf({ tenants }: Synthesis): string[] {
  return [...tenants.values()];
}
