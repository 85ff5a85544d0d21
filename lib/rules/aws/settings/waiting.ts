import type { Resource } from "../../resource";
import type { Violation } from "../../rule";
import type { Stack } from "../../stack";

/**
 * What a resource must wait for and does not: one violation, however many there are.
 *
 * @param others what must be there first; of several that do the same, one is enough
 */
export function* waitingFor(
  stack: Stack,
  resource: Resource,
  others: readonly (readonly [Resource, ...Resource[]])[],
): Iterable<Violation> {
  const missing = others.filter((same) => !same.some((other) => stack.dependsOn(resource, other)));
  if (missing.length === 0) return;
  const must = `must have ${missing.map(([{ address }]) => address).join(" and ")}`;
  yield { resource, argument: "depends_on", found: resource.content.depends_on, must };
}

/** Resources of which each must be there. */
export function alone(resources: readonly Resource[]): [Resource][] {
  return resources.map((resource) => [resource]);
}
