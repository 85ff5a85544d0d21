import { PRIVATE_ACCESS } from "../../../../lib/rules/azure/private-access/private-access";
import { checkStack } from "../../../../lib/rules/check-stack";
import type { Tree } from "../../../../lib/terraform/tree";

const HUB = "/subscriptions/s/resourceGroups/mlp-dev--hub-rg/providers/Microsoft.Network";
const zone = (name: string) => `${HUB}/privateDnsZones/${name}`;
const STORAGE = "${azurerm_storage_account.data.id}";

const endpoint = (subresource: string, change: Tree = {}) => ({
  subnet_id: "${azurerm_subnet.pe.id}",
  private_service_connection: { private_connection_resource_id: STORAGE, subresource_names: [subresource] },
  private_dns_zone_group: { private_dns_zone_ids: [zone(`privatelink.${subresource}.core.windows.net`)] },
  ...change,
});

const SUBRESOURCES = ["blob", "file", "queue", "table"];
const links = Object.fromEntries(
  SUBRESOURCES.map((name) => [
    name,
    {
      private_dns_zone_name: `privatelink.${name}.core.windows.net`,
      virtual_network_id: "${azurerm_virtual_network.vnet.id}",
    },
  ]),
);

function findings(change: Tree, more: Tree = {}): string[] {
  const resource = {
    azurerm_resource_group: { rg: { name: "mlp-dev-acme--rg" } },
    azurerm_virtual_network: { vnet: { name: "vnet" } },
    azurerm_subnet: { pe: { virtual_network_name: "${azurerm_virtual_network.vnet.name}" } },
    azurerm_storage_account: { data: { name: "data", public_network_access_enabled: false } },
    azurerm_machine_learning_workspace: { ws: { storage_account_id: STORAGE } },
    azurerm_private_dns_zone_virtual_network_link: links,
    azurerm_private_endpoint: { ...Object.fromEntries(SUBRESOURCES.map((name) => [name, endpoint(name)])), ...change },
    ...more,
  };
  return checkStack("tenant-acme", { resource }, PRIVATE_ACCESS).map(({ rule, address, argument }) =>
    `${rule.id} ${address} ${argument}`.trim(),
  );
}

const BLOB = "azurerm_private_endpoint.blob";
const ZONES = "private_dns_zone_group.private_dns_zone_ids";
const group = (...ids: string[]) => endpoint("blob", { private_dns_zone_group: { private_dns_zone_ids: ids } });
const connection = (target: string, subresource: string) =>
  endpoint("blob", {
    private_service_connection: { private_connection_resource_id: target, subresource_names: [subresource] },
  });

test("A private endpoint to each part of a workspace's storage account is right.", () => {
  expect(findings({})).toEqual([]);
});

test.each<[string, Tree, string]>([
  ["in no zone", group(), `azure-private-endpoint-fits ${BLOB} ${ZONES}`],
  [
    "in the zone of another sub-resource",
    group(zone("privatelink.file.core.windows.net")),
    `azure-private-endpoint-fits ${BLOB} ${ZONES}`,
  ],
  [
    "in one zone too many",
    group(zone("privatelink.blob.core.windows.net"), zone("privatelink.file.core.windows.net")),
    `azure-private-endpoint-fits ${BLOB} ${ZONES}`,
  ],
  [
    "in another tenant's zone",
    group(zone("privatelink.blob.core.windows.net").replace("mlp-dev--hub-rg", "mlp-dev-globex--rg")),
    `azure-private-endpoint-fits ${BLOB} ${ZONES}`,
  ],
  [
    "to a sub-resource that its target has not",
    connection(STORAGE, "vault"),
    `azure-private-endpoint-fits ${BLOB} private_service_connection.subresource_names`,
  ],
  [
    "to another sub-resource than its zone's",
    connection(STORAGE, "file"),
    `azure-private-endpoint-fits ${BLOB} ${ZONES}`,
  ],
  [
    "to nothing",
    connection("x", "blob"),
    `azure-private-endpoint-fits ${BLOB} private_service_connection.private_connection_resource_id`,
  ],
  [
    "to another account",
    connection(`${HUB.replace("Network", "Storage")}/storageAccounts/other`, "blob"),
    "azure-private-endpoint-missing azurerm_storage_account.data",
  ],
  ["in a subnet of nobody", endpoint("blob", { subnet_id: "x" }), `azure-private-endpoint-subnet ${BLOB} subnet_id`],
  [
    "in another tenant's subnet",
    endpoint("blob", {
      subnet_id: `${HUB.replace("mlp-dev--hub-rg", "mlp-dev-globex--rg")}/virtualNetworks/v/subnets/s`,
    }),
    `azure-private-endpoint-subnet ${BLOB} subnet_id`,
  ],
])("A private endpoint %s is told once.", (_, blob, finding) => {
  expect(findings({ blob })).toEqual([finding]);
});

test("A second private endpoint to the same in the same zone is told.", () => {
  expect(findings({ second: endpoint("blob") })).toEqual([
    `azure-private-endpoint-records azurerm_private_endpoint.second ${ZONES}`,
  ]);
});

test("A zone that the network is not linked to is told by the endpoint that registers in it.", () => {
  const { blob, ...others } = links;

  expect(blob).toBeDefined();
  expect(findings({}, { azurerm_private_dns_zone_virtual_network_link: others })).toEqual([
    `azure-private-endpoint-resolved ${BLOB} ${ZONES}`,
  ]);
});

test("A link to another tenant's network is told, and one to the same zone twice.", () => {
  const stranger = { ...links.blob, virtual_network_id: `${HUB}/virtualNetworks/mlp-dev-globex--vnet` };

  expect(findings({}, { azurerm_private_dns_zone_virtual_network_link: { ...links, blob: stranger } })).toEqual([
    "azure-dns-link-network azurerm_private_dns_zone_virtual_network_link.blob virtual_network_id",
  ]);
  expect(findings({}, { azurerm_private_dns_zone_virtual_network_link: { ...links, twice: links.blob } })).toEqual([
    "azure-dns-link-once azurerm_private_dns_zone_virtual_network_link.twice private_dns_zone_name",
  ]);
});

test("An account that no workspace uses needs no private endpoint, nor does one that is open, which other rules tell of.", () => {
  const flows = { flows: { name: "flows", public_network_access_enabled: false } };

  expect(findings({}, { azurerm_storage_account: { data: { name: "data" }, ...flows } })).toEqual([]);
});

test("A private endpoint to a service that the table does not have is nobody's business.", () => {
  const other = {
    subnet_id: "${azurerm_subnet.pe.id}",
    private_service_connection: {
      private_connection_resource_id: "${azurerm_redis_cache.x.id}",
      subresource_names: ["redisCache"],
    },
  };

  expect(findings({ other })).toEqual([]);
});
