import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Violation } from "../../rule";
import type { Stack } from "../../stack";

/** A place that refers to something that serves one purpose, such as a key. */
export interface Use {
  readonly resource: Resource;
  readonly argument: string;
  readonly value: unknown;
  /** What it refers to. */
  readonly target: Resource;
}

/** Where a type refers to something; of some resources only, if so said. */
export interface UsePlace {
  readonly type: string;
  readonly argument: string;
  readonly when?: (resource: Resource, stack: Stack) => boolean;
}

/** The places of a stack that refer to a resource of a type, also within lists. */
export function usesOf(stack: Stack, places: readonly UsePlace[], targetType: string): Use[] {
  return places.flatMap(({ type, argument, when = () => true }) =>
    stack
      .resources(type)
      .filter((resource) => when(resource, stack))
      .flatMap((resource) =>
        valuesAt(resource.content, argument).flatMap(({ argument: place, value }) =>
          [value].flat().flatMap((one) => {
            const target = stack.target(one);
            return target?.type === targetType ? [{ resource, argument: place, value: one, target }] : [];
          }),
        ),
      ),
  );
}

/**
 * What refers to something else than the others that serve the same purpose. Most of a purpose are taken to be right. Where as
 * many say one thing as another, or two purposes would share something, it belongs to whom it serves more.
 *
 * @param purposes the uses of each purpose
 */
export function* strays(purposes: readonly (readonly Use[])[], must: string): Iterable<Violation> {
  const owners = ownersOf(purposes);
  for (const [index, uses] of purposes.entries()) {
    for (const { resource, argument, value, target } of uses) {
      const own = [...owners].filter(([, owner]) => owner === index).map(([one]) => one);
      if (own[0] !== target && (own.length > 0 || owners.has(target))) {
        yield { resource, argument, found: value, must };
      }
    }
  }
}

/** Which purpose each target serves: that with most uses of it, and each purpose has one target at most. */
function ownersOf(purposes: readonly (readonly Use[])[]): Map<Resource, number> {
  const counts = purposes.flatMap((uses, purpose) => {
    const targets = [...new Set(uses.map(({ target }) => target))];
    return targets.map((target) => ({
      purpose,
      target,
      uses: uses.filter((use) => use.target === target).length,
      others: purposes.flat().filter((use) => use.target === target).length,
    }));
  });
  counts.sort((a, b) => b.uses - a.uses || a.others - b.others);
  const owners = new Map<Resource, number>();
  const served = new Set<number>();
  for (const { purpose, target } of counts) {
    if (owners.has(target) || served.has(purpose)) continue;
    owners.set(target, purpose);
    served.add(purpose);
  }
  return owners;
}
