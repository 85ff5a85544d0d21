import { stackPlans } from "../../../../lib/app";
import { ORDERS } from "../../../../lib/rules/azure/order/orders";
import { checkStack } from "../../../../lib/rules/check-stack";
import { sampleBlueprint } from "../../../support/files";
import { type StackJson, synthPlan } from "../../../support/synth";

const stacks = stackPlans(sampleBlueprint()).map((plan) => [plan.name, synthPlan(plan)] as const);

const told = (name: string, stack: StackJson) =>
  checkStack(name, stack, ORDERS).map(({ rule, address }) => `${rule.id} ${address}`);

test.each(stacks)(
  "In the sample stack %s, no order is told of a resource that is gone: others tell of it.",
  (name, stack) => {
    const wrong = Object.entries(stack.resource)
      .filter(([type]) => type !== "time_sleep")
      .flatMap(([type, resources]) => Object.keys(resources).map((id) => [type, id] as const))
      .map(([type, id]) => {
        const { [id]: gone, ...others } = stack.resource[type] ?? {};
        return [`${type}.${id}`, told(name, { ...stack, resource: { ...stack.resource, [type]: others } })] as const;
      })
      .filter(([, findings]) => findings.length > 0);

    expect(wrong).toEqual([]);
  },
);

test("A stack in which things depend on each other in a circle is read to its end.", () => {
  const resource = {
    azurerm_virtual_network_peering: {
      a: {
        virtual_network_name: "a",
        remote_virtual_network_id: "b",
        depends_on: ["azurerm_virtual_network_peering.b"],
      },
      b: {
        virtual_network_name: "b",
        remote_virtual_network_id: "a",
        depends_on: ["azurerm_virtual_network_peering.a"],
      },
    },
  };

  expect(() => checkStack("x", { resource }, ORDERS)).not.toThrow();
});
