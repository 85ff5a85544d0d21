import type { AwsAccount } from "../../lib/blueprint/aws-account";
import type { Blueprint } from "../../lib/blueprint/blueprint";
import { mostChangeable, withChanges } from "../support/changes";
import type { UserFiles } from "../support/files";
import { Failure } from "../support/report";
import { StackWork, type WorkOptions } from "../support/stack-work";
import type { Synthesis } from "../support/synthesis";
import { AWS_CHANGES } from "./files";
import { inventory } from "./inventory";
import type { Upstream } from "./shim/shim";

/** What a scenario works with. */
export interface ScenarioOptions extends WorkOptions {
  /** The mock, through the shim. */
  readonly mock: Upstream;
  /** The users' files, without what is not on AWS. */
  readonly files: UserFiles;
}

const FOUNDATION = "aws-foundation";

/** How many tenants are worked on at a time. A provider takes half a gigabyte, and waits half of the time. */
const AT_A_TIME = 4;

/**
 * The life of a platform on AWS with its tenants: everything is applied, one tenant is changed, everything is given up.
 * A part in which something failed ends the scenario, after all of its stacks had their turn.
 */
export class Scenario {
  private readonly work: StackWork;

  constructor(private readonly options: ScenarioOptions) {
    this.work = new StackWork(options, AT_A_TIME);
  }

  async run(): Promise<void> {
    const { report, workplace, files, mock } = this.options;
    const synthesis = await report.value("synthesize", "all stacks", () => workplace.synthesize(files));
    if (synthesis === undefined) return;
    const accounts = accountsOf(synthesis.blueprint);
    const before = await report.value("what the accounts hold", idsOf(accounts), () => inventory(mock, accounts));
    if (before === undefined) return;

    await report.part("apply the foundation and every tenant", () => this.applyAll(synthesis));
    if (report.failed > 0) return;
    const tenant = mostChangeable(files, AWS_CHANGES);
    if (tenant !== undefined) {
      await report.part(`change one tenant, ${tenant}`, () =>
        this.work.changeOne(tenant, synthesis, withChanges(files, tenant, AWS_CHANGES)),
      );
    }
    if (report.failed > 0) return;
    await report.part("give everything up", () => this.giveUp(synthesis, accounts, before));
  }

  /** Half of the time is waiting in the provider, so the tenants are checked while the foundation is applied. */
  private async applyAll(synthesis: Synthesis): Promise<void> {
    const { work } = this;
    const tenants = [...synthesis.tenants.values()];
    if (!(await work.sequence(FOUNDATION, ["init", "validate", "plan"]))) return;
    const [founded, checked] = await Promise.all([
      work.sequence(FOUNDATION, ["applyPlan"]),
      work.each(tenants, ["init", "validate"]),
    ]);
    if (!founded) return;
    await Promise.all([
      work.sequence(FOUNDATION, ["planIsEmpty"]),
      work.each(checked, ["plan", "applyPlan", "planIsEmpty"]),
    ]);
  }

  private async giveUp(
    synthesis: Synthesis,
    accounts: readonly AwsAccount[],
    before: readonly string[],
  ): Promise<void> {
    const { work } = this;
    const { report, files, mock } = this.options;
    const tenants = [...synthesis.tenants.values()];
    if (!(await work.retire(synthesis, files))) return;
    await Promise.all([work.sequence(FOUNDATION, ["apply"]), work.each(tenants, ["apply", "destroy", "stateIsEmpty"])]);
    if (report.failed > 0) return;
    await work.sequence(FOUNDATION, ["destroy", "stateIsEmpty"]);
    await report.step("nothing is left", idsOf(accounts), async () => {
      const left = (await inventory(mock, accounts)).filter((held) => !before.includes(held));
      if (left.length > 0) throw new Failure(left.join("\n"));
    });
  }
}

/** Every account that something is in, the platform's first. */
function accountsOf({ aws }: Blueprint): AwsAccount[] {
  if (aws === undefined) return [];
  const all = [aws.foundation.foundation.target, ...aws.tenants.map(({ target }) => target)];
  return [...new Map(all.map((target) => [target.accountId, target])).values()];
}

function idsOf(accounts: readonly AwsAccount[]): string {
  return accounts.map(({ accountId }) => accountId).join(" ");
}
