import type { StackJson } from "./synth";

/** What each resource and data source of a stack refers to, in an argument or in depends_on, by address. */
export function dependencies({ resource, data = {} }: StackJson): Map<string, Set<string>> {
  const graphOf = (blocks: StackJson["resource"], prefix: string) =>
    Object.entries(blocks).flatMap(([type, bodies]) =>
      Object.entries(bodies).map(
        ([id, { "//": metadata, ...body }]) => [`${prefix}${type}.${id}`, referencesIn(body)] as const,
      ),
    );
  return new Map([...graphOf(resource, ""), ...graphOf(data, "data.")]);
}

/** Arguments that name addresses as they are, or attributes of them. */
const ADDRESSES = ["depends_on", "replace_triggered_by"];

/** Every address that is named in an interpolation, or in one of the arguments that name addresses. */
export function referencesIn(tree: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node === "string") {
      for (const [, address = ""] of node.matchAll(/\$\{((?:data\.)?[a-z_0-9]+\.[\w-]+)[.}[]/g)) found.add(address);
    } else if (typeof node === "object" && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (ADDRESSES.includes(key))
          for (const address of value as string[]) found.add(/^(data\.)?[^.]+\.[^.]+/.exec(address)?.[0] ?? address);
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
