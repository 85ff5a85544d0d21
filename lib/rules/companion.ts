import type { Resource } from "./resource";
import { valuesAt } from "./blocks";
import type { Tree } from "../terraform/tree";
import type { Rule, RuleText } from "./rule";
import type { Stack } from "./stack";

/** A rule that a resource must have another one beside it. */
export interface Companion extends RuleText {
  /** The type of what needs one. */
  readonly of: string;
  /** The type of the companion. */
  readonly needs: string;
  /** The companion's argument that names the resource. */
  readonly by: string;
  /** Which companions will do. Default: all of the type. */
  readonly which?: (companion: Resource) => boolean;
  /** Which resources need one. Default: all of the type. */
  readonly when?: (resource: Resource, stack: Stack) => boolean;
}

/** The rule that a resource must have a companion, which names it. */
export function companion({ of, needs, by, which = all, when = all, ...text }: Companion): Rule {
  return {
    ...text,
    fix: `add an ${needs} whose ${by} names it`,
    example: {
      wrong: { resource: { [of]: { example: {} } } },
      right: { resource: { [of]: { example: {} }, [needs]: { example: naming(of, by) } } },
    },
    check: (stack) => {
      const having = new Set(
        stack
          .resources(needs)
          .filter(which)
          .flatMap((other) => valuesAt(other.content, by).flatMap(({ value }) => stack.namedBy(value))),
      );
      return stack
        .resources(of)
        .filter((resource) => when(resource, stack) && !having.has(resource))
        .map((resource) => ({ resource, argument: "", found: undefined, must: `must have an ${needs}` }));
    },
  };
}

/** The arguments of a companion that names the example, also where that stands within a block. */
function naming(of: string, by: string): Tree {
  return by.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), `\${${of}.example.id}`) as Tree;
}

function all(): true {
  return true;
}
