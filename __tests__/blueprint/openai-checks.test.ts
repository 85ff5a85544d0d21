import { platform, PLATFORM_SUBSCRIPTION, problemsOf, resolved, tenant } from "../support/files";
import { dedicatedPlace, tenantOf, workspaceStackOf } from "./configs";

const chat = { name: "chat", model: "gpt-4o", version: "2024-11-20" };
const openai = { deployments: [chat] };
const withSku = (sku: string) => ({
  deployments: [
    { ...chat, name: "other" },
    { ...chat, sku },
  ],
});
const to = (resourceId: string) => ({ name: "models", privateEndpoint: { resourceId, subresource: "account" } });
const shared = (workspace: object) => platform({ azure: { workspace } });

describe("a deployment that processes data outside of its region", () => {
  test.each([
    ["GlobalStandard", "in any Azure region of the world"],
    ["DataZoneStandard", "in any region of the account's data zone (the European Union or the United States)"],
  ])("is a warning: %s", (sku, where) => {
    const { blueprint, problems } = resolved(platform(), [tenant("acme", { azure: { openai: withSku(sku) } })]);

    expect(blueprint).toBeDefined();
    expect(problems).toMatchObject([
      {
        severity: "warning",
        field: "azure.openai.deployments[1].sku",
        message: `"${sku}" processes prompts and answers ${where}; use Standard or ProvisionedManaged if they must stay in the account's region`,
      },
    ]);
  });

  test("is a warning in the platform's file too, where it is about every shared tenant's data", () => {
    expect(resolved(shared({ openai: withSku("GlobalStandard") })).problems).toMatchObject([
      { severity: "warning", field: "azure.workspace.openai.deployments[1].sku" },
    ]);
  });

  test.each(["Standard", "ProvisionedManaged"])("is not one of %s", (sku) => {
    expect(problemsOf(platform(), [tenant("acme", { azure: { openai: withSku(sku) } })])).toEqual([]);
  });
});

describe("a rule of the name that openai adds by itself", () => {
  const rule = { name: "workspace-openai", serviceTag: "AzureManagedGrafana" };

  test("is refused in a tenant's file", () => {
    expect(problemsOf(platform(), [tenant("acme", { azure: { openai, outbound: [rule] } })])).toEqual([
      'azure.outbound[0].name: "workspace-openai" is the rule that openai adds by itself; use another name',
    ]);
  });

  test("is refused in the platform's file", () => {
    expect(problemsOf(shared({ openai, outbound: [rule] }))).toEqual([
      'azure.workspace.outbound[0].name: "workspace-openai" is the rule that openai adds by itself; use another name',
    ]);
  });

  test("is like any other where there is no openai", () => {
    expect(problemsOf(shared({ openai }), [tenant("acme", { azure: { outbound: [rule] } })])).toEqual([]);
  });
});

describe("a rule to the account itself", () => {
  const own = dedicatedPlace(tenantOf(tenant("acme", { azure: { openai } }))).workspace.ids.openAi ?? "";
  const platforms = workspaceStackOf({ azure: { workspace: { openai } } }).workspace.ids.openAi ?? "";

  test.each([
    own,
    own.replace(/resourceGroups\/.*?\//, (group) => group.toUpperCase().replace("RESOURCEGROUPS", "resourceGroups")),
  ])("is refused, in any case: %s", (id) => {
    expect(problemsOf(platform(), [tenant("acme", { azure: { openai, outbound: [to(id)] } })])).toEqual([
      expect.stringMatching(
        /^azure\.outbound\[0\]\.privateEndpoint\.resourceId: "oai-mlp-dev-acme-.*" is the account of openai, which the managed network reaches already; remove the rule$/,
      ),
    ]);
  });

  test("is refused in the platform's file", () => {
    expect(problemsOf(shared({ openai, outbound: [to(platforms)] }))).toHaveLength(1);
  });

  test("of the shared workspace is refused for a dedicated tenant, as any other of its resources", () => {
    expect(problemsOf(shared({ openai }), [tenant("acme", { azure: { openai, outbound: [to(platforms)] } })])).toEqual([
      expect.stringContaining("belongs to the shared workspace") as string,
    ]);
  });

  test("of somebody else outside of the platform is allowed", () => {
    const other = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/ai/providers/Microsoft.CognitiveServices/accounts/oai`;

    expect(problemsOf(platform(), [tenant("acme", { azure: { openai, outbound: [to(other)] } })])).toEqual([]);
  });
});
