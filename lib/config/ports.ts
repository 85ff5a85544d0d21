import { quote } from "./problem";

const PORTS = /^(\*|\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*)$/;

/** The form of the ports of a service tag rule, for editors. */
export const PORTS_PATTERN = PORTS.source;

/** What is wrong with the ports of a service tag rule, as in "443,8000-8100" or "*"; undefined if nothing is. */
export function portsProblem(ports: string): string | undefined {
  if (!PORTS.test(ports)) {
    const compact = ports.replace(/\s/g, "");
    return PORTS.test(compact)
      ? `has spaces; use ${quote(compact)}`
      : 'is not a list of ports; use one such as "443", "80,443", "8000-8100" or "*"';
  }
  if (ports === "*") return undefined;
  const ranges = ports.split(",").map((range) => range.split("-"));
  const numbers = ranges.flat();
  if (numbers.some((port) => Number(port) < 1 || Number(port) > 65535)) {
    return "has a port that does not exist; use 1 to 65535";
  }
  if (numbers.some((port) => port.startsWith("0"))) return "has a leading zero; leave it out";
  const reversed = ranges.find(([low, high = low]) => Number(low) > Number(high));
  return reversed && `has a range that ends before it starts; use "${reversed.toReversed().join("-")}"`;
}
