import type { StackJson } from "./synth";

/** The resources that each resource of a stack refers to, in an argument or in depends_on, by address. */
export function dependencies(stack: StackJson): Map<string, Set<string>> {
  return new Map(
    Object.entries(stack.resource).flatMap(([type, resources]) =>
      Object.entries(resources).map(
        ([id, { "//": metadata, ...body }]) => [`${type}.${id}`, referencesIn(body)] as const,
      ),
    ),
  );
}

/** Every address that is named in an interpolation or in depends_on. */
export function referencesIn(tree: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node === "string") {
      for (const [, address = ""] of node.matchAll(/\$\{([a-z_0-9]+\.[\w-]+)[.}[]/g)) found.add(address);
    } else if (typeof node === "object" && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (key === "depends_on") for (const address of value as string[]) found.add(address);
        else visit(value);
      }
    }
  };
  visit(tree);
  return found;
}

/** Everything that must be there before a resource, directly or not. */
export function allBefore(stack: StackJson, address: string): Set<string> {
  const graph = dependencies(stack);
  const before = new Set<string>();
  const visit = (current: string): void => {
    for (const next of graph.get(current) ?? []) {
      if (before.has(next)) continue;
      before.add(next);
      visit(next);
    }
  };
  visit(address);
  return before;
}

/** The address of the resource at a construct path below the stack. */
export function addressOf(stack: StackJson, path: string): string {
  for (const [type, resources] of Object.entries(stack.resource)) {
    for (const [id, resource] of Object.entries(resources)) {
      const { metadata } = resource["//"] as { metadata: { path: string } };
      if (metadata.path.split("/").slice(1).join("/") === path) return `${type}.${id}`;
    }
  }
  throw new Error(`no resource at ${path}`);
}
