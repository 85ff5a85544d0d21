import {
  ENTRA_TENANT,
  platform,
  PLATFORM_SUBSCRIPTION,
  problemsOf,
  resolved,
  tenant,
  TENANT_SUBSCRIPTION,
} from "../support/files";

const storage = (group: string, subscription = PLATFORM_SUBSCRIPTION) =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/data`;
const to = (resourceId: string) => [{ name: "data", privateEndpoint: { resourceId, subresource: "blob" } }];
const acme = (resourceId: string) => tenant("acme", { azure: { outbound: to(resourceId) } });
const globex = tenant("globex", { azure: { network: { addressSpace: "10.20.9.0/24" } } });

describe("a private endpoint rule of a tenant", () => {
  test("may not lead to a resource of another tenant", () => {
    expect(problemsOf(platform(), [acme(storage("mlp-dev-globex--rg")), globex])).toEqual([
      'azure.outbound[0].privateEndpoint.resourceId: "data" belongs to tenant globex; tenant acme may reach what is its own, or what stands outside of this platform\'s resource groups',
    ]);
  });

  test("may not lead there in another case either, for Azure takes ids in any", () => {
    expect(problemsOf(platform(), [acme(storage("MLP-dev-Globex--RG")), globex])).toHaveLength(1);
  });

  test("may not lead to a resource of the shared workspace", () => {
    expect(problemsOf(platform(), [acme(storage("mlp-dev--ml-rg"))])).toEqual([
      expect.stringContaining('"data" belongs to the shared workspace') as string,
    ]);
  });

  test("may not lead to the flow logs of all tenants, nor to anything else of the hub", () => {
    expect(problemsOf(platform(), [acme(storage("MLP-dev--hub-rg"))])).toEqual([
      expect.stringContaining('"data" belongs to the hub; tenant acme may reach') as string,
    ]);
  });

  test("may lead to the hub's private link scope, the way of telemetry out of a managed network", () => {
    const scope = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev--hub-rg/providers/Microsoft.Insights/privateLinkScopes/mlp-dev--hub-ampls`;
    const outbound = [{ name: "telemetry", privateEndpoint: { resourceId: scope, subresource: "azuremonitor" } }];
    expect(problemsOf(platform(), [tenant("acme", { azure: { outbound } })])).toEqual([]);
  });

  test("may not lead to the storage account of the states, in any case of letters", () => {
    const account = { subscriptionId: PLATFORM_SUBSCRIPTION, tenantId: ENTRA_TENANT, resourceGroup: "rg-state" };
    const backend = { azurerm: { ...account, storageAccount: "data" } };
    expect(problemsOf(platform({ backend }), [acme(storage("RG-State"))])).toEqual([
      "azure.outbound[0].privateEndpoint.resourceId: is the storage account of every stack's state, which no workspace may reach; remove the rule",
    ]);
    expect(problemsOf(platform({ backend }), [acme(storage("rg-other"))])).toEqual([]);
  });

  test("may lead to the tenant's own resources", () => {
    expect(problemsOf(platform(), [acme(storage("mlp-dev-acme--rg")), globex])).toEqual([]);
  });

  test("may lead to a group that only has the name of another tenant's, in another subscription", () => {
    expect(problemsOf(platform(), [acme(storage("mlp-dev-globex--rg", TENANT_SUBSCRIPTION)), globex])).toEqual([]);
  });

  test("may lead out of the platform", () => {
    expect(problemsOf(platform(), [acme(storage("data-lake"))])).toEqual([]);
  });
});

test("A rule of the shared workspace may not lead to a tenant's resource, which all shared tenants would reach.", () => {
  const shared = platform({ azure: { workspace: { outbound: to(storage("mlp-dev-globex--rg")) } } });
  expect(problemsOf(shared, [globex])).toEqual([
    expect.stringMatching(
      /^azure\.workspace\.outbound\[0\].*belongs to tenant globex; the shared workspace may reach/,
    ) as string,
  ]);
});

describe("the service tag Storage", () => {
  const withTag = (serviceTag: string) =>
    resolved(platform(), [tenant("acme", { azure: { outbound: [{ name: "storage", serviceTag }] } })]);

  test("is allowed with a warning, for it reaches everybody's storage accounts", () => {
    const { blueprint, problems } = withTag("Storage");
    expect(blueprint).toBeDefined();
    expect(problems).toMatchObject([
      {
        severity: "warning",
        field: "azure.outbound[0].serviceTag",
        message: expect.stringContaining("every customer") as string,
      },
    ]);
  });

  test("is allowed without one where it names a region", () => {
    expect(withTag("Storage.westeurope").problems).toEqual([]);
  });
});
