import { maps } from "../../blocks";
import { is } from "../../expectation";
import type { Rule } from "../../rule";
import { settings } from "../../setting";

const TYPE = "azurerm_monitor_autoscale_setting";

/** Scaling by load. */
export const AUTOSCALE = settings(TYPE, [
  {
    id: "azure-autoscale-enabled",
    severity: "low",
    title: "Scaling by load is on.",
    argument: "enabled",
    must: is(true),
    reason: "A burst of requests would be refused, or idle instances would stay.",
    source: "Learn: Overview of autoscale in Azure",
    controls: ["MCSB PV-2"],
  },
]);

/** Whether the numbers of a profile agree. */
export const AUTOSCALE_CAPACITY: Rule = {
  id: "azure-autoscale-capacity",
  severity: "low",
  title: "Scaling begins between its fewest and its most instances.",
  reason: "A plan takes any numbers, and Azure refuses them; with no instance nothing answers.",
  source: "Learn: Overview of autoscale in Azure",
  controls: ["MCSB PV-2"],
  fix: "set capacity so that 1 <= minimum <= default <= maximum",
  example: { wrong: example(20), right: example(2) },
  check: (stack) =>
    stack.resources(TYPE).flatMap((resource) =>
      maps(resource.content.profile)
        .flatMap(({ capacity }) => maps(capacity))
        .filter((capacity) => !isRight(capacity))
        .map((found) => ({
          resource,
          argument: "profile.capacity",
          found,
          must: "must have a minimum of 1 or more, a default that is no less, and a maximum that is no less than that",
        })),
    ),
};

function isRight({ minimum, default: first, maximum }: Readonly<Record<string, unknown>>): boolean {
  const [least, begin, most] = [Number(minimum), Number(first), Number(maximum)];
  return least >= 1 && begin >= least && most >= begin;
}

function example(first: number) {
  const profile = [{ capacity: { minimum: 2, default: first, maximum: 10 } }];
  return { resource: { [TYPE]: { example: { profile } } } };
}
