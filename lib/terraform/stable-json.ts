/**
 * The text of a tree of plain values, keys sorted, indented by two spaces: the same bytes as the `json-stable-stringify`
 * that CDKTF writes its files with, an empty map or list on two lines included, at a fraction of its time.
 */
export function stableJson(node: unknown): string {
  return write(node, "\n");
}

function write(node: unknown, indent: string): string {
  if (typeof node !== "object" || node === null) return JSON.stringify(node);
  const inner = `${indent}  `;
  if (Array.isArray(node)) return `[${node.map((entry) => inner + write(entry, inner)).join(",")}${indent}]`;
  const entries = Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, value]) => `${inner}${JSON.stringify(key)}: ${write(value, inner)}`).join(",")}${indent}}`;
}
