import { DEPLOYER, platform, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../../support/files";
import { addressOf, allBefore, dependencies } from "../../support/references";
import { onlyResource, resourcesByPath, resourcesOf, type StackJson, synthStack } from "../../support/synth";

const GROUP = "50000000-0000-4000-8000-000000000005";
const SECOND = "60000000-0000-4000-8000-000000000006";
const chat = { name: "chat", model: "gpt-4o", version: "2024-11-20" };
const embeddings = { name: "embeddings", model: "text-embedding-3-large", version: "1", capacity: 50 };
const reranker = { name: "a-reranker", model: "gpt-4o", version: "2024-11-20" };
const openai = { deployments: [embeddings, chat, reranker] };
const endpoints = [{ name: "churn" }];
const outbound = [{ name: "zzz", fqdn: "pypi.org" }];
const OPENAI_USER = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";
const APPROVER = "b556d68e-0be0-4f35-a333-ad7ee1ce17ea";

const own = { tenantSubscriptions: [TENANT_SUBSCRIPTION] };
const dedicated = (azure: Record<string, unknown> = {}, platformAzure: Record<string, unknown> = {}): StackJson =>
  synthStack("tenant-acme", platform({ azure: { ...own, ...platformAzure } }), [
    tenant("acme", { azure: { openai, endpoints, outbound, ...azure } }),
  ]);
const shared = (): StackJson => synthStack("ml-workspace", platform({ azure: { workspace: { openai, outbound } } }));

/** Who has a role on the account: construct paths. */
const holders = (stack: StackJson, role: string) =>
  Object.entries(resourcesByPath(stack, "azurerm_role_assignment"))
    .filter(([, { role_definition_id }]) => String(role_definition_id).endsWith(role))
    .filter(([, { scope }]) => scope === `\${${addressOf(stack, "workspace/openai/account")}.id}`)
    .map(([path]) => path);

describe.each([
  ["the shared workspace", shared],
  ["a dedicated tenant", () => dedicated()],
])("the Azure OpenAI account of %s", (_, synth) => {
  test("takes Entra tokens only, from the private network only, and calls nobody", () => {
    expect(onlyResource(synth(), "azurerm_cognitive_account")).toMatchObject({
      kind: "OpenAI",
      local_auth_enabled: false,
      public_network_access_enabled: false,
      outbound_network_access_restricted: true,
      network_acls: { default_action: "Deny", bypass: "AzureServices" },
    });
  });

  test("has a subdomain of its own, which Entra tokens and private endpoints need", () => {
    const account = onlyResource(synth(), "azurerm_cognitive_account");

    expect(account.custom_subdomain_name).toBe(account.name);
  });

  test("has no identity, for it reads nothing", () => {
    expect(onlyResource(synth(), "azurerm_cognitive_account")).not.toHaveProperty("identity");
  });

  test("has models that Azure neither upgrades nor leaves unfiltered", () => {
    const models = Object.values(resourcesOf(synth(), "azurerm_cognitive_deployment"));

    expect(models).toHaveLength(3);
    for (const model of models) {
      expect(model).toMatchObject({
        version_upgrade_option: "NoAutoUpgrade",
        rai_policy_name: "Microsoft.DefaultV2",
        model: { format: "OpenAI" },
      });
    }
  });

  test("is changed by one thing at a time: models by name, then the private endpoint, then the rule", () => {
    const stack = synth();
    const chain = [
      "openai/account",
      "openai/deployment-a-reranker",
      "openai/deployment-chat",
      "openai/deployment-embeddings",
      "openai/private-endpoint",
      "managed-network/rules/workspace-openai",
    ].map((path) => addressOf(stack, `workspace/${path}`));

    chain.slice(1).forEach((address, index) => {
      expect(dependencies(stack).get(address)).toContain(chain[index]);
    });
  });

  test("has a private endpoint in the workspace's subnet that registers in the zone of its kind", () => {
    const endpoint = resourcesByPath(synth(), "azurerm_private_endpoint");

    expect(endpoint["workspace/openai/private-endpoint"]).toMatchObject({
      subnet_id: endpoint["workspace/private-endpoint-blob"]?.subnet_id,
      private_service_connection: { subresource_names: ["account"], is_manual_connection: false },
      private_dns_zone_group: {
        private_dns_zone_ids: [expect.stringMatching(/\/privateDnsZones\/privatelink\.openai\.azure\.com$/) as string],
      },
    });
  });

  test("is reached by the managed network through a rule, made after all others", () => {
    const stack = synth();
    const rule = addressOf(stack, "workspace/managed-network/rules/workspace-openai");
    const account = addressOf(stack, "workspace/openai/account");

    expect(resourcesByPath(stack, "azapi_resource")["workspace/managed-network/rules/workspace-openai"]).toMatchObject({
      name: "workspace-openai",
      body: {
        properties: {
          type: "PrivateEndpoint",
          category: "UserDefined",
          destination: { serviceResourceId: `\${${account}.id}`, subresourceTarget: "account", sparkEnabled: false },
        },
      },
    });
    expect(allBefore(stack, rule)).toContain(addressOf(stack, "workspace/managed-network/rules/zzz"));
    expect(allBefore(stack, addressOf(stack, "workspace/image-build/cluster"))).toContain(rule);
  });

  test("gets that rule after its approvers are known: the workspace's identity and the deployers", () => {
    const stack = synth();
    const before = allBefore(stack, addressOf(stack, "workspace/managed-network/rules/workspace-openai"));

    expect(holders(stack, APPROVER)).toEqual([
      `workspace/openai/deployer ${DEPLOYER} grants/openAi Azure AI Enterprise Network Connection Approver`,
      "workspace/openai/identity-grants/openAi Azure AI Enterprise Network Connection Approver",
    ]);
    for (const path of holders(stack, APPROVER)) expect(before).toContain(addressOf(stack, path));
    expect(before).toContain(addressOf(stack, "workspace/openai/approvers-known"));
  });

  test("tells its URL", () => {
    const stack = synth();

    expect(stack.output?.openai_endpoint).toEqual({
      value: `\${${addressOf(stack, "workspace/openai/account")}.endpoint}`,
    });
  });
});

describe("models may be called", () => {
  test("by the endpoints and the data scientists of a dedicated tenant, and by nobody else", () => {
    const dataScientists = [{ group: GROUP }, { group: SECOND }];

    expect(holders(dedicated({ access: { dataScientists } }), OPENAI_USER)).toEqual([
      "endpoint-churn/grants/openAi Cognitive Services OpenAI User",
      `rights/member ${GROUP}/openAi Cognitive Services OpenAI User`,
      `rights/member ${SECOND}/openAi Cognitive Services OpenAI User`,
    ]);
  });

  test("by the endpoints of shared tenants, by the literal id of the platform's account", () => {
    const stack = synthStack("tenant-globex", platform({ azure: { workspace: { openai } } }), [
      sharedTenant("globex", { azure: { endpoints } }),
    ]);
    const grant = resourcesByPath(stack, "azurerm_role_assignment")[
      "endpoint-churn/grants/openAi Cognitive Services OpenAI User"
    ];

    expect(grant).toMatchObject({
      scope: expect.stringMatching(
        /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/mlp-dev--ml-rg\/providers\/Microsoft\.CognitiveServices\/accounts\/oai-mlp-dev-[a-z2-7]{5}$/,
      ) as string,
      principal_type: "ServicePrincipal",
    });
    expect(allBefore(stack, addressOf(stack, "endpoint-churn/endpoint"))).toContain(
      addressOf(stack, "endpoint-churn/grants/openAi Cognitive Services OpenAI User"),
    );
  });

  test("not by a dedicated tenant in the account of the shared workspace", () => {
    const stack = dedicated({ openai: undefined }, { workspace: { openai } });

    expect(JSON.stringify(stack.resource)).not.toContain(OPENAI_USER);
  });
});

test("without an account there is neither a rule nor a role nor an output of one", () => {
  const stack = dedicated({ openai: undefined });

  expect(JSON.stringify(stack)).not.toMatch(/openai/i);
});

test("a model that is added or removed leaves the addresses of the others as they are", () => {
  const models = (deployments: object[]) =>
    Object.keys(resourcesOf(dedicated({ openai: { deployments } }), "azurerm_cognitive_deployment"));

  expect(models([reranker, chat, embeddings])).toEqual(expect.arrayContaining(models([chat])));
});

test("a tenant's network resolves the account's zone", () => {
  expect(Object.keys(resourcesByPath(dedicated(), "azurerm_private_dns_zone_virtual_network_link"))).toContain(
    "network/privatelink.openai.azure.com-link",
  );
});

/** Learn, "Use private endpoints": three addresses for a workspace, two for a registry with data endpoints. */
test("the smallest network has an address for each private endpoint of a tenant with everything", () => {
  const stack = dedicated({ network: { addressSpace: "10.20.8.0/27" } });
  const addressesOf: Readonly<Record<string, number>> = { amlworkspace: 3, registry: 2 };
  const taken = Object.values(resourcesOf(stack, "azurerm_private_endpoint")).flatMap(
    ({ private_service_connection }) =>
      (private_service_connection as { subresource_names: string[] }).subresource_names,
  );

  expect(taken).toContain("account");
  expect(taken.reduce((sum, name) => sum + (addressesOf[name] ?? 1), 0)).toBeLessThanOrEqual(32 - 5);
});
