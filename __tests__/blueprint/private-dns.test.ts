import {
  PRIVATE_DNS_ZONES,
  WORKSPACE_SUBRESOURCES,
  WORKSPACE_ZONES,
  ZONES_BY_SUBRESOURCE,
} from "../../lib/blueprint/private-dns";

/** Learn, "Azure Private Endpoint private DNS zone values" and "How to use your workspace with a custom DNS server". */
test.each([
  ["amlworkspace", ["privatelink.api.azureml.ms", "privatelink.notebooks.azure.net"]],
  ["blob", ["privatelink.blob.core.windows.net"]],
  ["file", ["privatelink.file.core.windows.net"]],
  ["queue", ["privatelink.queue.core.windows.net"]],
  ["table", ["privatelink.table.core.windows.net"]],
  ["dfs", ["privatelink.dfs.core.windows.net"]],
  ["web", ["privatelink.web.core.windows.net"]],
  ["vault", ["privatelink.vaultcore.azure.net"]],
  ["registry", ["privatelink.azurecr.io"]],
  [
    "account",
    ["privatelink.cognitiveservices.azure.com", "privatelink.openai.azure.com", "privatelink.services.ai.azure.com"],
  ],
  [
    "azuremonitor",
    [
      "privatelink.monitor.azure.com",
      "privatelink.oms.opinsights.azure.com",
      "privatelink.ods.opinsights.azure.com",
      "privatelink.agentsvc.azure-automation.net",
      "privatelink.blob.core.windows.net",
    ],
  ],
  ["Gateway", ["privatelink.azure-api.net"]],
] as const)("%s registers in the zones that Learn names", (subresource, zones) => {
  expect(ZONES_BY_SUBRESOURCE[subresource]).toEqual(zones);
});

test("no other sub-resource has zones", () => {
  expect(Object.keys(ZONES_BY_SUBRESOURCE)).toHaveLength(12);
});

/** Learn, "Azure subscription and service limits, quotas, and constraints". */
test("no private endpoint registers in more zones than the five that a zone group holds", () => {
  expect(Object.entries(ZONES_BY_SUBRESOURCE).filter(([, zones]) => zones.length > 5)).toEqual([]);
});

test("no private endpoint registers in a zone twice", () => {
  expect(Object.values(ZONES_BY_SUBRESOURCE).filter((zones) => new Set<string>(zones).size < zones.length)).toEqual([]);
});

test("each zone is listed once, sorted", () => {
  const zones = new Set<string>(Object.values(ZONES_BY_SUBRESOURCE).flat());

  expect(PRIVATE_DNS_ZONES).toEqual([...zones].sort());
});

test("a workspace has private endpoints to itself, its storage, its key vault and its registry", () => {
  expect(WORKSPACE_SUBRESOURCES).toEqual(["amlworkspace", "blob", "file", "queue", "table", "vault", "registry"]);
});

test("a tenant's network resolves every zone that a workspace's private endpoints register in, and no other", () => {
  expect(WORKSPACE_ZONES).toEqual([
    "privatelink.api.azureml.ms",
    "privatelink.azurecr.io",
    "privatelink.blob.core.windows.net",
    "privatelink.file.core.windows.net",
    "privatelink.notebooks.azure.net",
    "privatelink.queue.core.windows.net",
    "privatelink.table.core.windows.net",
    "privatelink.vaultcore.azure.net",
  ]);
});
