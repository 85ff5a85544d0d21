import { valueAt } from "./cross-checks";

/** The protocol of a service tag rule that names none. */
export const DEFAULT_PROTOCOL = "TCP";
/** The ports of a service tag rule that names none. */
export const DEFAULT_PORTS = "443";

/**
 * What an outbound rule leads to, as one text: two rules with the same text allow the same twice. The order of ports does
 * not count, nor does the case of a resource's id, which Azure takes in any.
 *
 * @param rule a rule as a file has it: unchecked
 * @returns undefined when the rule has no destination that could be told
 */
export function destinationOf(rule: unknown): string | undefined {
  const [fqdn, privateEndpoint, tag] = ["fqdn", "privateEndpoint", "serviceTag"].map((kind) => valueAt(rule, kind));
  if (typeof fqdn === "string") return fqdn;
  if (typeof tag === "string") {
    const protocol = text(valueAt(rule, "protocol"), DEFAULT_PROTOCOL);
    const ports = text(valueAt(rule, "ports"), DEFAULT_PORTS);
    return `${tag}, ${protocol} ${ports.split(",").sort().join(",")}`;
  }
  const [id, subresource] = ["resourceId", "subresource"].map((key) => valueAt(privateEndpoint, key));
  if (typeof id !== "string" || typeof subresource !== "string") return undefined;
  return `${subresource} of ${id.toLowerCase()}`;
}

function text(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
