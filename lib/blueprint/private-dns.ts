/**
 * The private DNS zones that a private endpoint registers in, by its sub-resource (group id). A zone group holds at most
 * five zones, and a private endpoint one zone group (Learn, "Azure subscription and service limits").
 * Source: Learn, "Azure Private Endpoint private DNS zone values".
 */
export const ZONES_BY_SUBRESOURCE = {
  amlworkspace: ["privatelink.api.azureml.ms", "privatelink.notebooks.azure.net"],
  blob: ["privatelink.blob.core.windows.net"],
  file: ["privatelink.file.core.windows.net"],
  queue: ["privatelink.queue.core.windows.net"],
  table: ["privatelink.table.core.windows.net"],
  dfs: ["privatelink.dfs.core.windows.net"],
  web: ["privatelink.web.core.windows.net"],
  vault: ["privatelink.vaultcore.azure.net"],
  registry: ["privatelink.azurecr.io"],
  account: [
    "privatelink.cognitiveservices.azure.com",
    "privatelink.openai.azure.com",
    "privatelink.services.ai.azure.com",
  ],
  azuremonitor: [
    "privatelink.monitor.azure.com",
    "privatelink.oms.opinsights.azure.com",
    "privatelink.ods.opinsights.azure.com",
    "privatelink.agentsvc.azure-automation.net",
    "privatelink.blob.core.windows.net",
  ],
  Gateway: ["privatelink.azure-api.net"],
} as const satisfies Record<string, readonly string[]>;

/**
 * The zones that the account of an Azure OpenAI resource (kind OpenAI) registers in; the others of its sub-resource are
 * those of other kinds (same page).
 */
export const OPENAI_ZONES = ["privatelink.openai.azure.com"] as const satisfies readonly string[];

/** A sub-resource of a private endpoint whose zones are known. */
export type Subresource = keyof typeof ZONES_BY_SUBRESOURCE;

/** Every zone of the table once, sorted. */
export const PRIVATE_DNS_ZONES: readonly string[] = [
  ...new Set<string>(Object.values(ZONES_BY_SUBRESOURCE).flat()),
].sort();

/** The private endpoints that a workspace's own resources need, in the order in which people list them. */
export const WORKSPACE_SUBRESOURCES = [
  "amlworkspace",
  "blob",
  "file",
  "queue",
  "table",
  "vault",
  "registry",
] as const satisfies Subresource[];

/** The zones of the private endpoints of a workspace and its resources, sorted: what a tenant's network must resolve. */
export const WORKSPACE_ZONES: readonly string[] = [
  ...new Set<string>(WORKSPACE_SUBRESOURCES.flatMap((subresource) => ZONES_BY_SUBRESOURCE[subresource])),
].sort();
