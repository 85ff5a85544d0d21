import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { all } from "../read";
import { hasWrongSources } from "../network/allowed-traffic";
import { isBastions, misplacedBastions, rulesOf } from "../network/security-group";
import { parseArmId } from "../arm-id";
import { privateEndpoints } from "../private-access/endpoint";
import { repeatedLinks } from "../private-access/zone-links";
import { isHalf } from "../network/peerings";
import { breaksIn } from "./chain";
import { order } from "./order";

const SUBNET = "azurerm_subnet";
const GROUP = "azurerm_network_security_group";
const GROUP_ASSOCIATION = "azurerm_subnet_network_security_group_association";
const NAT_ASSOCIATION = "azurerm_subnet_nat_gateway_association";
const NAT_ADDRESS = "azurerm_nat_gateway_public_ip_association";
const INTERFACE = "azurerm_network_interface";
const MACHINE = "azurerm_linux_virtual_machine";
const PEERING = "azurerm_virtual_network_peering";
const LINK = "azurerm_private_dns_zone_virtual_network_link";
const SCOPED = "azurerm_monitor_private_link_scoped_service";

/** What is put into a subnet, and the argument that names the subnet. */
const IN_SUBNET: readonly (readonly [type: string, argument: string])[] = [
  ["azurerm_private_endpoint", "subnet_id"],
  [INTERFACE, "ip_configuration.subnet_id"],
  ["azurerm_bastion_host", "ip_configuration.subnet_id"],
  [NAT_ASSOCIATION, "subnet_id"],
];

const WORKSPACE_ID = "/subscriptions/s/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws";
const id = (type: string) => `\${${type}.example.id}`;
const GROUPED = {
  [SUBNET]: { example: {} },
  [GROUP]: { example: { name: "nsg" } },
  [GROUP_ASSOCIATION]: { example: { subnet_id: id(SUBNET), network_security_group_id: id(GROUP) } },
};

/** Rules about the order in which networks are built. */
export const NETWORK_ORDER: readonly Rule[] = [
  order({
    id: "azure-order-security-group",
    severity: "medium",
    title: "Nothing is put into a subnet before the subnet's security group is in force.",
    reason: "Until then everything in peered networks could reach what is put there.",
    source: "Learn: Azure network security groups overview",
    controls: ["MCSB NS-1"],
    example: examples(GROUPED, "azurerm_private_endpoint", { subnet_id: id(SUBNET) }, [`${GROUP_ASSOCIATION}.example`]),
    *waits(stack) {
      for (const [type, argument] of IN_SUBNET) {
        for (const resource of stack.resources(type)) {
          // Where it must not stand at all is told by its own rule.
          if (misplacedBastions(stack).includes(resource)) continue;
          const after = all(resource, argument).flatMap((subnet) =>
            associated(stack, GROUP_ASSOCIATION, stack.target(subnet)),
          );
          yield { resource, after };
        }
      }
    },
  }),
  order({
    id: "azure-order-security-rules",
    severity: "medium",
    title: "A security group is associated with a subnet after all of its rules are there.",
    reason: "Until then Azure's own rules hold alone, which allow all traffic within peered networks.",
    source: "Learn: Azure network security groups overview (default security rules)",
    controls: ["MCSB NS-1"],
    example: examples(
      {
        [SUBNET]: { example: {} },
        [GROUP]: { example: { name: "nsg" } },
        azurerm_network_security_rule: { deny: { network_security_group_name: `\${${GROUP}.example.name}` } },
      },
      GROUP_ASSOCIATION,
      { subnet_id: id(SUBNET), network_security_group_id: id(GROUP) },
      ["azurerm_network_security_rule.deny"],
    ),
    *waits(stack) {
      for (const resource of stack.resources(GROUP_ASSOCIATION)) {
        const group = stack.target(resource.content.network_security_group_id);
        if (group === undefined) continue;
        yield {
          resource,
          after: rulesOf(stack, group)
            // What lets the wrong ones in is told by its own rule: waiting for it would not make it right.
            .filter(
              ({ access, sources }) =>
                isBastions(stack, group) || access !== "allow" || !hasWrongSources(stack, sources),
            )
            .map((rule) => rule.resource)
            .filter((rule) => rule !== group),
        };
      }
    },
  }),
  order({
    id: "azure-order-nat-address",
    severity: "low",
    title: "A subnet gets its NAT gateway after the gateway has its address.",
    reason: "Machines that start in between reach nothing, and neither sign-in nor patches are installed.",
    source: "Learn: What is Azure NAT Gateway?",
    controls: ["MCSB NS-1"],
    example: examples(
      {
        azurerm_nat_gateway: { example: {} },
        [NAT_ADDRESS]: { example: { nat_gateway_id: id("azurerm_nat_gateway") } },
      },
      NAT_ASSOCIATION,
      { nat_gateway_id: id("azurerm_nat_gateway") },
      [`${NAT_ADDRESS}.example`],
    ),
    *waits(stack) {
      for (const resource of stack.resources(NAT_ASSOCIATION)) {
        const gateway = stack.target(resource.content.nat_gateway_id);
        const addresses = stack.resources(NAT_ADDRESS);
        const after = addresses.filter(
          ({ content }) => gateway !== undefined && stack.names(content.nat_gateway_id, gateway),
        );
        yield { resource, after };
      }
    },
  }),
  order({
    id: "azure-order-machine-egress",
    severity: "low",
    title: "A machine starts after its subnet's way to the internet is there.",
    reason: "The sign-in with Entra ID and the first patches are installed when it starts, and reach nothing before.",
    source: "Learn: Default outbound access in Azure",
    controls: ["MCSB PV-6"],
    example: examples(
      {
        [SUBNET]: { example: {} },
        [INTERFACE]: { example: { ip_configuration: [{ subnet_id: id(SUBNET) }] } },
        [NAT_ASSOCIATION]: { example: { subnet_id: id(SUBNET) } },
      },
      MACHINE,
      { network_interface_ids: [id(INTERFACE)] },
      [`${NAT_ASSOCIATION}.example`],
    ),
    *waits(stack) {
      for (const resource of stack.resources(MACHINE)) {
        const after = all(resource, "network_interface_ids")
          .flatMap((one) => stack.target(one) ?? [])
          .flatMap((card) => all(card, "ip_configuration.subnet_id"))
          .flatMap((subnet) => associated(stack, NAT_ASSOCIATION, stack.target(subnet)));
        yield { resource, after };
      }
    },
  }),
  order({
    id: "azure-order-peering",
    severity: "low",
    title: "The two halves of a peering are made one after the other.",
    reason: "Azure refuses the second half while it still works on the first one.",
    source: "Learn: Troubleshoot virtual network peering issues",
    controls: ["MCSB NS-1"],
    example: {
      wrong: { resource: { [PEERING]: { first: peering("a", "b"), second: peering("b", "a") } } },
      right: {
        resource: {
          [PEERING]: {
            first: peering("a", "b"),
            second: { ...peering("b", "a"), depends_on: [`${PEERING}.first`] },
          },
        },
      },
    },
    *waits(stack) {
      const peerings = stack.resources(PEERING);
      for (const one of peerings) {
        const pair = [one, ...peerings.filter((other) => other !== one && isHalf(one, other))];
        if (pair[1] !== undefined && peerings.indexOf(one) < peerings.indexOf(pair[1])) yield* breaksIn(stack, pair);
      }
    },
  }),
  order({
    id: "azure-order-zone-links",
    severity: "low",
    title: "A private endpoint registers in copies of zones after they are linked.",
    reason: "The first clients would get public addresses, and keep them for as long as their caches do.",
    source: "Learn: Azure Private Endpoint DNS integration",
    controls: ["MCSB NS-10"],
    example: examples(
      {
        azurerm_private_dns_zone: { example: { name: "privatelink.api.azureml.ms" } },
        [LINK]: { example: { private_dns_zone_name: "${azurerm_private_dns_zone.example.name}" } },
      },
      "azurerm_private_endpoint",
      {
        private_service_connection: { private_connection_resource_id: WORKSPACE_ID },
        private_dns_zone_group: { private_dns_zone_ids: [id("azurerm_private_dns_zone")] },
      },
      [`${LINK}.example`],
    ),
    *waits(stack) {
      for (const { resource, target, zoneIds } of privateEndpoints(stack)) {
        if (parseArmId(target) === undefined) continue;
        const zones = zoneIds.flatMap((zone) => stack.target(zone) ?? []);
        const isCopy = ({ content }: Resource) =>
          zones.some((zone) => stack.names(content.private_dns_zone_name, zone));
        const repeated = repeatedLinks(stack);
        yield { resource, after: stack.resources(LINK).filter((link) => isCopy(link) && !repeated.includes(link)) };
      }
    },
  }),
  order({
    id: "azure-order-private-link-scope",
    severity: "low",
    title: "The private endpoint to a private link scope is made after what is in the scope.",
    reason: "Azure gives the private endpoint addresses for the resources in the scope, so those are connected first.",
    source: "Learn: Use Azure Private Link to connect networks to Azure Monitor",
    controls: ["MCSB NS-2"],
    example: examples(
      {
        azurerm_monitor_private_link_scope: { example: { name: "ampls" } },
        [SCOPED]: { example: { scope_name: "${azurerm_monitor_private_link_scope.example.name}" } },
      },
      "azurerm_private_endpoint",
      { private_service_connection: { private_connection_resource_id: id("azurerm_monitor_private_link_scope") } },
      [`${SCOPED}.example`],
    ),
    *waits(stack) {
      for (const { resource, target } of privateEndpoints(stack)) {
        const scope = stack.target(target);
        if (scope?.type !== "azurerm_monitor_private_link_scope") continue;
        yield {
          resource,
          after: stack.resources(SCOPED).filter(({ content }) => stack.names(content.scope_name, scope)),
        };
      }
    },
  }),
];

function associated(stack: Stack, type: string, subnet: Resource | undefined): Resource[] {
  if (subnet === undefined) return [];
  return stack.resources(type).filter(({ content }) => stack.target(content.subnet_id) === subnet);
}

function peering(virtual_network_name: string, remote_virtual_network_id: string): Tree {
  return { virtual_network_name, remote_virtual_network_id };
}

function examples(blocks: Tree, type: string, content: Tree, depends_on: string[]) {
  return {
    wrong: { resource: { ...blocks, [type]: { example: content } } },
    right: { resource: { ...blocks, [type]: { example: { ...content, depends_on } } } },
  };
}
