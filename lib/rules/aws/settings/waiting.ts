import type { Resource } from "../../resource";
import type { Violation } from "../../rule";
import type { Stack } from "../../stack";

/** What a resource must wait for and does not: one violation, however many there are. */
export function* waitingFor(stack: Stack, resource: Resource, others: readonly Resource[]): Iterable<Violation> {
  const missing = others.filter((other) => other !== resource && !stack.dependsOn(resource, other));
  if (missing.length === 0) return;
  const must = `must have ${missing.map(({ address }) => address).join(" and ")}`;
  yield { resource, argument: "depends_on", found: resource.content.depends_on, must };
}
