import { platform, TENANT_SUBSCRIPTION } from "../../support/files";
import { resourcesByPath, resourcesOf, synthStack } from "../../support/synth";

const hub = (azureHub: Record<string, unknown> = {}, azure: Record<string, unknown> = {}) =>
  synthStack("hub", platform({ azure: { ...azure, hub: { addressSpace: "10.20.0.0/22", ...azureHub } } }));

describe("the hub's private DNS zones", () => {
  test("are made and linked to the hub's network, without registration of machines", () => {
    const stack = hub();
    const zones = Object.values(resourcesOf(stack, "azurerm_private_dns_zone")).map(({ name }) => name);
    expect(zones).toContain("privatelink.api.azureml.ms");
    expect(zones).toContain("privatelink.notebooks.azure.net");
    expect(zones).toHaveLength(18);
    const links = Object.values(resourcesOf(stack, "azurerm_private_dns_zone_virtual_network_link"));
    expect(links).toHaveLength(zones.length);
    for (const link of links) expect(link.registration_enabled).toBe(false);
  });

  const existing = {
    "privatelink.azurecr.io": `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io`,
  };

  test("are not made again where they exist, but linked in their own group and subscription", () => {
    const stack = hub({ privateDnsZones: { existing } });
    expect(Object.values(resourcesOf(stack, "azurerm_private_dns_zone"))).toHaveLength(17);
    expect(
      resourcesByPath(stack, "azurerm_private_dns_zone_virtual_network_link")["dns/privatelink.azurecr.io-link"],
    ).toMatchObject({
      resource_group_name: "dns",
      private_dns_zone_name: "privatelink.azurecr.io",
      provider: "azurerm.dns",
    });
    expect(stack.provider.azurerm?.[1]).toMatchObject({ alias: "dns", subscription_id: TENANT_SUBSCRIPTION });
  });

  test("that exist are not linked when somebody else does that", () => {
    const stack = hub({ privateDnsZones: { existing, linkExisting: false } });
    expect(Object.values(resourcesOf(stack, "azurerm_private_dns_zone_virtual_network_link"))).toHaveLength(17);
    // Still there: links that were made before are deleted with it.
    expect(stack.provider.azurerm?.[1]).toMatchObject({ alias: "dns", subscription_id: TENANT_SUBSCRIPTION });
  });
});
