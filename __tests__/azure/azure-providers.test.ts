import { AzureProviders } from "../../lib/azure/azure-providers";
import { BaseStack } from "../../lib/terraform/base-stack";
import { hubOf } from "../blueprint/configs";
import {
  ENTRA_TENANT,
  platform,
  PLATFORM_SUBSCRIPTION,
  sharedTenant,
  tenant,
  TENANT_SUBSCRIPTION,
} from "../support/files";
import { synthStack } from "../support/synth";
import { testApp } from "../terraform/plans";

const features = (stack: ReturnType<typeof synthStack>) =>
  (stack.provider.azurerm?.[0]?.features as Record<string, unknown>[])[0];

describe("the providers of an Azure stack", () => {
  test("sign in with Entra ID and OIDC, to the stack's own subscription", () => {
    const { provider } = synthStack("hub", platform());
    expect(provider.azurerm?.[0]).toMatchObject({
      subscription_id: PLATFORM_SUBSCRIPTION,
      tenant_id: ENTRA_TENANT,
      use_oidc: true,
      storage_use_azuread: true,
    });
  });

  test("keep soft-deleted vaults and workspaces recoverable", () => {
    expect(features(synthStack("hub", platform()))).toMatchObject({
      key_vault: [{ purge_soft_delete_on_destroy: false, recover_soft_deleted_key_vaults: true }],
      machine_learning: [{ purge_soft_deleted_workspace_on_destroy: false }],
    });
  });

  test("remove the alert rule that Application Insights brings along, which would block its group's deletion", () => {
    expect(features(synthStack("hub", platform()))).toMatchObject({
      application_insights: [{ disable_generated_rule: true }],
    });
  });

  test("never call the data plane of storage accounts, which a runner cannot reach", () => {
    expect(features(synthStack("hub", platform()))).toMatchObject({ storage: [{ data_plane_available: false }] });
  });

  test.each([
    ["an active tenant cannot be deleted", "active", true],
    ["a retiring tenant can be deleted", "retiring", false],
  ])("say that the resource group of %s while something is left in it", (_, lifecycle, prevented) => {
    const stack = synthStack("tenant-globex", platform(), [sharedTenant("globex", { lifecycle })]);
    expect(features(stack)).toMatchObject({ resource_group: [{ prevent_deletion_if_contains_resources: prevented }] });
  });

  test("of a tenant with its own subscription have an alias for the hub's", () => {
    const stack = synthStack("tenant-acme", platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } }), [
      tenant("acme", { azure: { subscriptionId: TENANT_SUBSCRIPTION } }),
    ]);
    expect(stack.provider.azurerm).toMatchObject([
      { subscription_id: TENANT_SUBSCRIPTION },
      { subscription_id: PLATFORM_SUBSCRIPTION, alias: "hub" },
    ]);
    expect(stack.provider.azapi).toEqual([
      { subscription_id: TENANT_SUBSCRIPTION, tenant_id: ENTRA_TENANT, use_oidc: true },
    ]);
  });

  test("keep that alias when nothing uses it, for Terraform deletes what was made with it, such as a removed network", () => {
    const stack = synthStack("tenant-globex", platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } }), [
      sharedTenant("globex", { azure: { subscriptionId: TENANT_SUBSCRIPTION } }),
    ]);
    expect(stack.provider.azurerm).toMatchObject([{}, { subscription_id: PLATFORM_SUBSCRIPTION, alias: "hub" }]);
  });

  test("of a tenant in the platform's subscription have no alias", () => {
    expect(synthStack("tenant-acme", platform(), [tenant("acme")]).provider.azurerm).toHaveLength(1);
  });

  test("have every alias also where nothing uses it, for Terraform deletes with it what a file no longer has", () => {
    const azure = { subscriptionId: TENANT_SUBSCRIPTION };
    const own = platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } });
    const stack = synthStack("tenant-globex", own, [sharedTenant("globex", { azure })]);
    expect(JSON.stringify(stack.resource)).not.toContain('"azurerm.hub"');
    expect(stack.provider.azurerm).toMatchObject([{ subscription_id: TENANT_SUBSCRIPTION }, { alias: "hub" }]);
  });

  test("of a subscription that the stack has none for are refused", () => {
    const stack = new BaseStack(testApp(), hubOf());
    const providers = new AzureProviders(stack, hubOf(), { entraTenantId: ENTRA_TENANT, subscriptionId: "own" });
    expect(() => providers.inSubscription("another")).toThrow('stack "hub" has no provider for subscription another');
  });

  test("have azuread, without a secret, where a tenant has a registration in Microsoft Entra", () => {
    const stack = synthStack("tenant-globex", platform(), [sharedTenant("globex", { azure: { application: {} } })]);
    expect(stack.provider.azuread).toEqual([{ tenant_id: ENTRA_TENANT, use_oidc: true }]);
    expect(stack.terraform.required_providers).toHaveProperty("azuread.source", "hashicorp/azuread");
  });

  test("have azuread where a tenant has no registration any more, for one that is left is deleted with it", () => {
    const stack = synthStack("tenant-globex", platform(), [sharedTenant("globex")]);
    expect(stack.provider.azuread).toEqual([{ tenant_id: ENTRA_TENANT, use_oidc: true }]);
  });

  test.each(["hub", "ml-workspace"])("of the stack %s, which never has a registration, have no azuread", (name) => {
    const stack = synthStack(name, platform());
    expect(stack.provider).not.toHaveProperty("azuread");
    expect(stack.terraform.required_providers).not.toHaveProperty("azuread");
  });
});
