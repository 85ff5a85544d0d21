import type { Thing } from "./cloud";
import { Dynamic, isValues, textOf, type Value } from "./values";

/** Which of an endpoint's deployments get requests, in percent, by name. */
export type Traffic = Readonly<Record<string, number>>;

/**
 * The traffic of an endpoint after a request that sets it. An update keeps the share of a deployment that it does not name;
 * what an action sends is all.
 *
 * @param current the traffic of an endpoint before
 * @returns the endpoint's id, and its traffic; undefined for any other request
 */
export function trafficAfter(
  { type, values }: Thing,
  current: (endpoint: string) => Traffic,
): { endpoint: string; traffic: Traffic } | undefined {
  if (type !== "azapi_update_resource" && type !== "azapi_resource_action") return undefined;
  const body = values.body instanceof Dynamic ? values.body.value : null;
  const traffic = part(part(body, "properties"), "traffic");
  if (!isValues(traffic)) return undefined;
  const endpoint = (textOf(values, "resource_id") ?? "").toLowerCase();
  const kept = type === "azapi_update_resource" ? current(endpoint) : {};
  return { endpoint, traffic: { ...kept, ...(traffic as Traffic) } };
}

/** Whether a request is made when its resource goes, and not when it comes. */
export function isMadeAtTheEnd({ values }: Thing): boolean {
  return textOf(values, "when") === "destroy";
}

function part(value: Value | undefined, name: string): Value | undefined {
  return isValues(value) ? value[name] : undefined;
}
