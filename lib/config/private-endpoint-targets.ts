/** What a private endpoint rule of a workspace's managed network may point at. */
export interface PrivateEndpointTarget {
  /** The service as Microsoft calls it, for people. */
  readonly service: string;
  /** The sub-resources (group ids) that the resource type has. */
  readonly subresources: readonly string[];
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
    spark: true,
  },
  "Microsoft.KeyVault/vaults": { service: "Azure Key Vault", subresources: ["vault"] },
  "Microsoft.Cache/redis": { service: "Azure Cache for Redis", subresources: ["redisCache"] },
  "Microsoft.MachineLearningServices/workspaces": {
    service: "Azure Machine Learning workspace",
    subresources: ["amlworkspace"],
  },
  "Microsoft.MachineLearningServices/registries": {
    service: "Azure Machine Learning registry",
    subresources: ["amlregistry"],
  },
  "Microsoft.CognitiveServices/accounts": {
    service: "Azure OpenAI and Azure AI services",
    subresources: ["account"],
  },
  "Microsoft.Search/searchServices": {
    service: "Azure AI Search",
    subresources: ["searchService"],
  },
  "Microsoft.ContainerRegistry/registries": {
    service: "Azure Container Registry",
    subresources: ["registry"],
  },
  "Microsoft.Insights/privateLinkScopes": {
    service: "Azure Monitor private link scope",
    subresources: ["azuremonitor"],
  },
  "Microsoft.Network/applicationGateways": {
    service: "Application Gateway",
    subresources: ["appGwPrivateFrontendIpIPv4"],
    fqdns: true,
  },
  "Microsoft.ApiManagement/service": {
    service: "Azure API Management",
    subresources: ["Gateway"],
  },
  "Microsoft.DBforMySQL/flexibleServers": {
    service: "Azure Database for MySQL, flexible server",
    subresources: ["mysqlServer"],
  },
  "Microsoft.DBforPostgreSQL/flexibleServers": {
    service: "Azure Database for PostgreSQL, flexible server",
    subresources: ["postgresqlServer"],
  },
  "Microsoft.DocumentDB/databaseAccounts": {
    service: "Azure Cosmos DB",
    subresources: ["Cassandra", "Gremlin", "MongoDB", "Sql", "Table"],
  },
  "Microsoft.EventHub/namespaces": { service: "Azure Event Hubs", subresources: ["namespace"] },
  "Microsoft.Sql/servers": { service: "Azure SQL Database", subresources: ["sqlServer"] },
};

/** Every sub-resource of the table. */
export const SUBRESOURCES: readonly string[] = [
  ...new Set(Object.values(PRIVATE_ENDPOINT_TARGETS).flatMap(({ subresources }) => subresources)),
];
