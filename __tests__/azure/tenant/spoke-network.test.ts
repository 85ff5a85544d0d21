import { platform, PLATFORM_SUBSCRIPTION, tenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, resourcesOf, type StackJson, synthStack } from "../../support/synth";

const SCORERS = "60000000-0000-4000-8000-000000000006";
const APP = "70000000-0000-4000-8000-000000000007";
const azure = {
  access: { scorers: [{ group: SCORERS }, { servicePrincipal: APP }] },
  endpoints: [{ name: "churn", description: "Who leaves" }],
};
const own = { azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } };

const dedicated = (more: Record<string, unknown> = {}): StackJson =>
  synthStack("tenant-acme", platform(own), [tenant("acme", { azure: { ...azure, ...more } })]);

describe("a tenant's network", () => {
  test("is peered with the hub both ways, without transit", () => {
    const peerings = resourcesByPath(dedicated(), "azurerm_virtual_network_peering");
    expect(peerings["network/to-hub"]).toMatchObject({
      virtual_network_name: expect.stringContaining("azurerm_virtual_network") as string,
    });
    expect(peerings["network/from-hub"]).toMatchObject({
      resource_group_name: "mlp-dev--hub-rg",
      virtual_network_name: "mlp-dev--hub-vnet",
    });
    for (const peering of Object.values(peerings)) {
      expect(peering).toMatchObject({
        allow_virtual_network_access: true,
        allow_forwarded_traffic: false,
        allow_gateway_transit: false,
        use_remote_gateways: false,
      });
    }
  });

  test("has its half of the peering before the hub's", () => {
    const stack = dedicated();
    expect(allBefore(stack, addressOf(stack, "network/from-hub"))).toContain(addressOf(stack, "network/to-hub"));
  });

  test("registers no machines in the hub's zones", () => {
    for (const link of Object.values(resourcesOf(dedicated(), "azurerm_private_dns_zone_virtual_network_link"))) {
      expect(link.registration_enabled).toBe(false);
    }
  });

  test("is not linked to existing zones when somebody else does that", () => {
    const name = "privatelink.azurecr.io";
    const id = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/${name}`;
    const hub = { addressSpace: "10.20.0.0/22", privateDnsZones: { existing: { [name]: id }, linkExisting: false } };
    const stack = synthStack("tenant-acme", platform({ azure: { hub } }), [tenant("acme")]);
    const zones = Object.values(resourcesOf(stack, "azurerm_private_dns_zone_virtual_network_link")).map(
      ({ private_dns_zone_name }) => private_dns_zone_name,
    );
    expect(zones).toHaveLength(7);
    expect(zones).not.toContain(name);
  });

  test("lets its own range and the hub's reach its private endpoints over HTTPS, and nobody else", () => {
    const allowed = Object.values(resourcesOf(dedicated(), "azurerm_network_security_rule")).filter(
      ({ access }) => access === "Allow",
    );
    expect(allowed).toHaveLength(1);
    expect(allowed[0]).toMatchObject({
      direction: "Inbound",
      protocol: "Tcp",
      source_address_prefixes: ["10.20.8.0/24", "10.20.0.0/22"],
      destination_address_prefix: "10.20.8.0/26",
      destination_port_range: "443",
    });
  });

  test("of a dedicated tenant resolves the hub's zones of a workspace and its resources", () => {
    const zones = Object.values(resourcesOf(dedicated(), "azurerm_private_dns_zone_virtual_network_link")).map(
      ({ private_dns_zone_name }) => private_dns_zone_name,
    );
    expect(zones.sort()).toEqual([
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

  test("has its flow log in its own subscription, and sends it to the hub's account with the hub's identity", () => {
    const stack = dedicated({ endpoints: [], subscriptionId: TENANT_SUBSCRIPTION });
    const hub = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev--hub-rg/providers/`;
    const inHub = (type: string) => expect.stringContaining(`${hub}${type}/`) as string;

    expect(resourcesByPath(stack, "azapi_resource")["network/flow-log"]).toMatchObject({
      parent_id: expect.stringContaining(
        `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/NetworkWatcherRG/`,
      ) as string,
      identity: [{ identity_ids: [inHub("Microsoft.ManagedIdentity/userAssignedIdentities")] }],
      body: {
        properties: {
          targetResourceId: `\${${addressOf(stack, "network/vnet")}.id}`,
          storageId: inHub("Microsoft.Storage/storageAccounts"),
          flowAnalyticsConfiguration: {
            networkWatcherFlowAnalyticsConfiguration: {
              workspaceResourceId: inHub("Microsoft.OperationalInsights/workspaces"),
            },
          },
        },
      },
    });
  });

  test("has a flow log that is kept and processed as the platform's file says", () => {
    const hub = { addressSpace: "10.20.0.0/22", flowLogs: { retentionDays: 7, trafficAnalytics: false } };
    const stack = synthStack("tenant-acme", platform({ azure: { hub } }), [tenant("acme")]);
    const { body } = resourcesByPath(stack, "azapi_resource")["network/flow-log"] as { body: { properties: object } };

    expect(body.properties).toMatchObject({ retentionPolicy: { enabled: true, days: 7 } });
    expect(body.properties).not.toHaveProperty("flowAnalyticsConfiguration");
  });

  test("of a tenant with its own subscription reaches the hub's half of peering and zones through the hub's provider", () => {
    const stack = dedicated({ subscriptionId: TENANT_SUBSCRIPTION });
    expect(resourcesByPath(stack, "azurerm_virtual_network_peering")["network/from-hub"]?.provider).toBe("azurerm.hub");
    for (const link of Object.values(resourcesOf(stack, "azurerm_private_dns_zone_virtual_network_link"))) {
      expect(link.provider).toBe("azurerm.hub");
    }
    expect(onlyResource(stack, "azurerm_virtual_network")).not.toHaveProperty("provider");
  });
});
