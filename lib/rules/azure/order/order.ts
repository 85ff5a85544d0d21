import { list } from "../../blocks";
import type { Resource } from "../../resource";
import type { Example, Rule, RuleText } from "../../rule";
import type { Stack } from "../../stack";

/** What a resource must wait for: Terraform makes that before it, and deletes it after it. */
export interface Wait {
  readonly resource: Resource;
  readonly after: readonly Resource[];
}

/** A rule about the order in which Terraform makes resources, and in reverse deletes them. */
export interface Order extends RuleText {
  /** Who waits for whom. */
  readonly waits: (stack: Stack) => Iterable<Wait>;
  readonly example: Example;
}

const ADDRESS = /^(?:data\.)?[a-z][a-z0-9]*_\w+\.[\w-]+$/;

/**
 * The rule that resources wait for others, by reference or by depends_on. What waits for a resource that does not wait
 * itself is not told again: one missing edge is one finding.
 */
export function order({ waits, ...text }: Order): Rule {
  return {
    ...text,
    fix: "name it in depends_on",
    *check(stack) {
      const early = [...waits(stack)]
        .map(({ resource, after }) => ({ resource, missing: missingFor(stack, resource, after) }))
        .filter(({ missing }) => missing.length > 0);
      for (const { resource, missing } of early) {
        if (early.some((other) => other.resource !== resource && stack.dependsOn(resource, other.resource))) continue;
        if (waitsForAbsent(stack, resource)) continue;
        yield {
          resource,
          argument: "depends_on",
          found: resource.content.depends_on,
          must: `must wait for ${missing.map(({ address }) => address).join(" and ")}`,
        };
      }
    },
  };
}

function missingFor(stack: Stack, resource: Resource, after: readonly Resource[]): Resource[] {
  return after.filter((other) => other !== resource && !stack.dependsOn(resource, other));
}

/**
 * Whether a resource, or what it waits for, names something in depends_on that is not there. Terraform refuses such a
 * stack, and other rules tell what is missing.
 */
export function waitsForAbsent(stack: Stack, resource: Resource, except = /^$/): boolean {
  return [resource, ...stack.dependencies(resource)].some(({ content }) =>
    list(content.depends_on).some(
      (address) =>
        typeof address === "string" &&
        ADDRESS.test(address) &&
        !except.test(address) &&
        stack.find(address) === undefined,
    ),
  );
}
