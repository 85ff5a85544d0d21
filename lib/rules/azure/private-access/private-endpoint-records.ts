import { addressesIn, referenceOf } from "../../references";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { type PrivateEndpoint, privateEndpoints } from "./endpoint";

const ENDPOINT = "azurerm_private_endpoint";
const WORKSPACE = "/subscriptions/s/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws";
const ZONES = ["privatelink.api.azureml.ms", "privatelink.notebooks.azure.net"] as const;

/** No two private endpoints write one record. */
export const PRIVATE_ENDPOINT_RECORDS: Rule = {
  id: "azure-private-endpoint-records",
  severity: "high",
  title: "No two private endpoints to one resource register in one zone.",
  reason:
    "The second one overwrites the first one's record, and whoever is deleted first takes the record away: a tenant's clients are led into another network, or nowhere.",
  source: "Learn: Azure Private Endpoint private DNS zone values (caution on several private endpoints)",
  controls: ["MCSB NS-10"],
  fix: "give each network a zone of its own to register in, or remove one of the endpoints",
  example: {
    wrong: { resource: { [ENDPOINT]: { first: endpoint(hubZones()), second: endpoint(hubZones()) } } },
    right: { resource: { [ENDPOINT]: { first: endpoint(hubZones()) } } },
  },
  *check(stack) {
    const taken = new Set<string>();
    for (const endpoint of privateEndpoints(stack)) {
      const records = recordsOf(stack, endpoint);
      if (records.some((record) => taken.has(record))) {
        yield {
          resource: endpoint.resource,
          argument: "private_dns_zone_group.private_dns_zone_ids",
          found: endpoint.zoneIds,
          must: "must not be zones that another private endpoint to the same resource registers in",
        };
      }
      for (const record of records) taken.add(record);
    }
  },
};

/** Whoever shares a resource with other stacks has zones of its own. */
export const PRIVATE_ENDPOINT_OWN_ZONES: Rule = {
  id: "azure-private-endpoint-own-zones",
  severity: "high",
  title: "A tenant's private endpoint to a workspace of another stack registers in zones of the tenant's own stack.",
  reason:
    "In the hub's zones it would overwrite the record of the workspace's own private endpoint: everybody's names would lead into this tenant's network.",
  source: "Learn: Azure Private Endpoint private DNS zone values (caution on several private endpoints)",
  controls: ["MCSB NS-10", "MCSB NS-1"],
  fix: "add an azurerm_private_dns_zone of the same name to this stack, link its network to it, and register there",
  example: {
    wrong: { resource: { [ENDPOINT]: { example: endpoint(hubZones()) } } },
    right: {
      resource: {
        azurerm_private_dns_zone: { api: { name: ZONES[0] }, notebooks: { name: ZONES[1] } },
        [ENDPOINT]: {
          example: endpoint(["${azurerm_private_dns_zone.api.id}", "${azurerm_private_dns_zone.notebooks.id}"]),
        },
      },
    },
  },
  *check(stack) {
    for (const { resource, target, subresource, zoneIds, misfit } of privateEndpoints(stack)) {
      if (misfit !== undefined || subresource !== "amlworkspace" || referenceOf(target) !== undefined) continue;
      if (zoneIds.every((id) => referenceOf(id) !== undefined)) continue;
      yield {
        resource,
        argument: "private_dns_zone_group.private_dns_zone_ids",
        found: zoneIds,
        must: "must refer to zones of this stack, for the workspace is another stack's",
      };
    }
  },
};

function recordsOf(stack: Stack, { target, zoneIds, misfit }: PrivateEndpoint): string[] {
  if (misfit !== undefined) return [];
  const [resource = String(target).toLowerCase()] = addressesIn(target);
  return zoneIds.map((id) => `${resource} ${(stack.target(id)?.address ?? String(id)).toLowerCase()}`);
}

function hubZones(): string[] {
  return ZONES.map((zone) => `/subscriptions/s/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/${zone}`);
}

function endpoint(zones: string[]): Tree {
  return {
    private_service_connection: { private_connection_resource_id: WORKSPACE, subresource_names: ["amlworkspace"] },
    private_dns_zone_group: { private_dns_zone_ids: zones },
  };
}
