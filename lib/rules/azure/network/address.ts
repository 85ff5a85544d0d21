import { type Cidr, contains, parseCidr } from "../../../config/cidr";

/** What security groups take for every address. */
const ANYWHERE = ["*", "any", "internet", "0.0.0.0/0", "::/0"];

/** Ranges that are not routed on the internet (RFC 1918, and RFC 6598 for carriers). */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map(rangeOf);

/** Whether a prefix of a security rule is the internet, or everything. */
export function isAnywhere(prefix: string): boolean {
  return ANYWHERE.includes(prefix.toLowerCase());
}

/** Whether a prefix of a security rule holds private addresses alone. */
export function isPrivate(prefix: string): boolean {
  const range = rangeOf(prefix);
  return range !== undefined && PRIVATE.some((outer) => outer !== undefined && contains(outer, range));
}

/** Whether a prefix is a range, or an address. */
export function isRange(prefix: string): boolean {
  return rangeOf(prefix) !== undefined;
}

/** Whether one prefix lies within another. */
export function isWithin(outer: string, inner: string): boolean {
  const [outerRange, innerRange] = [rangeOf(outer), rangeOf(inner)];
  return outerRange !== undefined && innerRange !== undefined && contains(outerRange, innerRange);
}

/** An address alone is a range of one. */
function rangeOf(prefix: string): Cidr | undefined {
  const range = parseCidr(prefix.includes("/") ? prefix : `${prefix}/32`);
  return typeof range === "string" ? undefined : range;
}
