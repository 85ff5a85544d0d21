import { ADDITIONS } from "../../../../e2e/azure/stand-in/additions";
import { Bindings } from "../../../../e2e/azure/stand-in/bindings";
import { identityOf } from "../../../../e2e/azure/stand-in/identity";
import { PROVIDERS } from "../../../../e2e/azure/stand-in/provider";
import { stackPlans } from "../../../../lib/app";
import { sampleBlueprint } from "../../../support/files";
import { synthPlan } from "../../../support/synth";

const block = (type: string) => PROVIDERS.map((provider) => provider.resource(type)).find((found) => found);
const types = [
  ...new Set(stackPlans(sampleBlueprint()).flatMap((plan) => Object.keys(synthPlan(plan).resource))),
].filter((type) => type !== "terraform_data");

test("Every type of resource that the stacks have has a schema, and ids.", () => {
  expect(types).toContain("azurerm_subnet");
  expect(types.filter((type) => block(type) === undefined)).toEqual([]);
  expect(() => types.map((type) => identityOf(type, {}, { subscriptionId: "", tenantId: "" }))).not.toThrow();
});

test.each(Object.entries(ADDITIONS))(
  "What is added to %s is not in the bindings, and so still needed.",
  (type, added) => {
    const bound = new Bindings("azurerm").resource(type)?.attributes.map(({ name }) => name) ?? [];

    expect(added.filter(({ name }) => bound.includes(name))).toEqual([]);
    expect(block(type)?.attributes).toEqual(expect.arrayContaining([...added]));
  },
);
