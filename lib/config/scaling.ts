import { z } from "zod";
import { across, type CrossFinding, valueAt } from "./cross-checks";

/**
 * Most instances that a deployment may have unless Microsoft has raised it (Learn, "Manage and increase quotas and
 * limits for resources with Azure Machine Learning").
 */
export const MAX_INSTANCES = 50;

/** A number of instances. */
export function instanceCount() {
  return z.int().min(1).max(MAX_INSTANCES);
}

const percent = () => z.int().min(1).max(99);

const cpu = z.strictObject({
  outAbove: percent().default(70).meta({
    description: "Percentage of CPU, averaged over five minutes, above which two instances are added. Default: 70.",
  }),
  inBelow: percent().default(30).meta({
    description: "Percentage of CPU, averaged over ten minutes, below which one instance is removed. Default: 30.",
  }),
});

/** How many instances a deployment has, by the load on them. Rejects bounds between which the number would swing. */
export const scaling = across(
  z.strictObject({
    min: instanceCount().default(2).meta({ description: "The fewest instances, 1 to 50. Default: 2." }),
    max: instanceCount().meta({ description: "The most instances, min to 50." }),
    cpu: cpu.prefault({}).meta({ description: "When to add and to remove instances." }),
  }),
  (value) => [...emptyRange(value), ...swinging(value)],
);

/** How a deployment scales, as written in a file. */
export type ScalingConfig = z.output<typeof scaling>;

function emptyRange({ min, max }: Readonly<Record<string, unknown>>): CrossFinding[] {
  if (typeof min !== "number" || typeof max !== "number" || max >= min) return [];
  return [{ path: ["max"], message: `${max} is less than min, which is ${min}; use ${min} or more` }];
}

/**
 * With one instance removed the others take its load. If that is above the upper bound the instance comes back at once,
 * and goes again; Azure then does not remove it at all (Learn, "Understanding flapping in autoscale"). The fewer
 * instances there are the more each of the others takes.
 */
function swinging({ min, cpu: bounds }: Readonly<Record<string, unknown>>): CrossFinding[] {
  const [outAbove, inBelow] = [valueAt(bounds, "outAbove"), valueAt(bounds, "inBelow")];
  if (typeof min !== "number" || typeof outAbove !== "number" || typeof inBelow !== "number" || min < 1) return [];
  const highest = Math.ceil((outAbove * min) / (min + 1)) - 1;
  if (inBelow <= highest) return [];
  const fix = highest < 1 ? "use a higher outAbove" : `use ${highest} or less, or a higher outAbove`;
  const message = `${inBelow} is too near to outAbove, which is ${outAbove}: when ${min + 1} instances become ${min}, the load of each rises from ${inBelow} to ${Math.round((inBelow * (min + 1)) / min)} percent; ${fix}`;
  return [{ path: ["cpu", "inBelow"], message }];
}
