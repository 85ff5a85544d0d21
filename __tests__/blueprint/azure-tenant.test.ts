import { azureTenantBlueprint } from "../../lib/blueprint/azure-tenant";
import { WORKSPACE_ZONES } from "../../lib/blueprint/private-dns";
import { PLATFORM_SUBSCRIPTION, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { dedicatedPlace, hubOf, azurePlatform, sharedPlace, azureTenant, tenantOf, workspaceStackOf } from "./configs";

const GROUP = "50000000-0000-4000-8000-000000000005";
const SERVICE = "60000000-0000-4000-8000-000000000006";
const endpoints = [{ name: "churn", description: "Which customers will leave" }, { name: "forecast" }];
const network = { addressSpace: "10.20.10.0/26" };

describe("every tenant", () => {
  const acme = tenantOf(tenant("acme", { azure: { endpoints } }));

  test("has a resource group in the platform's region", () => {
    expect(acme).toMatchObject({
      location: "westeurope",
      resourceGroup: { subscriptionId: PLATFORM_SUBSCRIPTION, name: "mlp-dev-acme--rg" },
    });
  });

  test("has its endpoints in the order of the file, each with an identity of its own", () => {
    expect(acme.endpoints.map(({ key, identity }) => [key, identity])).toEqual([
      ["churn", "mlp-dev-acme--id-endpoint-churn"],
      ["forecast", "mlp-dev-acme--id-endpoint-forecast"],
    ]);
  });

  test("describes an endpoint as the file does, or else by its name and the tenant's", () => {
    expect(acme.endpoints.map(({ description }) => description)).toEqual([
      "Which customers will leave",
      "forecast of Tenant acme",
    ]);
  });

  test("has scorers as the file says", () => {
    const scorers = [{ group: GROUP }, { servicePrincipal: SERVICE }];

    expect(tenantOf(tenant("acme", { azure: { access: { scorers } } })).scorers).toEqual([
      { objectId: GROUP, type: "Group" },
      { objectId: SERVICE, type: "ServicePrincipal" },
    ]);
  });
});

describe("a dedicated tenant", () => {
  const content = tenant("acme", {
    azure: {
      endpoints,
      access: { dataScientists: [{ group: GROUP }] },
      outbound: [{ name: "pypi", fqdn: "pypi.org" }],
    },
  });
  const acme = tenantOf(content);

  test("has a workspace of its own, in its own group", () => {
    expect(dedicatedPlace(acme).workspace).toMatchObject({
      name: "mlp--acme--ws",
      displayName: "Tenant acme",
      resourceGroup: { subscriptionId: PLATFORM_SUBSCRIPTION, name: "mlp-dev-acme--rg" },
    });
  });

  test("has data scientists and outbound rules in that workspace", () => {
    expect(dedicatedPlace(acme).workspace).toMatchObject({
      dataScientists: [{ objectId: GROUP, type: "Group" }],
      outbound: [{ kind: "fqdn", name: "pypi", host: "pypi.org" }],
      isolationMode: "AllowOnlyApprovedOutbound",
    });
  });

  test("chooses the isolation mode of its managed network", () => {
    const open = tenant("acme", { azure: { managedNetwork: { isolationMode: "AllowInternetOutbound" } } });

    expect(dedicatedPlace(tenantOf(open)).workspace.isolationMode).toBe("AllowInternetOutbound");
  });

  test("has a network that is peered with the hub, with names for both halves", () => {
    expect(dedicatedPlace(acme).network).toMatchObject({
      name: "mlp-dev-acme--vnet",
      range: "10.20.8.0/24",
      peering: { toHub: "mlp-dev-acme--to-hub", fromHub: "mlp-dev-acme--from-hub" },
      zoneLink: "mlp-dev-acme--link",
    });
  });

  test("resolves the zones of a workspace's private endpoints from the hub, and no others", () => {
    expect(dedicatedPlace(acme).network.hubZones).toEqual(WORKSPACE_ZONES);
  });

  test("reaches its private endpoints from its own network and from the hub, and no other tenant does", () => {
    const { subnet } = dedicatedPlace(acme).network;

    expect(subnet.range).toBe("10.20.8.0/26");
    expect(subnet.rules[0]).toMatchObject({
      access: "Allow",
      sources: ["10.20.8.0/24", "10.20.0.0/22"],
      destination: "10.20.8.0/26",
    });
  });

  test("without a network is a mistake of the schema, not of the user", () => {
    const config = azureTenant(content);
    const { network: none, ...azure } = config.azure;

    expect(() => azureTenantBlueprint(azurePlatform(), hubOf(), undefined, { ...config, azure })).toThrow(
      "tenant acme is dedicated, and has no network",
    );
  });
});

describe("a dedicated tenant with a subscription of its own", () => {
  const platformChanges = { azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } };
  const initech = tenantOf(
    tenant("initech", { azure: { subscriptionId: TENANT_SUBSCRIPTION, endpoints } }),
    platformChanges,
  );

  test("has its group and its workspace there", () => {
    expect(initech).toMatchObject({
      subscriptionId: TENANT_SUBSCRIPTION,
      resourceGroup: { subscriptionId: TENANT_SUBSCRIPTION },
      place: { workspace: { resourceGroup: { subscriptionId: TENANT_SUBSCRIPTION } } },
    });
  });

  test("has ids that stand there", () => {
    const ids = Object.values(dedicatedPlace(initech).workspace.ids);

    expect(ids.filter((id) => !id.startsWith(`/subscriptions/${TENANT_SUBSCRIPTION}/`))).toEqual([]);
  });

  test("has other names for its endpoints than in the platform's subscription", () => {
    const atHome = tenantOf(tenant("initech", { azure: { endpoints } }));

    expect(initech.endpoints[0]?.name).not.toBe(atHome.endpoints[0]?.name);
  });
});

describe("a shared tenant", () => {
  const globex = tenantOf(sharedTenant("globex", { azure: { network, endpoints } }));

  test("has its endpoints in the platform's workspace", () => {
    expect(sharedPlace(globex).workspace).toEqual(workspaceStackOf().workspace);
  });

  test("has a way to it: a private endpoint that registers in the tenant's own copies of the two zones", () => {
    expect(sharedPlace(globex).access).toMatchObject({
      network: { name: "mlp-dev-globex--vnet", range: "10.20.10.0/26" },
      zones: ["privatelink.api.azureml.ms", "privatelink.notebooks.azure.net"],
      privateEndpoint: { subresource: "amlworkspace", name: "mlp-dev-globex--pe-amlworkspace" },
    });
  });

  test("resolves no zone of the hub: a network cannot be linked to two zones of one name", () => {
    expect(sharedPlace(globex).access?.network.hubZones).toEqual([]);
  });

  test("without a network has no private endpoint: it scores from the hub", () => {
    expect(sharedPlace(tenantOf(sharedTenant("globex", { azure: { endpoints } })))).toEqual({
      isolation: "shared",
      workspace: workspaceStackOf().workspace,
    });
  });

  test("with a subscription of its own has its group there, and its endpoints where the workspace is", () => {
    const own = tenantOf(sharedTenant("globex", { azure: { subscriptionId: TENANT_SUBSCRIPTION, endpoints } }), {
      azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] },
    });

    expect(own.resourceGroup.subscriptionId).toBe(TENANT_SUBSCRIPTION);
    expect(own.place.workspace.resourceGroup.subscriptionId).toBe(PLATFORM_SUBSCRIPTION);
    expect(own.endpoints.map(({ name }) => name)).toEqual(globex.endpoints.map(({ name }) => name));
  });

  test("without a shared workspace is a mistake of the checks before, not of the user", () => {
    expect(() =>
      azureTenantBlueprint(azurePlatform(), hubOf(), undefined, azureTenant(sharedTenant("globex"))),
    ).toThrow("tenant globex is shared, and there is no shared workspace");
  });
});
