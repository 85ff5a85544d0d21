import { platform } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { resourcesByPath, resourcesOf, synthStack } from "../../support/synth";

const hub = (azureHub: Record<string, unknown> = {}, azure: Record<string, unknown> = {}) =>
  synthStack("hub", platform({ azure: { ...azure, hub: { addressSpace: "10.20.0.0/22", ...azureHub } } }));

describe("the hub's network", () => {
  test("has a network security group for every subnet", () => {
    const stack = hub();
    const guarded = Object.values(resourcesOf(stack, "azurerm_subnet_network_security_group_association")).map(
      ({ subnet_id }) => subnet_id,
    );
    const subnets = Object.keys(resourcesOf(stack, "azurerm_subnet")).map((id) => `\${azurerm_subnet.${id}.id}`);
    expect(subnets.length).toBeGreaterThan(0);
    expect(guarded.sort()).toEqual(subnets.sort());
  });

  test("denies by default what comes in and what goes out", () => {
    const rules = Object.values(resourcesOf(hub(), "azurerm_network_security_rule"));
    for (const direction of ["Inbound", "Outbound"]) {
      const denials = rules.filter((rule) => rule.access === "Deny" && rule.direction === direction);
      expect(denials).toHaveLength(2);
      for (const denial of denials) {
        expect(denial).toMatchObject({
          priority: 4096,
          protocol: "*",
          source_address_prefix: "*",
          source_port_range: "*",
          destination_address_prefix: "*",
          destination_port_range: "*",
        });
      }
    }
  });

  test("lets only its own range reach the private endpoints, and only over HTTPS", () => {
    const rules = Object.entries(resourcesByPath(hub(), "azurerm_network_security_rule"))
      .filter(([path, rule]) => path.startsWith("network/private-endpoints/") && rule.access === "Allow")
      .map(([, rule]) => rule);
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      direction: "Inbound",
      protocol: "Tcp",
      source_address_prefix: "10.20.0.0/22",
      destination_address_prefix: "10.20.1.0/24",
      destination_port_range: "443",
    });
  });

  test("gives no subnet a way to the internet by default, and none an exception for private endpoints", () => {
    for (const subnet of Object.values(resourcesOf(hub(), "azurerm_subnet"))) {
      expect(subnet).toMatchObject({
        default_outbound_access_enabled: false,
        private_endpoint_network_policies: "Enabled",
      });
    }
  });

  test("puts a rule into force before the subnet has its group", () => {
    const stack = hub();
    const before = allBefore(stack, addressOf(stack, "network/private-endpoints/association"));
    expect(before).toContain(addressOf(stack, "network/private-endpoints/DenyAllInbound"));
  });
});
