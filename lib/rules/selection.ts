import type { Tree } from "../terraform/tree";
import { valuesAt } from "./blocks";
import type { Resource } from "./resource";
import type { Stack } from "./stack";

/** Some of the resources of a type. */
export interface Selection {
  /** Whether a resource is one of them. */
  readonly has: (resource: Resource, stack: Stack) => boolean;
  /** Blocks beside the resource `example` of an example, or arguments in it, that make it one of them. */
  readonly example: Tree;
}

/** The azapi resources, updates or actions of one ARM type. */
export function ofArmType(terraformType: string, armType: string, content: Tree = {}): Selection {
  return {
    has: (resource) =>
      resource.armType?.toLowerCase() === armType.toLowerCase() &&
      Object.entries(content).every(([name, value]) => resource.content[name] === value),
    example: { resource: { [terraformType]: { example: { type: `${armType}@2025-06-01`, ...content } } } },
  };
}

/** The azapi resources whose body has a value at a place, which tells one kind of an ARM type from another. */
export function ofKind(argument: string, kind: string): Selection {
  const body = argument.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), kind);
  return {
    has: ({ content }) => valuesAt(content, argument).some(({ value }) => value === kind),
    example: { resource: { azapi_resource: { example: body } } },
  };
}
