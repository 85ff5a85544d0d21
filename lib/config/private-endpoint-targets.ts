/** What a private endpoint rule of a workspace's managed network may point at. */
export interface PrivateEndpointTarget {
  /** The sub-resources (group ids) that the resource type has. */
  readonly subresources: readonly string[];
  /**
   * Which provider can create the rule. azurerm refuses every other target
   * (`machine_learning_workspace_network_outbound_rule_private_endpoint_resource.go`, 4.55 to 5.2), so the rest go
   * through azapi.
   */
  readonly provider: "azurerm" | "azapi";
  /** Whether Spark jobs may use the rule: storage only (Learn, "Workspace managed virtual network isolation"). */
  readonly spark?: boolean;
}

/**
 * Resource types that a private endpoint rule may point at, keyed by ARM type
 * (Learn, "Workspace managed virtual network isolation" and "Azure Private Endpoint private DNS zone values").
 */
export const PRIVATE_ENDPOINT_TARGETS: Readonly<Record<string, PrivateEndpointTarget>> = {
  "Microsoft.Storage/storageAccounts": {
    subresources: ["blob", "dfs", "file", "queue", "table", "web"],
    provider: "azurerm",
    spark: true,
  },
  "Microsoft.KeyVault/vaults": { subresources: ["vault"], provider: "azurerm" },
  "Microsoft.Cache/redis": { subresources: ["redisCache"], provider: "azurerm" },
  "Microsoft.MachineLearningServices/workspaces": { subresources: ["amlworkspace"], provider: "azurerm" },
  "Microsoft.CognitiveServices/accounts": { subresources: ["account"], provider: "azapi" },
  "Microsoft.ContainerRegistry/registries": { subresources: ["registry"], provider: "azapi" },
  "Microsoft.Insights/privateLinkScopes": { subresources: ["azuremonitor"], provider: "azapi" },
  "Microsoft.MachineLearningServices/registries": { subresources: ["amlregistry"], provider: "azapi" },
  "Microsoft.Search/searchServices": { subresources: ["searchService"], provider: "azapi" },
};

/** Every sub-resource of the table. */
export const SUBRESOURCES: readonly string[] = [
  ...new Set(Object.values(PRIVATE_ENDPOINT_TARGETS).flatMap(({ subresources }) => subresources)),
];
