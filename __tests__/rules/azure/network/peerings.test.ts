import { PEERINGS } from "../../../../lib/rules/azure/network/peerings";
import { checkStack } from "../../../../lib/rules/check-stack";
import type { Tree } from "../../../../lib/terraform/tree";

const network = (name: string, group = "mlp-dev--hub-rg") =>
  `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${name}`;
const OWN = { name: "${azurerm_virtual_network.vnet.name}", id: "${azurerm_virtual_network.vnet.id}" };

function findings(out: Tree | undefined, back: Tree | undefined): string[] {
  const peerings = {
    ...(out && {
      out: { virtual_network_name: OWN.name, remote_virtual_network_id: network("mlp-dev--hub-vnet"), ...out },
    }),
    ...(back && { back: { virtual_network_name: "mlp-dev--hub-vnet", remote_virtual_network_id: OWN.id, ...back } }),
  };
  const resource = {
    azurerm_resource_group: { rg: { name: "mlp-dev-acme--rg" } },
    azurerm_virtual_network: { vnet: { name: "mlp-dev-acme--vnet" } },
    azurerm_virtual_network_peering: peerings,
  };
  return checkStack("tenant-acme", { resource }, PEERINGS).map(({ rule, argument }) => `${rule.id} ${argument}`);
}

test("Both halves between a tenant and the hub are right.", () => {
  expect(findings({}, {})).toEqual([]);
});

test("Half a peering is told once, whichever half is missing.", () => {
  expect(findings({}, undefined)).toEqual(["azure-peering-pair remote_virtual_network_id"]);
  expect(findings(undefined, {})).toEqual(["azure-peering-pair remote_virtual_network_id"]);
});

test("A peering with another tenant's network is told once, also when the tenant's id begins alike.", () => {
  const other = network("mlp-dev-acme-eu--vnet", "mlp-dev-acme-eu--rg");

  expect(findings({ remote_virtual_network_id: other }, {})).toEqual([
    "azure-peering-network remote_virtual_network_id",
  ]);
  expect(findings({}, { virtual_network_name: "mlp-dev-globex--vnet" })).toEqual([
    "azure-peering-network virtual_network_name",
  ]);
});

test("A peering between two networks of others does not belong in a tenant's stack.", () => {
  expect(findings({ virtual_network_name: "mlp-dev--hub-vnet" }, {})).toEqual([
    "azure-peering-network virtual_network_name",
  ]);
});
