/** What a private endpoint rule of a workspace's managed network may point at. */
export interface PrivateEndpointTarget {
  /** The service as Microsoft calls it, for people. */
  readonly service: string;
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
  /**
   * Whether the rule must name the hosts that lead to the resource (`fqdns`): Application Gateways only, for Azure
   * knows the host names of every other target itself.
   */
  readonly fqdns?: boolean;
}

/**
 * Resource types that a private endpoint rule may point at, keyed by ARM type
 * (Learn, "Workspace managed virtual network isolation" and "Azure Private Endpoint private DNS zone values").
 *
 * The frontend of an Application Gateway must have the one name that is here (Learn, "Access on-premises resources from
 * your Azure Machine Learning workspace's managed network").
 */
export const PRIVATE_ENDPOINT_TARGETS: Readonly<Record<string, PrivateEndpointTarget>> = {
  "Microsoft.Storage/storageAccounts": {
    service: "Azure Storage",
    subresources: ["blob", "dfs", "file", "queue", "table", "web"],
    provider: "azurerm",
    spark: true,
  },
  "Microsoft.KeyVault/vaults": { service: "Azure Key Vault", subresources: ["vault"], provider: "azurerm" },
  "Microsoft.Cache/redis": { service: "Azure Cache for Redis", subresources: ["redisCache"], provider: "azurerm" },
  "Microsoft.MachineLearningServices/workspaces": {
    service: "Azure Machine Learning workspace",
    subresources: ["amlworkspace"],
    provider: "azurerm",
  },
  "Microsoft.MachineLearningServices/registries": {
    service: "Azure Machine Learning registry",
    subresources: ["amlregistry"],
    provider: "azapi",
  },
  "Microsoft.CognitiveServices/accounts": {
    service: "Azure OpenAI and Azure AI services",
    subresources: ["account"],
    provider: "azapi",
  },
  "Microsoft.Search/searchServices": {
    service: "Azure AI Search",
    subresources: ["searchService"],
    provider: "azapi",
  },
  "Microsoft.ContainerRegistry/registries": {
    service: "Azure Container Registry",
    subresources: ["registry"],
    provider: "azapi",
  },
  "Microsoft.Insights/privateLinkScopes": {
    service: "Azure Monitor private link scope",
    subresources: ["azuremonitor"],
    provider: "azapi",
  },
  "Microsoft.Network/applicationGateways": {
    service: "Application Gateway",
    subresources: ["appGwPrivateFrontendIpIPv4"],
    provider: "azapi",
    fqdns: true,
  },
  "Microsoft.ApiManagement/service": {
    service: "Azure API Management",
    subresources: ["Gateway"],
    provider: "azapi",
  },
  "Microsoft.DBforMySQL/flexibleServers": {
    service: "Azure Database for MySQL, flexible server",
    subresources: ["mysqlServer"],
    provider: "azapi",
  },
  "Microsoft.DBforPostgreSQL/flexibleServers": {
    service: "Azure Database for PostgreSQL, flexible server",
    subresources: ["postgresqlServer"],
    provider: "azapi",
  },
  "Microsoft.DocumentDB/databaseAccounts": {
    service: "Azure Cosmos DB",
    subresources: ["Cassandra", "Gremlin", "MongoDB", "Sql", "Table"],
    provider: "azapi",
  },
  "Microsoft.EventHub/namespaces": { service: "Azure Event Hubs", subresources: ["namespace"], provider: "azapi" },
  "Microsoft.Sql/servers": { service: "Azure SQL Database", subresources: ["sqlServer"], provider: "azapi" },
};

/** Every sub-resource of the table. */
export const SUBRESOURCES: readonly string[] = [
  ...new Set(Object.values(PRIVATE_ENDPOINT_TARGETS).flatMap(({ subresources }) => subresources)),
];
