import { platform, WHOLE_HUB } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, resourcesOf, synthStack } from "../../support/synth";

const hub = (changes: object) => synthStack("hub", platform({ azure: { hub: { ...WHOLE_HUB, ...changes } } }));

describe("the hub's egress", () => {
  test("is there for the runners and the jump host alone", () => {
    const stack = hub({});
    const subnets = Object.values(resourcesOf(stack, "azurerm_subnet_nat_gateway_association")).map(
      ({ subnet_id }) => subnet_id,
    );

    expect(subnets.sort()).toEqual(
      ["jump-host/subnet/subnet", "network/runners/subnet"].map((path) => `\${${addressOf(stack, path)}.id}`).sort(),
    );
  });

  test("is there for the runners without a jump host", () => {
    const stack = hub({ jumpHost: undefined, bastion: undefined });

    expect(Object.keys(resourcesByPath(stack, "azurerm_subnet_nat_gateway_association"))).toEqual(["egress/runners"]);
  });

  test("comes from one address that does not change", () => {
    const stack = hub({});

    expect(onlyResource(stack, "azurerm_nat_gateway").sku_name).toBe("Standard");
    expect(onlyResource(stack, "azurerm_nat_gateway_public_ip_association").public_ip_address_id).toBe(
      `\${${addressOf(stack, "egress/public-ip")}.id}`,
    );
  });

  test("is opened to a subnet that has its rules, and once the address is there", () => {
    const stack = hub({});
    const before = allBefore(stack, addressOf(stack, "egress/runners"));

    expect(before).toContain(addressOf(stack, "egress/address"));
    expect(before).toContain(addressOf(stack, "network/runners/association"));
  });

  test("is none unless the file says so: the subnets have no way out at all", () => {
    const stack = hub({ jumpHost: undefined, egress: undefined });

    expect(Object.keys(stack.resource).filter((type) => type.includes("nat_gateway"))).toEqual([]);
    for (const subnet of Object.values(resourcesOf(stack, "azurerm_subnet"))) {
      expect(subnet.default_outbound_access_enabled).toBe(false);
    }
  });
});
