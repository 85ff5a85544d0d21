import { platform, WHOLE_HUB } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, synthStack } from "../../support/synth";

const stack = synthStack("hub", platform({ azure: { hub: WHOLE_HUB } }));
const bastion = onlyResource(stack, "azurerm_bastion_host");

describe("Azure Bastion", () => {
  test("opens sessions for the CLI, and lets nothing be copied out nor be opened by a link", () => {
    expect(bastion).toMatchObject({
      sku: "Standard",
      tunneling_enabled: true,
      copy_paste_enabled: false,
      file_copy_enabled: false,
      ip_connect_enabled: false,
      shareable_link_enabled: false,
    });
  });

  test("has an ip_configuration whose name is long enough, which azurerm says only when it applies", () => {
    expect((bastion.ip_configuration as { name: string }).name.length).toBeGreaterThanOrEqual(3);
  });

  test("has a public address that does not change, in all zones", () => {
    expect(resourcesByPath(stack, "azurerm_public_ip")["bastion/public-ip"]).toMatchObject({
      sku: "Standard",
      allocation_method: "Static",
      zones: ["1", "2", "3"],
    });
  });

  test("has an address of no zone in a region without zones", () => {
    const azure = { hub: WHOLE_HUB, zoneRedundant: false };
    const addresses = Object.values(resourcesByPath(synthStack("hub", platform({ azure })), "azurerm_public_ip"));

    expect(addresses).toHaveLength(2);
    for (const address of addresses) expect(address).not.toHaveProperty("zones");
  });

  test("comes after the rules of its subnet are in force", () => {
    const before = allBefore(stack, addressOf(stack, "bastion/host"));

    expect(before).toContain(addressOf(stack, "bastion/subnet/association"));
    expect(before).toContain(addressOf(stack, "bastion/subnet/AllowGatewayManagerInbound"));
  });
});
