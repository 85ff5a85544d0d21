import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { closedIn } from "./closed";
import { type PrivateEndpoint, privateEndpoints } from "./endpoint";

/** What is closed to public networks has a private endpoint to each of its parts. */
export const PRIVATE_ENDPOINT_MISSING: Rule = {
  id: "azure-private-endpoint-missing",
  severity: "high",
  title: "What is closed to public networks has a private endpoint to each of its parts.",
  reason: "Nothing reaches it otherwise, and the quick remedy is to open it to public networks.",
  source:
    "Azure Policy: Azure Machine Learning workspaces should use private link (45e05259), Storage accounts should use private link (6edd7eda), Azure Key Vaults should use private link (a6abeaec), Container registries should use private link (e8eef0a8)",
  controls: ["MCSB NS-2", "CIS Azure 3.0.0 3.3.7", "CIS Azure 3.0.0 4.9"],
  fix: "add an azurerm_private_endpoint whose private_service_connection names it and the sub-resource",
  example: {
    wrong: { resource: { azurerm_key_vault: { example: { public_network_access_enabled: false } } } },
    right: {
      resource: {
        azurerm_key_vault: { example: { public_network_access_enabled: false } },
        azurerm_private_endpoint: {
          example: {
            private_service_connection: {
              private_connection_resource_id: "${azurerm_key_vault.example.id}",
              subresource_names: ["vault"],
            },
            private_dns_zone_group: {
              private_dns_zone_ids: [
                "/subscriptions/s/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net",
              ],
            },
          },
        },
      },
    },
  },
  *check(stack) {
    const endpoints = privateEndpoints(stack);
    for (const { resource, subresources } of closedIn(stack)) {
      const missing = subresources.filter(
        (subresource) => !endpoints.some((endpoint) => leadsTo(stack, endpoint, resource, subresource)),
      );
      // One that does not fit is told by its own rule, and is the one that is missing here.
      const misfits = endpoints.filter(
        (endpoint) =>
          endpoint.misfit !== undefined &&
          (stack.names(endpoint.target, resource) || ["", ...missing].includes(endpoint.subresource)),
      );
      if (missing.length <= misfits.length) continue;
      yield {
        resource,
        argument: "",
        found: undefined,
        must: `must have a private endpoint to ${missing.join(" and to ")}`,
      };
    }
  },
};

function leadsTo(
  stack: Stack,
  { target, subresource, misfit }: PrivateEndpoint,
  resource: Parameters<Stack["names"]>[1],
  wanted: string,
): boolean {
  return subresource === wanted && misfit === undefined && stack.names(target, resource);
}
