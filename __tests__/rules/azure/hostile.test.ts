import { stackPlans } from "../../../lib/app";
import { AZURE_RELATIONS } from "../../../lib/rules/azure/azure-relations";
import { checkStack } from "../../../lib/rules/check-stack";
import { sampleBlueprint } from "../../support/files";
import { synthPlan } from "../../support/synth";

/** A resource of each type. */
const SAMPLES = new Map(
  stackPlans(sampleBlueprint())
    .filter(({ name }) => ["hub", "tenant-acme"].includes(name))
    .flatMap((plan) => Object.entries(synthPlan(plan).resource))
    .flatMap(([type, resources]) => Object.values(resources).map((sample) => [type, sample] as const)),
);
const TYPES = [...SAMPLES.keys()];
const NONSENSE = [null, "", "${", "x", 0, true, [], {}, [[]], [null], { example: null }, [{ example: [{}] }]];

test.each(TYPES)("No rule fails on a resource of type %s that is no resource.", (type) => {
  for (const value of NONSENSE) {
    for (const resource of [{ [type]: value }, { [type]: { example: value } }, [{ [type]: [{ example: [value] }] }]]) {
      expect(() => checkStack("tenant-x", { resource }, AZURE_RELATIONS)).not.toThrow();
    }
  }
});

test.each(TYPES)("No rule fails on a resource of type %s whose arguments are something else.", (type) => {
  const sample = SAMPLES.get(type) ?? {};
  for (const name of Object.keys(sample)) {
    for (const value of NONSENSE) {
      const resource = { [type]: { example: { ...sample, [name]: value } } };
      expect(() => checkStack("tenant-x", { resource }, AZURE_RELATIONS)).not.toThrow();
    }
  }
});
