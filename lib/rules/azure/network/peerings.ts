import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { parseArmId } from "../arm-id";
import { isOfAnotherTenant } from "../owner";

const PEERING = "azurerm_virtual_network_peering";

/** Rules about which networks are joined. */
export const PEERINGS: readonly Rule[] = [
  {
    id: "azure-peering-network",
    severity: "critical",
    title: "A peering joins a network of its own stack with the hub's, and never with another tenant's.",
    reason: "Peered networks reach each other directly: two tenants would share one network.",
    source: "Learn: Azure Virtual Network peering",
    controls: ["MCSB NS-1"],
    fix: "peer this stack's network with the hub's alone",
    example: { wrong: example("mlp-dev-globex--vnet", 1), right: example("mlp-dev--hub-vnet", 2) },
    *check(stack) {
      for (const resource of stack.resources(PEERING)) {
        const argument = strangerIn(stack, resource);
        if (argument === undefined) continue;
        yield {
          resource,
          argument,
          found: resource.content[argument],
          must: "must be a network of this stack, or the hub's",
        };
      }
    },
  },
  {
    id: "azure-peering-pair",
    severity: "medium",
    title: "A peering has its other half.",
    reason: "A peering works only when both networks have it; half of one waits, and the hub's clients reach nothing.",
    source: "Learn: Azure Virtual Network peering",
    controls: ["MCSB NS-1"],
    fix: "add the azurerm_virtual_network_peering of the other network",
    example: { wrong: example("mlp-dev--hub-vnet", 1), right: example("mlp-dev--hub-vnet", 2) },
    *check(stack) {
      const peerings = stack.resources(PEERING);
      // What leads to a stranger is told by its own rule.
      if (peerings.some((peering) => strangerIn(stack, peering) !== undefined)) return;
      const single = peerings.filter(
        (peering) => !peerings.some((other) => other !== peering && isHalf(peering, other)),
      );
      const [resource] = single;
      if (resource === undefined) return;
      const { virtual_network_name: from, remote_virtual_network_id: to } = resource.content;
      yield {
        resource,
        argument: "remote_virtual_network_id",
        found: to,
        must: `must have a peering back to ${String(from)}`,
      };
    },
  },
];

/** The argument of a peering that leads to another tenant; or to no network of this stack where both do. */
function strangerIn(stack: Stack, { content }: Resource): string | undefined {
  const { virtual_network_name: from, remote_virtual_network_id: to, resource_group_name: group } = content;
  if (isOfAnotherTenant(stack, to)) return "remote_virtual_network_id";
  if ([from, group].some((name) => isOfAnotherTenant(stack, name))) return "virtual_network_name";
  const isOwn = [from, to].some((network) => referenceOf(network) !== undefined);
  return isOwn || stack.resources("azurerm_virtual_network").length === 0 ? undefined : "virtual_network_name";
}

/** Whether two peerings are the halves of one. */
export function isHalf(one: Resource, other: Resource): boolean {
  const { virtual_network_name: from, remote_virtual_network_id: to } = one.content;
  const { virtual_network_name: otherFrom, remote_virtual_network_id: otherTo } = other.content;
  return networkOf(from) === networkOf(otherTo) && networkOf(to) === networkOf(otherFrom);
}

/** What tells a network apart: its address in the stack, or its name. */
function networkOf(value: unknown): string | undefined {
  const reference = referenceOf(value);
  if (reference !== undefined) return reference.address;
  return (parseArmId(value)?.name ?? String(value)).toLowerCase();
}

function example(network: string, halves: number): Tree {
  const group = { azurerm_resource_group: { example: { name: "mlp-dev--hub-rg" } } };
  const own = { azurerm_virtual_network: { example: { name: "vnet" } } };
  const there = {
    virtual_network_name: "${azurerm_virtual_network.example.name}",
    remote_virtual_network_id: `/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/${network}`,
  };
  const back = {
    virtual_network_name: network,
    remote_virtual_network_id: "${azurerm_virtual_network.example.id}",
  };
  return { resource: { ...group, ...own, [PEERING]: halves === 2 ? { there, back } : { there } } };
}
