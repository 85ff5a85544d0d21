import { stackPlans } from "../../lib/app";
import { SAMPLE, SAMPLE_ON_AWS, sampleBlueprint } from "../support/files";
import { synthPlan } from "../support/synth";
import { matches, NOT_TOLD, TOLD_SEVERAL_TIMES } from "./mutations/not-told";
import { survey, type Told } from "./mutations/survey";

let all: Told[] = [];
beforeAll(() => {
  const plans = [SAMPLE, SAMPLE_ON_AWS].map((files) => stackPlans(sampleBlueprint(files)));
  all = plans.flatMap((ofCloud) => survey(new Map(ofCloud.map((plan) => [plan.name, synthPlan(plan)]))));
});

const name = ({ type, argument, kind }: Told) => `${type} ${argument}: ${kind}`;
const isListed = (told: Told) => NOT_TOLD.some(({ of }) => matches(of, told));

test("A rule tells of every change of the sample stacks, unless a list says why none does.", () => {
  const silent = all.filter((told) => told.silent.length > 0 && !isListed(told));

  expect(silent.map((told) => `${name(told)}\n  ${told.silent.slice(0, 3).join("\n  ")}`)).toEqual([]);
});

test("No change is told twice, unless a list says why it is.", () => {
  const repeated = all.filter(
    (told) => told.repeated.length > 0 && !TOLD_SEVERAL_TIMES.some(({ of }) => matches(of, told)),
  );

  expect(repeated.flatMap((told) => told.repeated.map((one) => `${name(told)}\n  ${one}`))).toEqual([]);
});

test.each(NOT_TOLD.flatMap(({ of }) => Object.entries(of).flatMap(([type, args]) => args.map((arg) => [type, arg]))))(
  "The list has %s %s for a change of which no rule tells.",
  (type, argument) => {
    expect(all.some((told) => told.silent.length > 0 && matches({ [type]: [argument] }, told))).toBe(true);
  },
);
