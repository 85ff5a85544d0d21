import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { privateEndpoints } from "./endpoint";

/** Resource, sub-resource and zones of a private endpoint belong together. */
export const PRIVATE_ENDPOINT_FITS: Rule = {
  id: "azure-private-endpoint-fits",
  severity: "high",
  title: "A private endpoint leads to a sub-resource that its target has, and registers in exactly the zones of that.",
  reason:
    "Names resolve to public addresses otherwise, or to those of something else. Neither validate nor plan notices, and a zone of another tenant would get this stack's addresses.",
  source: "Learn: Azure Private Endpoint private DNS zone values",
  controls: ["MCSB NS-2", "MCSB NS-10"],
  fix: "take target, sub-resource and zones from one row of the source, and the zones from this stack or the hub",
  example: { wrong: example("privatelink.file.core.windows.net"), right: example("privatelink.blob.core.windows.net") },
  *check(stack) {
    for (const { resource, misfit } of privateEndpoints(stack)) if (misfit !== undefined) yield { resource, ...misfit };
  },
};

function example(zone: string): Tree {
  const group = "/subscriptions/s/resourceGroups/data/providers";
  return {
    resource: {
      azurerm_private_endpoint: {
        example: {
          private_service_connection: {
            private_connection_resource_id: `${group}/Microsoft.Storage/storageAccounts/data`,
            subresource_names: ["blob"],
          },
          private_dns_zone_group: { private_dns_zone_ids: [`${group}/Microsoft.Network/privateDnsZones/${zone}`] },
        },
      },
    },
  };
}
