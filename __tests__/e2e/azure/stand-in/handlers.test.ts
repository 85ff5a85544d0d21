import { Cloud } from "../../../../e2e/azure/stand-in/cloud";
import { handlersOf } from "../../../../e2e/azure/stand-in/handlers";
import { PROVIDERS } from "../../../../e2e/azure/stand-in/provider";
import { Schemas } from "../../../../e2e/azure/stand-in/schemas";
import { fromWire, toWire, UNKNOWN, type Value, type Values } from "../../../../e2e/azure/stand-in/values";

const GROUP = "azurerm_resource_group";
const SUBSCRIPTION = "20000000-0000-4000-8000-000000000002";
const PEER = "127.0.0.1:1";

function standIn(...types: string[]) {
  const [azurerm] = PROVIDERS;
  if (azurerm === undefined) throw new Error("there is no provider");
  const cloud = new Cloud();
  const handlers = handlersOf(azurerm, new Schemas(azurerm, new Set(types)), cloud);
  const configure = (peer: string, subscription: string) =>
    handlers.ConfigureProvider({ config: toWire({ subscription_id: subscription }) }, peer);
  const apply = async (prior: Value, plan: Value, peer = PEER) => {
    const request = { type_name: GROUP, prior_state: toWire(prior), planned_state: toWire(plan) };
    const { new_state, diagnostics } = await handlers.ApplyResourceChange(request, peer);
    return { state: fromWire(new_state) as Values | null, refused: diagnostics.map(({ summary }) => summary) };
  };
  const read = async (state: Value) => {
    const { new_state } = await handlers.ReadResource({ type_name: GROUP, current_state: toWire(state) }, PEER);
    return fromWire(new_state);
  };
  return { handlers, cloud, configure, apply, read };
}

const group: Values = { name: "rg", location: "westeurope", managed_by: null, tags: null, timeouts: null, id: UNKNOWN };
const id = (subscription: string) => `/subscriptions/${subscription}/resourceGroups/rg`;

test("What is applied is there, with an id in the subscription of the provider that applied it.", async () => {
  const { cloud, configure, apply, read } = standIn(GROUP);
  await configure(PEER, SUBSCRIPTION);
  await configure("127.0.0.1:2", "other");
  const { state } = await apply(null, group);
  const { state: other } = await apply(null, group, "127.0.0.1:2");

  expect(state).toEqual({ ...group, id: id(SUBSCRIPTION) });
  expect(other?.id).toBe(id("other"));
  expect(await read(state)).toEqual(state);
  expect(cloud.all).toHaveLength(2);
});

test("What is refused stays what it was, and says why.", async () => {
  const { configure, apply } = standIn(GROUP);
  await configure(PEER, SUBSCRIPTION);
  await apply(null, group);

  expect(await apply(null, group)).toEqual({ state: null, refused: [`${id(SUBSCRIPTION)} already exists`] });
});

test("Of two of the same that come at the same time one is refused.", async () => {
  const { configure, apply } = standIn(GROUP);
  await configure(PEER, SUBSCRIPTION);
  const both = await Promise.all([apply(null, group), apply(null, group)]);

  expect(both.map(({ refused }) => refused.length)).toEqual([0, 1]);
});

test("What is deleted is gone, also for a state that still knows it.", async () => {
  const { cloud, configure, apply, read } = standIn(GROUP);
  await configure(PEER, SUBSCRIPTION);
  const { state } = await apply(null, group);
  await configure(PEER, "another subscription by now");
  await apply(state, null);

  expect(cloud.all).toEqual([]);
  expect(await read(state)).toBeNull();
});

test("Terraform is told of the types that are in use, and of no type that the provider does not have.", async () => {
  const { handlers } = standIn(GROUP, "azurerm_unheard_of", "azuread_application");
  const { resource_schemas } = await handlers.GetProviderSchema({}, PEER);

  expect(Object.keys(resource_schemas)).toEqual([GROUP]);
});
