import { list } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { isRange, isWithin } from "./address";

const SUBNET = "azurerm_subnet";
const NETWORK = "azurerm_virtual_network";

/** A subnet has a part of its network. */
export const SUBNET_RANGE: Rule = {
  id: "azure-subnet-within-network",
  severity: "medium",
  title: "A subnet's ranges lie within those of its network.",
  reason: "Azure refuses others; and with a wider network the addresses are those of another tenant's.",
  source: "Learn: Create, change, or delete an Azure virtual network",
  controls: ["MCSB NS-1"],
  fix: "set address_prefixes to ranges of the network's address_space",
  example: { wrong: example("10.20.9.0/26"), right: example("10.20.8.0/26") },
  *check(stack) {
    for (const resource of stack.resources(SUBNET)) {
      const network = networkRanges(stack, resource);
      if (network.length === 0 || !isBeyond(stack, resource)) continue;
      const argument = "address_prefixes";
      yield { resource, argument, found: resource.content[argument], must: `must be within ${network.join(" or ")}` };
    }
  },
};

/** The ranges of a subnet; none when one of them is none, or is not its network's, which is told by rules of their own. */
export function rangesWithin(stack: Stack, subnet: Resource): string[] {
  const ranges = rangesOf(subnet);
  return ranges.every(isRange) && !isBeyond(stack, subnet) ? ranges : [];
}

/** The ranges of a subnet, as they stand. */
export function rangesOf({ content }: Resource): string[] {
  return list(content.address_prefixes).map(String);
}

function isBeyond(stack: Stack, subnet: Resource): boolean {
  const network = networkRanges(stack, subnet);
  const isOutside = (range: string) => isRange(range) && !network.some((outer) => isWithin(outer, range));
  return network.length > 0 && rangesOf(subnet).some(isOutside);
}

function networkRanges(stack: Stack, { content }: Resource): string[] {
  const network = stack.target(content.virtual_network_name);
  return network?.type === NETWORK ? list(network.content.address_space).map(String).filter(isRange) : [];
}

function example(range: string) {
  return {
    resource: {
      [NETWORK]: { example: { name: "vnet", address_space: ["10.20.8.0/24"] } },
      [SUBNET]: { example: { virtual_network_name: `\${${NETWORK}.example.name}`, address_prefixes: [range] } },
    },
  };
}
