import { platform, tenant } from "../../support/files";
import { onlyResource, synthStack } from "../../support/synth";

const dedicated = (azure: Record<string, unknown> = {}, platformAzure: Record<string, unknown> = {}) =>
  synthStack("tenant-acme", platform({ azure: platformAzure }), [tenant("acme", { azure })]);

describe("the storage account of a workspace", () => {
  test("is without public access, keys, anonymous blobs or local users", () => {
    expect(onlyResource(dedicated(), "azurerm_storage_account")).toMatchObject({
      public_network_access_enabled: false,
      network_rules: { default_action: "Deny", bypass: ["AzureServices"] },
      shared_access_key_enabled: false,
      default_to_oauth_authentication: true,
      local_user_enabled: false,
      allow_nested_items_to_be_public: false,
      cross_tenant_replication_enabled: false,
      https_traffic_only_enabled: true,
      min_tls_version: "TLS1_2",
      infrastructure_encryption_enabled: true,
      account_replication_type: "ZRS",
    });
  });

  test("has blobs that can be restored", () => {
    expect(onlyResource(dedicated(), "azurerm_storage_account").blob_properties).toMatchObject({
      versioning_enabled: true,
      delete_retention_policy: { days: 14 },
      container_delete_retention_policy: { days: 14 },
    });
  });

  test("can be taken back to a point in time that is nearer than the days that deleted blobs are kept", () => {
    const { blob_properties: blobs } = onlyResource(dedicated(), "azurerm_storage_account") as {
      blob_properties: { restore_policy: { days: number }; change_feed_enabled: boolean };
    };
    expect(blobs.change_feed_enabled).toBe(true);
    expect(blobs.restore_policy.days).toBeLessThan(14);
  });

  test("has file shares that can be restored: notebooks are in one", () => {
    expect(onlyResource(dedicated(), "azurerm_storage_account").share_properties).toEqual({
      retention_policy: { days: 14 },
    });
  });

  test("declares the CORS rule that Azure adds by itself, so that the second plan is empty", () => {
    const blobs = onlyResource(dedicated(), "azurerm_storage_account").blob_properties as { cors_rule: unknown[] };
    expect(blobs.cors_rule).toHaveLength(1);
    expect(blobs.cors_rule[0]).toMatchObject({
      allowed_origins: expect.arrayContaining(["https://ml.azure.com"]) as string[],
    });
  });
});
