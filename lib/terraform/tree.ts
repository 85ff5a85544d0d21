/** A map of Terraform JSON, or of what becomes it. */
export type Tree = Record<string, unknown>;

/** Whether a node is a map and nothing else: no instance of a class, and no token. */
export function isMap(node: unknown): node is Tree {
  return (
    typeof node === "object" &&
    node !== null &&
    Object.getPrototypeOf(node) === Object.prototype &&
    typeof (node as Tree).resolve !== "function"
  );
}

/**
 * Refuses a key that JavaScript takes for the prototype: CDKTF loses its value without a word, or changes every map by
 * it.
 */
export function refuseUnusableKey(key: string, place = "a stack"): void {
  if (key === "__proto__") throw new Error(`${place} has a map with the key "__proto__"; use another one`);
}
