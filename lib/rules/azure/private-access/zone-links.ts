import { companion } from "../../companion";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { parseArmId } from "../arm-id";
import { privateEndpoints } from "./endpoint";

const LINK = "azurerm_private_dns_zone_virtual_network_link";
const WORKSPACE_ID = "/subscriptions/s/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws";
const NETWORK = { azurerm_virtual_network: { example: { name: "vnet" } } };

/** Rules about links between private DNS zones and networks. */
export const ZONE_LINKS: readonly Rule[] = [
  companion({
    id: "azure-dns-zone-link",
    severity: "medium",
    title: "A private DNS zone is linked to a network.",
    reason: "No network resolves the names of a zone without a link: they lead to public addresses.",
    source: "Learn: What is an Azure Private DNS zone?",
    controls: ["MCSB NS-10"],
    of: "azurerm_private_dns_zone",
    needs: LINK,
    by: "private_dns_zone_name",
  }),
  {
    id: "azure-dns-link-network",
    severity: "critical",
    title: "A private DNS zone is linked only to networks of the same stack.",
    reason:
      "Whoever is linked to a zone resolves its names and can reach what they lead to: a link to another tenant's network joins two tenants.",
    source: "Learn: What is a virtual network link?",
    controls: ["MCSB NS-1", "MCSB NS-10"],
    fix: "set virtual_network_id to the id of this stack's azurerm_virtual_network, by reference",
    example: {
      wrong: linked("/subscriptions/s/resourceGroups/other/providers/Microsoft.Network/virtualNetworks/other"),
      right: linked("${azurerm_virtual_network.example.id}"),
    },
    *check(stack) {
      for (const resource of stack.resources(LINK)) {
        const { virtual_network_id: network } = resource.content;
        if (referenceOf(network)?.address.startsWith("azurerm_virtual_network.") === true) continue;
        yield {
          resource,
          argument: "virtual_network_id",
          found: network,
          must: "must refer to an azurerm_virtual_network of this stack",
        };
      }
    },
  },
  {
    id: "azure-dns-link-once",
    severity: "medium",
    title: "A network is linked to one zone of each name.",
    reason: "Azure refuses a second zone of the same name, and with it the whole apply.",
    source: "Learn: What is a virtual network link? (limitations)",
    controls: ["MCSB NS-10"],
    fix: "remove one of the links",
    example: {
      wrong: { resource: { ...NETWORK, [LINK]: { first: link("a.example"), second: link("a.example") } } },
      right: { resource: { ...NETWORK, [LINK]: { first: link("a.example"), second: link("b.example") } } },
    },
    *check(stack) {
      for (const resource of repeatedLinks(stack)) {
        yield {
          resource,
          argument: "private_dns_zone_name",
          found: zoneName(stack, resource),
          must: "must not be the name of a zone that the network is linked to already",
        };
      }
    },
  },
  {
    id: "azure-dns-copy-redirect",
    severity: "low",
    title: "A copy of a zone for one workspace looks other names up in public DNS.",
    reason: "The copy holds the records of one workspace: names of every other one below it would not be found.",
    source: "Learn: Fallback to internet for Azure Private DNS zones",
    controls: ["MCSB NS-10"],
    fix: 'set resolution_policy to "NxDomainRedirect"',
    example: { wrong: copied("Default"), right: copied("NxDomainRedirect") },
    *check(stack) {
      for (const resource of stack.resources(LINK)) {
        const { resolution_policy: policy, private_dns_zone_name: name } = resource.content;
        const zone = stack.target(name);
        if (zone === undefined || policy === "NxDomainRedirect" || !isCopy(stack, zone)) continue;
        yield { resource, argument: "resolution_policy", found: policy, must: 'must be "NxDomainRedirect"' };
      }
    },
  },
  {
    id: "azure-private-endpoint-resolved",
    severity: "medium",
    title: "A network resolves the names of its private endpoints.",
    reason: "Without a link to the zone, the network's clients get public addresses, behind which nothing answers.",
    source: "Learn: Azure Private Endpoint DNS integration",
    controls: ["MCSB NS-10"],
    fix: `add an ${LINK} for each of the zones, with this stack's network`,
    example: {
      wrong: { resource: inNetwork() },
      right: { resource: { ...inNetwork(), [LINK]: { example: link("privatelink.vaultcore.azure.net") } } },
    },
    *check(stack) {
      const links = new Set(stack.resources(LINK).map((resource) => zoneName(stack, resource)));
      for (const endpoint of privateEndpoints(stack)) {
        const { resource, zoneNames, zoneIds, misfit } = endpoint;
        if (misfit !== undefined || stack.target(resource.content.subnet_id) === undefined) continue;
        // Zones of this stack that no network is linked to are told by their own rule; zones of another team, which stand
        // in a group of its own, may be linked by that team.
        const unknown = zoneNames.filter(
          (name, index) => isOfHub(zoneIds[index]) && name !== undefined && !links.has(name),
        );
        if (unknown.length === 0) continue;
        yield {
          resource,
          argument: "private_dns_zone_group.private_dns_zone_ids",
          found: zoneIds,
          must: `must be zones that the network is linked to, and it is not linked to ${unknown.join(" and ")}`,
        };
      }
    },
  },
];

/** The links of a network to a second zone of a name. */
export function repeatedLinks(stack: Stack): Resource[] {
  const seen = new Set<string>();
  return stack.resources(LINK).filter((resource) => {
    const zone = zoneName(stack, resource);
    const key = `${zone ?? ""} ${String(resource.content.virtual_network_id)}`;
    const isRepeated = zone !== undefined && seen.has(key);
    seen.add(key);
    return isRepeated;
  });
}

/** Whether an id is that of a zone in a hub's own group. */
function isOfHub(id: unknown): boolean {
  return parseArmId(id)?.resourceGroup.endsWith("--hub-rg") ?? false;
}

/** The name of the zone of a link, in lower case. */
function zoneName(stack: Stack, { content: { private_dns_zone_name: name } }: Resource): string | undefined {
  const literal = referenceOf(name) === undefined ? name : stack.target(name)?.content.name;
  return typeof literal === "string" ? literal.toLowerCase() : undefined;
}

/** Whether a private endpoint to something of another stack registers in the zone. */
function isCopy(stack: Stack, zone: Resource): boolean {
  return privateEndpoints(stack).some(
    ({ target, zoneIds }) => parseArmId(target) !== undefined && zoneIds.some((id) => stack.target(id) === zone),
  );
}

function link(zone: string): Tree {
  return { private_dns_zone_name: zone, virtual_network_id: "${azurerm_virtual_network.example.id}" };
}

function linked(network: string): Tree {
  return {
    resource: { ...NETWORK, [LINK]: { example: { private_dns_zone_name: "a.example", virtual_network_id: network } } },
  };
}

function copied(policy: string): Tree {
  return {
    resource: {
      ...NETWORK,
      azurerm_private_dns_zone: { example: { name: "privatelink.api.azureml.ms" } },
      [LINK]: { example: { ...link("${azurerm_private_dns_zone.example.name}"), resolution_policy: policy } },
      azurerm_private_endpoint: {
        example: {
          private_service_connection: { private_connection_resource_id: WORKSPACE_ID },
          private_dns_zone_group: { private_dns_zone_ids: ["${azurerm_private_dns_zone.example.id}"] },
        },
      },
    },
  };
}

function inNetwork(): Tree {
  const zone =
    "/subscriptions/s/resourceGroups/mlp-dev--hub-rg/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net";
  return {
    ...NETWORK,
    azurerm_subnet: { example: { virtual_network_name: "${azurerm_virtual_network.example.name}" } },
    azurerm_private_endpoint: {
      example: {
        subnet_id: "${azurerm_subnet.example.id}",
        private_service_connection: {
          private_connection_resource_id: "${azurerm_key_vault.example.id}",
          subresource_names: ["vault"],
        },
        private_dns_zone_group: { private_dns_zone_ids: [zone] },
      },
    },
  };
}
