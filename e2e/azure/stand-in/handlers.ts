import { setTimeout as sleep } from "node:timers/promises";
import type { Cloud, Thing } from "./cloud";
import { made } from "./computed";
import { identityOf, type Settings } from "./identity";
import { planned, withKnowns } from "./plan";
import type { Handlers } from "./protocol";
import type { Provider } from "./provider";
import { type Operation, refusalOf } from "./refusals";
import { replaces } from "./replacement";
import { schemaMessage } from "./schema";
import type { Schemas } from "./schemas";
import { fromWire, textOf, toWire, type Values } from "./values";

/** What one provider answers to terraform. The state is all that it knows of a resource, and the cloud whether it is there. */
export function handlersOf(provider: Provider, schemas: Schemas, cloud: Cloud): Handlers {
  /** Settings by caller. */
  const settings = new Map<string, Settings>();
  const settingsOf = (peer: string) => settings.get(peer) ?? NOWHERE;
  const newThing = (type: string, values: Values, peer: string): Thing => ({
    type,
    values,
    ...identityOf(type, values, settingsOf(peer)),
  });
  /** What a state knows. The provider that it was made with may be set otherwise by now, but its id stays. */
  const knownThing = (type: string, values: Values, peer: string): Thing =>
    cloud.find(type, textOf(values, "id") ?? "") ?? newThing(type, values, peer);

  return {
    GetProviderSchema: () => ({
      provider: schemaMessage(provider.settings()),
      resource_schemas: Object.fromEntries(schemas.all().map(([type, block]) => [type, schemaMessage(block)])),
      server_capabilities: { plan_destroy: false, get_provider_schema_optional: true },
    }),
    ValidateProviderConfig: () => ({}),
    ConfigureProvider: ({ config }, peer) => {
      const values = fromWire(config) as Values;
      settings.set(peer, {
        subscriptionId: textOf(values, "subscription_id") ?? NOWHERE.subscriptionId,
        tenantId: textOf(values, "tenant_id") ?? NOWHERE.tenantId,
      });
      return {};
    },
    ValidateResourceConfig: () => ({}),
    UpgradeResourceState: ({ raw_state }) => ({ upgraded_state: { json: raw_state.json } }),
    ReadResource: ({ type_name, current_state }, peer) => {
      const values = fromWire(current_state) as Values | null;
      const arm = values === null ? undefined : knownThing(type_name, values, peer).arm;
      const gone = arm !== undefined && !cloud.has(arm);
      return { new_state: gone ? toWire(null) : current_state };
    },
    PlanResourceChange: ({ type_name, prior_state, proposed_new_state }) => {
      const proposed = fromWire(proposed_new_state) as Values | null;
      if (proposed === null) return { planned_state: proposed_new_state, requires_replace: [] };
      const prior = fromWire(prior_state) as Values | null;
      const { state, replacing } = planned(
        schemas.of(type_name),
        { prior, proposed },
        { renewed: provider.renewed, replaces: (name, before, after) => replaces(type_name, name, before, after) },
      );
      return {
        planned_state: toWire(state),
        requires_replace: replacing.map((name) => ({ steps: [{ attribute_name: name }] })),
      };
    },
    ApplyResourceChange: async ({ type_name, prior_state, planned_state }, peer) => {
      const prior = fromWire(prior_state) as Values | null;
      const plan = fromWire(planned_state) as Values | null;
      const thing =
        prior === null
          ? newThing(type_name, plan ?? {}, peer)
          : { ...knownThing(type_name, prior, peer), values: plan ?? prior };
      const operation: Operation = plan === null ? "delete" : prior === null ? "create" : "update";
      // What Terraform does at the same time, because nothing orders it, is not there at the first of the two.
      const refused =
        refusalOf(operation, thing, cloud) ?? (await sleep(DURATION_MS)) ?? refusalOf(operation, thing, cloud);
      if (refused !== undefined) {
        const detail = `The stand-in of ${provider.name} refuses to ${operation} ${type_name}.`;
        return { new_state: prior_state, diagnostics: [{ severity: "ERROR", summary: refused, detail }] };
      }
      if (plan === null) {
        cloud.remove(thing);
        return { new_state: planned_state, diagnostics: [] };
      }
      const making = { type: type_name, identity: thing, settings: settingsOf(peer), values: plan };
      const values = withKnowns(schemas.of(type_name), plan, (attribute) => made(making, attribute));
      cloud.put({ ...thing, values });
      return { new_state: toWire(values), diagnostics: [] };
    },
    StopProvider: () => ({}),
  };
}

/** How long every operation takes: long enough that Terraform has begun with everything that waits for nothing. */
const DURATION_MS = 100;

const NO_ID = "00000000-0000-0000-0000-000000000000";

/** What a provider without settings works in. */
const NOWHERE: Settings = { subscriptionId: NO_ID, tenantId: NO_ID };
