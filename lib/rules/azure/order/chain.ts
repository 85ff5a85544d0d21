import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import type { Wait } from "./order";

/**
 * What breaks the chain of resources that must come one after another: those that stand beside another one, each to wait
 * for that one. Nothing when each two of them have an order. Of several breaks the first ones are told.
 *
 * @param start what the first of the chain waits for. Default: nothing
 */
export function breaksIn(stack: Stack, resources: readonly Resource[], start: readonly Resource[] = []): Wait[] {
  const places = new Map<number, Resource[]>();
  for (const resource of resources) {
    const place = resources.filter((other) => stack.dependsOn(resource, other)).length;
    places.set(place, [...(places.get(place) ?? []), resource]);
  }
  const [first] = [...places].filter(([, beside]) => beside.length > 1).sort(([a], [b]) => a - b);
  // The one that waits for the start of the chain stays where it is.
  const begins = (resource: Resource) => start.filter((other) => stack.dependsOn(resource, other)).length;
  const [kept, ...others] = [...(first?.[1] ?? [])].sort((a, b) => begins(b) - begins(a));
  return kept === undefined ? [] : others.map((resource) => ({ resource, after: [kept] }));
}
