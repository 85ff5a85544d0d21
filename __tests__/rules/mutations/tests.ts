import { stackPlans } from "../../../lib/app";
import type { FileLocations } from "../../../lib/config/load";
import { sampleBlueprint } from "../../support/files";
import { synthPlan } from "../../support/synth";
import { matches, type Reasoned } from "./reasoned";
import { survey, type Told } from "./survey";

/* eslint-disable jest/no-export -- The same tests for both clouds. */
/** The tests that every change of the stacks of sample files is told once, but for those that lists give reasons for. */
export function testMutations(
  files: FileLocations,
  lists: { readonly notTold: readonly Reasoned[]; readonly toldSeveralTimes: readonly Reasoned[] },
): void {
  let all: Told[] = [];
  beforeAll(() => {
    const plans = stackPlans(sampleBlueprint(files));
    all = survey(new Map(plans.map((plan) => [plan.name, synthPlan(plan)])));
  });
  const isIn = (list: readonly Reasoned[], told: Told) => list.some(({ of }) => matches(of, told));
  const lines = (changes: readonly Told[], what: "silent" | "repeated") =>
    changes.map(({ type, argument, kind, ...told }) =>
      [`${type} ${argument}: ${kind}`, ...told[what].slice(0, 3)].join("\n  "),
    );

  test("A rule tells of every change of the sample stacks, unless a list says why none does.", () => {
    const silent = all.filter((told) => told.silent.length > 0 && !isIn(lists.notTold, told));

    expect(lines(silent, "silent")).toEqual([]);
  });

  test("No change is told twice, unless a list says why it is.", () => {
    const repeated = all.filter((told) => told.repeated.length > 0 && !isIn(lists.toldSeveralTimes, told));

    expect(lines(repeated, "repeated")).toEqual([]);
  });

  test("The lists hold nothing that is otherwise.", () => {
    const rows = (list: readonly Reasoned[]) =>
      list.flatMap(({ of }) => Object.entries(of).flatMap(([type, args]) => args.map((arg) => ({ [type]: [arg] }))));
    const silent = all.filter((told) => told.silent.length > 0);
    const repeated = all.filter((told) => told.repeated.length > 0);

    expect(rows(lists.notTold).filter((row) => !silent.some((told) => matches(row, told)))).toEqual([]);
    expect(rows(lists.toldSeveralTimes).filter((row) => !repeated.some((told) => matches(row, told)))).toEqual([]);
  });
}
