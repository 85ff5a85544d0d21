import fc from "fast-check";
import { stackPlans } from "../../../lib/app";
import { blueprintOf, type Content, platform, tenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { addressOf, allBefore, dependencies } from "../../support/references";
import { pathOf, resourcesOf, type StackJson, synthPlan } from "../../support/synth";

const RULES = "workspace/managed-network/rules/";

/** One rule of each way in which a rule is made, with a destination of its own. */
const KINDS: readonly ((name: string) => Content)[] = [
  (name) => ({ fqdn: `${name}.example.com` }),
  (name) => ({ serviceTag: "AzureManagedGrafana", ports: portOf(name) }),
  (name) => ({ serviceTag: "EventHub.westeurope", ports: portOf(name) }),
  (name) => ({ privateEndpoint: { resourceId: idOf("Microsoft.KeyVault/vaults", name), subresource: "vault" } }),
  (name) => ({
    privateEndpoint: { resourceId: idOf("Microsoft.Search/searchServices", name), subresource: "searchService" },
  }),
];

/** A port that differs from rule to rule by the last letter of the name. */
function portOf(name: string): string {
  return String(1000 + name.charCodeAt(name.length - 1));
}

function idOf(type: string, name: string): string {
  return `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/data/providers/${type}/${name}`;
}

/** Lists of rules of every kind in any order. */
const lists = fc
  .tuple(
    fc.shuffledSubarray(["a", "b", "c", "d", "e", "f", "g", "h"], { minLength: 1 }),
    fc.array(fc.nat({ max: KINDS.length - 1 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([letters, kinds]) =>
    letters.map((letter, index): Content => {
      const name = `rule${letter}`;
      return { name, ...KINDS[kinds[index] ?? 0]?.(name) };
    }),
  );

function synthesized(outbound: readonly Content[]): StackJson {
  const blueprint = blueprintOf(platform(), [tenant("acme", { azure: { outbound, endpoints: [{ name: "churn" }] } })]);
  const plan = stackPlans(blueprint).find(({ name }) => name === "tenant-acme");
  if (plan === undefined) throw new Error("there is no stack of acme");
  return synthPlan(plan);
}

/** The rules of a stack by name, with the address and the arguments of each. */
function rulesOf(stack: StackJson): Map<string, { address: string; body: Record<string, unknown> }> {
  const found = Object.keys(stack.resource).flatMap((type) =>
    Object.entries(resourcesOf(stack, type)).flatMap(([id, body]) => {
      const path = pathOf(stack, type, id);
      return path.startsWith(RULES) ? [[path.split("/")[3] ?? "", { address: `${type}.${id}`, body }] as const] : [];
    }),
  );
  return new Map(found);
}

function withoutOrder({ depends_on: dependsOn, ...body }: Record<string, unknown>): Record<string, unknown> {
  return body;
}

test("The rules of any list form one chain, from the provisioned network to the endpoints.", () => {
  fc.assert(
    fc.property(lists, (list) => {
      const stack = synthesized(list);
      const rules = rulesOf(stack);
      const graph = dependencies(stack);
      const steps = [addressOf(stack, "workspace/managed-network/provision")];
      for (const name of [...rules.keys()].sort()) {
        const { address } = rules.get(name) ?? { address: "" };
        const waitsFor = [...(graph.get(address) ?? [])].filter(
          (other) => steps.includes(other) || [...rules.values()].some((rule) => rule.address === other),
        );

        expect(waitsFor).toEqual([steps.at(-1)]);
        steps.push(address);
      }

      expect(rules.size).toBe(list.length);
      expect(allBefore(stack, addressOf(stack, "endpoint-churn/endpoint"))).toContain(steps.at(-1));
    }),
    { numRuns: 12 },
  );
});

test("Removing a rule changes no other rule but what the next one waits for.", () => {
  fc.assert(
    fc.property(lists, fc.nat(), (list, index) => {
      const removed = String(list[index % list.length]?.name);
      const before = rulesOf(synthesized(list));
      const after = rulesOf(synthesized(list.filter(({ name }) => name !== removed)));
      const names = [...before.keys()].sort();
      const next = names[names.indexOf(removed) + 1];

      expect([...after.keys()].sort()).toEqual(names.filter((name) => name !== removed));
      for (const [name, { address, body }] of after) {
        const earlier = before.get(name) ?? { address: "", body: {} };
        expect(address).toBe(earlier.address);
        expect(withoutOrder(body)).toEqual(withoutOrder(earlier.body));
        expect(JSON.stringify(body) === JSON.stringify(earlier.body)).toBe(name !== next);
      }
    }),
    { numRuns: 15 },
  );
});
