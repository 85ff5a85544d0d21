import { WORKSPACE_ZONES } from "../../lib/blueprint/private-dns";
import { PLATFORM_SUBSCRIPTION, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { dedicatedPlace, sharedPlace, tenantOf, workspaceStackOf } from "./configs";

const openai = {
  deployments: [
    { name: "embeddings", model: "text-embedding-3-large", version: "1" },
    { name: "chat", model: "gpt-4o", version: "2024-11-20", sku: "ProvisionedManaged", capacity: 50 },
  ],
};
const shared = { azure: { workspace: { openai } } };
const accountOf = () => workspaceStackOf(shared).workspace.openAi;

describe("a workspace's Azure OpenAI account", () => {
  test("is there only if the file has the section", () => {
    expect(workspaceStackOf().workspace).not.toHaveProperty("openAi");
    expect(workspaceStackOf().workspace.ids).not.toHaveProperty("openAi");
  });

  test("has a literal id that other stacks use", () => {
    const { ids, openAi } = workspaceStackOf(shared).workspace;

    expect(ids.openAi).toBe(
      `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev--ml-rg/providers/Microsoft.CognitiveServices/accounts/${openAi?.account ?? ""}`,
    );
  });

  test("has models by name, in an order that does not change when lines are moved", () => {
    expect(accountOf()?.deployments.map(({ name }) => name)).toEqual(["chat", "embeddings"]);
  });

  test("has a private endpoint that registers in the one zone of its kind", () => {
    expect(accountOf()?.privateEndpoint).toMatchObject({
      subresource: "account",
      name: "mlp-dev--pe-account",
      zones: ["privatelink.openai.azure.com"],
    });
  });

  test("has another name in another subscription", () => {
    const names = [{}, { subscriptionId: TENANT_SUBSCRIPTION }].map(
      (azure) => dedicatedPlace(tenantOf(tenant("acme", { azure: { ...azure, openai } }))).workspace.openAi?.account,
    );

    expect(new Set(names).size).toBe(2);
  });
});

describe("the network of a tenant", () => {
  test("resolves the account's zone if the tenant has an account of its own", () => {
    const { network } = dedicatedPlace(tenantOf(tenant("acme", { azure: { openai } })));

    expect(network.hubZones).toEqual([...WORKSPACE_ZONES, "privatelink.openai.azure.com"].sort());
  });

  test("does not resolve it for the account of the shared workspace, which only that workspace reaches", () => {
    const network = { addressSpace: "10.20.10.0/26" };

    expect(dedicatedPlace(tenantOf(tenant("acme"), shared)).network.hubZones).toEqual(WORKSPACE_ZONES);
    expect(
      sharedPlace(tenantOf(sharedTenant("globex", { azure: { network } }), shared)).access?.network.hubZones,
    ).toEqual([]);
  });
});
