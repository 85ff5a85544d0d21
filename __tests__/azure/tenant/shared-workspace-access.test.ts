import { platform, PLATFORM_SUBSCRIPTION, sharedTenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesOf, type StackJson, synthStack } from "../../support/synth";

const SCORERS = "60000000-0000-4000-8000-000000000006";
const APP = "70000000-0000-4000-8000-000000000007";
const azure = {
  access: { scorers: [{ group: SCORERS }, { servicePrincipal: APP }] },
  endpoints: [{ name: "churn", description: "Who leaves" }],
};
const network = { addressSpace: "10.20.9.0/24" };
const own = { azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } };

const shared = (more: Record<string, unknown> = {}): StackJson =>
  synthStack("tenant-globex", platform(own), [sharedTenant("globex", { azure: { ...azure, network, ...more } })]);

describe("a shared tenant", () => {
  test("has no workspace, storage, vault or registry of its own", () => {
    expect(Object.keys(shared().resource)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/machine_learning_workspace|storage_account|key_vault|container_registry/),
      ]),
    );
  });

  test("reaches the shared workspace through a private endpoint of its own", () => {
    const endpoint = onlyResource(shared(), "azurerm_private_endpoint");
    expect(endpoint.private_service_connection).toMatchObject({
      subresource_names: ["amlworkspace"],
      private_connection_resource_id: expect.stringMatching(/\/workspaces\/mlp-dev--ws$/) as string,
    });
  });

  test("has copies of the workspace's two zones, linked to its own network and to no other", () => {
    const stack = shared();
    const zones = Object.entries(resourcesOf(stack, "azurerm_private_dns_zone"));
    expect(zones.map(([, { name }]) => name)).toEqual([
      "privatelink.api.azureml.ms",
      "privatelink.notebooks.azure.net",
    ]);
    const links = Object.values(resourcesOf(stack, "azurerm_private_dns_zone_virtual_network_link"));
    const vnet = addressOf(stack, "network/vnet");
    expect(links).toHaveLength(2);
    for (const link of links) {
      expect(link).toMatchObject({
        virtual_network_id: `\${${vnet}.id}`,
        resource_group_name: expect.stringContaining("azurerm_resource_group") as string,
        registration_enabled: false,
        // The copy holds one workspace's records only.
        resolution_policy: "NxDomainRedirect",
      });
    }
    const group = onlyResource(stack, "azurerm_private_endpoint").private_dns_zone_group as {
      private_dns_zone_ids: string[];
    };
    expect(group.private_dns_zone_ids).toEqual(zones.map(([id]) => `\${azurerm_private_dns_zone.${id}.id}`));
  });

  test("has its private endpoint after the subnet's rules and the links are there", () => {
    const stack = shared();
    const before = allBefore(stack, addressOf(stack, "workspace-access/private-endpoint"));
    expect(before).toContain(addressOf(stack, "network/private-endpoints/association"));
    expect(before).toContain(addressOf(stack, "workspace-access/privatelink.api.azureml.ms-link"));
    expect(before).toContain(addressOf(stack, "workspace-access/privatelink.notebooks.azure.net-link"));
  });

  test("without a network has no private endpoint and no zones", () => {
    const stack = shared({ network: undefined });
    expect(Object.keys(stack.resource).filter((type) => /network|private|subnet/.test(type))).toEqual([]);
    expect(stack.output).not.toHaveProperty("private_endpoint_id");
  });

  test("with its own subscription keeps its identity there, and its roles in the workspace's subscription", () => {
    const stack = shared({ subscriptionId: TENANT_SUBSCRIPTION });
    for (const { role_definition_id } of Object.values(resourcesOf(stack, "azurerm_role_assignment"))) {
      expect(role_definition_id).toContain(`/subscriptions/${PLATFORM_SUBSCRIPTION}/`);
    }
    expect(stack.provider.azurerm?.[0]?.subscription_id).toBe(TENANT_SUBSCRIPTION);
  });

  test("gives nobody a role on the shared workspace itself but its endpoints' identities, and those only Metrics Writer", () => {
    const onWorkspace = Object.values(resourcesOf(shared(), "azurerm_role_assignment")).filter(({ scope }) =>
      String(scope).endsWith("/workspaces/mlp-dev--ws"),
    );
    expect(onWorkspace.map(({ role_definition_id }) => String(role_definition_id).split("/").at(-1))).toEqual([
      "635dd51f-9968-44d3-b7fb-6d9a6bd613ae",
    ]);
  });
});
