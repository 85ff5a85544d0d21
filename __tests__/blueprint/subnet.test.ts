import fc from "fast-check";
import { HUB_LAYOUT, hubSubnetRange, tenantEndpointRange } from "../../lib/blueprint/subnet";
import { type Cidr, cidr, contains, overlaps, size } from "../../lib/config/cidr";
import { WHOLE_HUB } from "../support/files";
import { hubOf } from "./configs";
import { ranges } from "./arbitraries";

type HubSubnet = keyof typeof HUB_LAYOUT;
const NAMES = Object.keys(HUB_LAYOUT) as HubSubnet[];

function layoutOf(hub: string): Map<HubSubnet, Cidr> {
  return new Map(NAMES.map((name) => [name, cidr(hubSubnetRange(cidr(hub), name))]));
}

describe("the hub's subnets", () => {
  test("are all in the hub's network, whatever its range", () => {
    fc.assert(
      fc.property(ranges(16, 22), (hub) => {
        const outside = [...layoutOf(hub)].filter(([, subnet]) => !contains(cidr(hub), subnet));

        expect(outside).toEqual([]);
      }),
    );
  });

  test("do not overlap", () => {
    const subnets = [...layoutOf("10.20.0.0/22")];
    const pairs = subnets.flatMap(([name, range], index) =>
      subnets.slice(index + 1).flatMap(([other, otherRange]) => (overlaps(range, otherRange) ? [[name, other]] : [])),
    );

    expect(pairs).toEqual([]);
  });

  test("begin at a multiple of their own size, whatever the hub's range", () => {
    fc.assert(
      fc.property(ranges(16, 22), (hub) => {
        expect([...layoutOf(hub)].filter(([, subnet]) => subnet.first % size(subnet) !== 0)).toEqual([]);
      }),
    );
  });

  test("keep their places in a hub that is larger", () => {
    expect(NAMES.map((name) => hubSubnetRange(cidr("10.20.0.0/16"), name))).toEqual(
      NAMES.map((name) => hubSubnetRange(cidr("10.20.0.0/22"), name)),
    );
  });

  test("have ranges that must never change: a subnet with another range is destroyed and made again", () => {
    expect(Object.fromEntries(NAMES.map((name) => [name, hubSubnetRange(cidr("10.20.0.0/22"), name)]))).toEqual({
      AzureBastionSubnet: "10.20.0.0/26",
      AzureFirewallSubnet: "10.20.0.64/26",
      GatewaySubnet: "10.20.0.128/27",
      "snet-dns-in": "10.20.0.160/28",
      "snet-pe": "10.20.1.0/24",
      "snet-jump": "10.20.2.0/27",
      "snet-runner": "10.20.2.32/27",
    });
  });

  /** Learn: "About Bastion configuration settings", "Azure Firewall FAQ", "About VPN Gateway configuration settings", "Azure DNS Private Resolver". */
  test.each([
    ["AzureBastionSubnet", 26],
    ["AzureFirewallSubnet", 26],
    ["GatewaySubnet", 27],
    ["snet-dns-in", 28],
  ] as const)("%s is no smaller than the /%i that its service asks for", (name, longest) => {
    expect(HUB_LAYOUT[name].prefixLength).toBeLessThanOrEqual(longest);
  });

  test("that are made stand in their places", () => {
    const { subnets, bastion } = hubOf({ azure: { hub: WHOLE_HUB } });
    const made = [subnets.privateEndpoints, subnets.runners, bastion?.subnet, bastion?.jumpHost?.subnet];

    expect(made.map((subnet) => subnet && [subnet.name, subnet.range])).toEqual([
      ["snet-pe", "10.20.1.0/24"],
      ["snet-runner", "10.20.2.32/27"],
      ["AzureBastionSubnet", "10.20.0.0/26"],
      ["snet-jump", "10.20.2.0/27"],
    ]);
  });
});

test("a hub's range that is too small for the places is a mistake of the schema, not of the user", () => {
  expect(() => hubSubnetRange(cidr("10.20.0.0/23"), "snet-runner")).toThrow(/no \/27 begins 544 addresses into/);
});

describe("a tenant's subnet of private endpoints", () => {
  /** Three of the workspace's own endpoint, two of the registry's, and one each of blob, file, queue, table and vault. */
  const ADDRESSES_OF_A_WORKSPACE = 3 + 2 + 5;
  /** Learn, "Azure Virtual Network FAQ". */
  const ADDRESSES_THAT_AZURE_KEEPS = 5;

  test("is in the tenant's network, whatever its range", () => {
    fc.assert(
      fc.property(ranges(16, 27), (network) => {
        expect(contains(cidr(network), cidr(tenantEndpointRange(cidr(network))))).toBe(true);
      }),
    );
  });

  test("has room for a workspace, whatever the network's range", () => {
    fc.assert(
      fc.property(ranges(16, 27), (network) => {
        const free = size(cidr(tenantEndpointRange(cidr(network)))) - ADDRESSES_THAT_AZURE_KEEPS;

        expect(free).toBeGreaterThanOrEqual(ADDRESSES_OF_A_WORKSPACE);
      }),
    );
  });

  test("has the place it had in a network that is made larger", () => {
    expect(tenantEndpointRange(cidr("10.20.0.0/20"))).toBe(tenantEndpointRange(cidr("10.20.0.0/24")));
  });

  test.each([
    ["10.20.0.0/16", "10.20.0.0/26"],
    ["10.20.8.0/24", "10.20.8.0/26"],
    ["10.20.8.64/26", "10.20.8.64/26"],
    ["10.20.8.96/27", "10.20.8.96/27"],
  ])("of %s is %s", (network, subnet) => {
    expect(tenantEndpointRange(cidr(network))).toBe(subnet);
  });
});
