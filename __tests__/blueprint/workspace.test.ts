import { workspaceStackBlueprint } from "../../lib/blueprint/workspace";
import { DEPLOYER, ENTRA_TENANT, PLATFORM_SUBSCRIPTION, tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { dedicatedPlace, hubOf, azurePlatform, tenantOf, workspaceStackOf } from "./configs";

describe("the shared workspace's stack", () => {
  test("is there only if the platform's file has the section", () => {
    expect(workspaceStackBlueprint(azurePlatform({ azure: { workspace: undefined } }), hubOf())).toBeUndefined();
  });

  test("has a state and tags of the platform", () => {
    expect(workspaceStackOf({ backend: { s3: { bucket: "state", region: "eu-central-1" } } })).toMatchObject({
      stack: "ml-workspace",
      backend: { key: "mlp/dev/ml-workspace/terraform.tfstate" },
      tags: { platform: "mlp", instance: "dev", managedBy: "terraform" },
    });
  });

  test("has a workspace in the platform's subscription and in a group of its own", () => {
    expect(workspaceStackOf().workspace).toMatchObject({
      displayName: "Shared workspace of mlp dev",
      location: "westeurope",
      entraTenantId: ENTRA_TENANT,
      resourceGroup: { subscriptionId: PLATFORM_SUBSCRIPTION, name: "mlp-dev--ml-rg" },
    });
  });

  test("lets only approved traffic out unless the file says otherwise", () => {
    const open = workspaceStackOf({
      azure: { workspace: { managedNetwork: { isolationMode: "AllowInternetOutbound" } } },
    });

    expect(workspaceStackOf().workspace.isolationMode).toBe("AllowOnlyApprovedOutbound");
    expect(open.workspace.isolationMode).toBe("AllowInternetOutbound");
  });

  test("has the outbound rules of the platform's file, by name", () => {
    const outbound = [
      { name: "pythonhosted", fqdn: "*.pythonhosted.org" },
      { name: "pypi", fqdn: "pypi.org" },
    ];

    expect(workspaceStackOf({ azure: { workspace: { outbound } } }).workspace.outbound.map(({ name }) => name)).toEqual(
      ["pypi", "pythonhosted"],
    );
  });

  test("has no data scientists: in it they would reach every tenant's endpoints", () => {
    expect(workspaceStackOf().workspace.dataScientists).toEqual([]);
  });
});

describe("a workspace", () => {
  const { workspace } = workspaceStackOf();

  test("has the literal ids that other stacks use", () => {
    const group = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev--ml-rg/providers`;

    expect(workspace.ids).toEqual({
      workspace: `${group}/Microsoft.MachineLearningServices/workspaces/${workspace.name}`,
      storage: `${group}/Microsoft.Storage/storageAccounts/${workspace.storage.name}`,
      registry: `${group}/Microsoft.ContainerRegistry/registries/${workspace.registry.name}`,
    });
  });

  test("has one private endpoint to each of its parts", () => {
    expect(workspace.privateEndpoints.map(({ subresource }) => subresource)).toEqual([
      "amlworkspace",
      "blob",
      "file",
      "queue",
      "table",
      "vault",
      "registry",
    ]);
  });

  test("is deployed by those whom the platform's file names", () => {
    expect(workspace.deployers).toEqual([{ objectId: DEPLOYER, type: "ServicePrincipal" }]);
  });

  test.each([
    [true, "ZRS"],
    [false, "LRS"],
  ])("is spread over availability zones: %s", (zoneRedundant, replication) => {
    expect(workspaceStackOf({ azure: { zoneRedundant } }).workspace).toMatchObject({
      storage: { replication },
      registry: { zoneRedundant },
    });
  });

  test("has other global names in another subscription", () => {
    const own = tenant("acme", { azure: { subscriptionId: TENANT_SUBSCRIPTION } });
    const [there, here] = [own, tenant("acme")].map((content) => dedicatedPlace(tenantOf(content)).workspace);

    expect(there?.storage.name).not.toBe(here?.storage.name);
    expect(there?.keyVault).not.toBe(here?.keyVault);
    expect(there?.registry.name).not.toBe(here?.registry.name);
  });
});
