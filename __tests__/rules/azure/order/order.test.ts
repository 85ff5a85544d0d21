import { stackPlans } from "../../../../lib/app";
import { ORDERS } from "../../../../lib/rules/azure/order/orders";
import { checkStack } from "../../../../lib/rules/check-stack";
import { sampleBlueprint } from "../../../support/files";
import { type StackJson, synthPlan } from "../../../support/synth";

const stacks = stackPlans(sampleBlueprint()).map((plan) => [plan.name, synthPlan(plan)] as const);

/** Not structuredClone: what it returns is of another realm under Jest, and no plain map. */
function copyOf(stack: StackJson): StackJson {
  return JSON.parse(JSON.stringify(stack)) as StackJson;
}

/** Every depends_on of a stack, an entry at a time: the address that has it, and the one that it names. */
function edges({ resource }: StackJson): [type: string, id: string, index: number, needed: string][] {
  return Object.entries(resource).flatMap(([type, resources]) =>
    Object.entries(resources).flatMap(([id, { depends_on: list = [] }]) =>
      (list as string[]).map((needed, index): [string, string, number, string] => [type, id, index, needed]),
    ),
  );
}

function without(stack: StackJson, type: string, id: string, index: number): StackJson {
  const copy = copyOf(stack);
  const list = copy.resource[type]?.[id]?.depends_on as string[];
  list.splice(index, 1);
  return copy;
}

const told = (name: string, stack: StackJson) =>
  checkStack(name, stack, ORDERS).map(({ rule, address }) => `${rule.id} ${address}`);

/** A model waits for its account by the account's id too. */
const isTwice = (type: string, needed: string) =>
  type === "azurerm_cognitive_deployment" && needed.startsWith("azurerm_cognitive_account.");

test.each(stacks)(
  "In the sample stack %s, every depends_on is needed: without it, one rule tells one thing.",
  (name, stack) => {
    const wrong = edges(stack)
      .filter(([type, , , needed]) => !isTwice(type, needed))
      .map(
        ([type, id, index, needed]) =>
          [`${type}.${id} - ${needed}`, told(name, without(stack, type, id, index))] as const,
      )
      .filter(([, findings]) => findings.length !== 1);

    expect(wrong).toEqual([]);
  },
);

test.each(stacks)("In the sample stack %s, a wait for roles that is gone is told once.", (name, stack) => {
  const wrong = Object.keys(stack.resource.time_sleep ?? {})
    .map((id) => {
      const copy = copyOf(stack);
      Reflect.deleteProperty(copy.resource.time_sleep ?? {}, id);
      return [id, told(name, copy)] as const;
    })
    .filter(([, findings]) => findings.length !== 1);

  expect(wrong).toEqual([]);
});

test.each(stacks)(
  "In the sample stack %s, no order is told of a resource that is gone: others tell of it.",
  (name, stack) => {
    const wrong = Object.entries(stack.resource)
      .filter(([type]) => type !== "time_sleep")
      .flatMap(([type, resources]) => Object.keys(resources).map((id) => [type, id] as const))
      .map(([type, id]) => {
        const copy = copyOf(stack);
        Reflect.deleteProperty(copy.resource[type] ?? {}, id);
        return [`${type}.${id}`, told(name, copy)] as const;
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
