import { DEPLOYER, platform, tenant } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, resourcesOf, type StackJson, synthStack } from "../../support/synth";

const dedicated = (azure: Record<string, unknown> = {}, platformAzure: Record<string, unknown> = {}) =>
  synthStack("tenant-acme", platform({ azure: platformAzure }), [tenant("acme", { azure })]);

const SCIENTISTS = "50000000-0000-4000-8000-000000000005";

describe("the workspace", () => {
  test("has no public access, an identity of its own, and reads its storage with that identity", () => {
    const workspace = onlyResource(dedicated(), "azurerm_machine_learning_workspace");
    expect(workspace).toMatchObject({
      public_network_access_enabled: false,
      v1_legacy_mode_enabled: false,
      storage_account_access_type: "Identity",
      sku_name: "Basic",
      identity: { type: "UserAssigned" },
      timeouts: { create: "90m" },
    });
    expect(workspace.primary_user_assigned_identity).toEqual(
      (workspace.identity as { identity_ids: string[] }).identity_ids[0],
    );
  });

  test("reaches only what is approved, unless the file says otherwise", () => {
    expect(onlyResource(dedicated(), "azurerm_machine_learning_workspace").managed_network).toEqual({
      isolation_mode: "AllowOnlyApprovedOutbound",
    });
    const open = dedicated({ managedNetwork: { isolationMode: "AllowInternetOutbound" } });
    expect(onlyResource(open, "azurerm_machine_learning_workspace").managed_network).toEqual({
      isolation_mode: "AllowInternetOutbound",
    });
  });

  test("is made after its identity's roles and the wait for them", () => {
    const stack = dedicated();
    const before = allBefore(stack, addressOf(stack, "workspace/workspace"));
    expect(before).toContain(addressOf(stack, "workspace/grants-known"));
    const granted = [...before].filter((address) => address.startsWith("azurerm_role_assignment."));
    // Ten roles of the identity on its foundation, and three of the deployer.
    expect(granted).toHaveLength(13);
  });
});

describe("role assignments of a workspace", () => {
  const assignments = (stack: StackJson) => Object.values(resourcesOf(stack, "azurerm_role_assignment"));

  test("are on single resources, never on a resource group or a subscription", () => {
    for (const { scope } of assignments(dedicated({ access: { dataScientists: [{ group: SCIENTISTS }] } }))) {
      expect(scope).toMatch(
        /^\$\{(azurerm_(storage_account|key_vault|container_registry|application_insights|machine_learning_workspace|private_endpoint))\.[\w-]+\.id\}$/,
      );
    }
  });

  test("name their role with the subscription of the resource, for Azure answers so", () => {
    for (const { role_definition_id } of assignments(dedicated())) {
      expect(role_definition_id).toMatch(
        /^\/subscriptions\/[0-9a-f-]{36}\/providers\/Microsoft\.Authorization\/roleDefinitions\/[0-9a-f-]{36}$/,
      );
    }
  });

  test("tell the type of the principal, so that Azure does not look for one that is not replicated yet", () => {
    for (const { principal_type } of assignments(dedicated()))
      expect(["ServicePrincipal", "Group"]).toContain(principal_type);
  });

  test("let each deployer approve private endpoints on storage, vault and registry", () => {
    const approvals = assignments(dedicated()).filter(({ principal_id }) => principal_id === DEPLOYER);
    expect(approvals.map(({ role_definition_id }) => String(role_definition_id).split("/").at(-1))).toEqual(
      Array(3).fill("b556d68e-0be0-4f35-a333-ad7ee1ce17ea"),
    );
  });

  test("let the identity read, and no more, the private endpoints of blobs and files", () => {
    const stack = dedicated();
    const readers = Object.entries(resourcesByPath(stack, "azurerm_role_assignment")).filter(([path]) =>
      path.includes("identity-reads-"),
    );
    expect(readers.map(([path]) => path)).toEqual([
      "workspace/identity-reads-blob-endpoint",
      "workspace/identity-reads-file-endpoint",
    ]);
    for (const [path, { scope, role_definition_id }] of readers) {
      const endpoint = addressOf(stack, path.replace("identity-reads-", "private-endpoint-").replace(/-endpoint$/, ""));
      expect(scope).toBe(`\${${endpoint}.id}`);
      expect(role_definition_id).toMatch(/\/acdd72a7-3385-48ef-bd42-f606fba81ae7$/);
    }
  });

  test("give data scientists their three roles on the tenant's own workspace and storage", () => {
    const stack = dedicated({ access: { dataScientists: [{ group: SCIENTISTS }] } });
    const given = assignments(stack).filter(({ principal_id }) => principal_id === SCIENTISTS);
    expect(given.map(({ principal_type }) => principal_type)).toEqual(["Group", "Group", "Group"]);
    expect(given.map(({ role_definition_id }) => String(role_definition_id).split("/").at(-1)).sort()).toEqual([
      "69566ab7-960f-475b-8e7c-b3118f30c6bd",
      "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
      "f6c7c914-8db3-469d-8ca1-694a8f32e121",
    ]);
  });
});

describe("the private endpoints of a workspace", () => {
  const endpoints = (stack: StackJson) => resourcesByPath(stack, "azurerm_private_endpoint");

  test("lead to each of its parts", () => {
    const groups = Object.values(endpoints(dedicated())).flatMap(
      ({ private_service_connection }) =>
        (private_service_connection as { subresource_names: string[] }).subresource_names,
    );
    expect(groups.sort()).toEqual(["amlworkspace", "blob", "file", "queue", "registry", "table", "vault"]);
  });

  test("register the workspace in both of its zones", () => {
    const group = endpoints(dedicated())["workspace/private-endpoint-amlworkspace"]?.private_dns_zone_group as {
      private_dns_zone_ids: string[];
    };
    expect(group.private_dns_zone_ids.map((id) => id.split("/").at(-1))).toEqual([
      "privatelink.api.azureml.ms",
      "privatelink.notebooks.azure.net",
    ]);
  });

  test("are approved by the deployment itself", () => {
    for (const { private_service_connection } of Object.values(endpoints(dedicated()))) {
      expect(private_service_connection).toMatchObject({ is_manual_connection: false });
    }
  });

  test("come into the subnet after its rules are in force", () => {
    const stack = dedicated();
    expect(allBefore(stack, addressOf(stack, "workspace/private-endpoint-blob"))).toContain(
      addressOf(stack, "network/private-endpoints/association"),
    );
  });

  test("of the shared workspace stand in the hub's subnet, by its literal id", () => {
    const shared = synthStack("ml-workspace", platform());
    for (const { subnet_id } of Object.values(resourcesOf(shared, "azurerm_private_endpoint"))) {
      expect(subnet_id).toMatch(/^\/subscriptions\/.*\/virtualNetworks\/mlp-dev--hub-vnet\/subnets\/snet-pe$/);
    }
  });
});
