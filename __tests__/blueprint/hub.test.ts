import { zoneIds } from "../../lib/blueprint/hub";
import { PRIVATE_DNS_ZONES, ZONES_BY_SUBRESOURCE } from "../../lib/blueprint/private-dns";
import { ENTRA_TENANT, PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION } from "../support/files";
import { hubOf } from "./configs";

const GROUP = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev--hub-rg`;
const BLOB = "privatelink.blob.core.windows.net";
const ELSEWHERE = `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/${BLOB}`;

function hubWithZones(privateDnsZones: object): ReturnType<typeof hubOf> {
  return hubOf({ azure: { hub: { addressSpace: "10.20.0.0/22", privateDnsZones } } });
}

test("the hub is a stack with a state and tags of the platform", () => {
  expect(hubOf({ tags: { team: "ml" } })).toMatchObject({
    stack: "hub",
    backend: { kind: "local" },
    tags: { team: "ml", platform: "mlp", instance: "dev", managedBy: "terraform" },
  });
});

test("the hub is in the platform's subscription, region and Entra tenant", () => {
  expect(hubOf()).toMatchObject({
    entraTenantId: ENTRA_TENANT,
    subscriptionId: PLATFORM_SUBSCRIPTION,
    location: "westeurope",
    resourceGroup: { subscriptionId: PLATFORM_SUBSCRIPTION, name: "mlp-dev--hub-rg" },
  });
});

test("ids that other stacks use are literals", () => {
  const { network, endpointSubnetId, logAnalytics, monitorScope } = hubOf();

  expect([network.id, endpointSubnetId, logAnalytics.id, monitorScope.id]).toEqual([
    `${GROUP}/providers/Microsoft.Network/virtualNetworks/mlp-dev--hub-vnet`,
    `${GROUP}/providers/Microsoft.Network/virtualNetworks/mlp-dev--hub-vnet/subnets/snet-pe`,
    `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/mlp-dev--hub-log`,
    `${GROUP}/providers/Microsoft.Insights/privateLinkScopes/mlp-dev--hub-ampls`,
  ]);
});

test("the id of the subnet of private endpoints ends in that subnet's name", () => {
  const { endpointSubnetId, subnets } = hubOf();

  expect(endpointSubnetId.endsWith(`/subnets/${subnets.privateEndpoints.name}`)).toBe(true);
});

test("the hub's private endpoints are reached from the hub's range only, not from the networks peered with it", () => {
  const [allow] = hubOf().subnets.privateEndpoints.rules;

  expect(allow).toMatchObject({ access: "Allow", sources: ["10.20.0.0/22"], destination: "10.20.1.0/24" });
});

test("logs are kept for as long as the file says", () => {
  expect(hubOf().logAnalytics.retentionDays).toBe(90);
  expect(
    hubOf({ azure: { hub: { addressSpace: "10.20.0.0/22", logRetentionDays: 30 } } }).logAnalytics.retentionDays,
  ).toBe(30);
});

describe("the zones", () => {
  test("are all of the table, made and linked by the hub", () => {
    expect(hubOf().zones).toEqual(
      PRIVATE_DNS_ZONES.map((name) => ({
        name,
        id: `${GROUP}/providers/Microsoft.Network/privateDnsZones/${name}`,
        group: { subscriptionId: PLATFORM_SUBSCRIPTION, name: "mlp-dev--hub-rg" },
        own: true,
        linked: true,
      })),
    );
  });

  test("that exist elsewhere keep their id and group, and are linked", () => {
    expect(hubWithZones({ existing: { [BLOB]: ELSEWHERE } }).zones.filter(({ own }) => !own)).toEqual([
      {
        name: BLOB,
        id: ELSEWHERE,
        group: { subscriptionId: TENANT_SUBSCRIPTION, name: "dns" },
        own: false,
        linked: true,
      },
    ]);
  });

  test("that exist elsewhere are not linked when another team does it", () => {
    const { zones } = hubWithZones({ existing: { [BLOB]: ELSEWHERE }, linkExisting: false });

    expect(zones.filter(({ linked }) => !linked).map(({ name }) => name)).toEqual([BLOB]);
  });

  test("that the hub makes are linked whoever links the existing ones", () => {
    const { zones } = hubWithZones({ existing: { [BLOB]: ELSEWHERE }, linkExisting: false });

    expect(zones.filter(({ own, linked }) => own && !linked)).toEqual([]);
  });

  test("have their ids in the order of the names that are asked for", () => {
    const names = ZONES_BY_SUBRESOURCE.azuremonitor;
    const hub = hubWithZones({ existing: { [BLOB]: ELSEWHERE } });

    expect(zoneIds(hub, names).map((id) => id.slice(id.lastIndexOf("/") + 1))).toEqual(names);
    expect(zoneIds(hub, names).at(-1)).toBe(ELSEWHERE);
  });

  test("that the hub does not know have no id", () => {
    expect(zoneIds(hubOf(), ["privatelink.example.com"])).toEqual([]);
  });
});
