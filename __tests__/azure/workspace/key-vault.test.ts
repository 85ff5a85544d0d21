import { ENTRA_TENANT, platform, tenant } from "../../support/files";
import { onlyResource, synthStack } from "../../support/synth";

const dedicated = (azure: Record<string, unknown> = {}, platformAzure: Record<string, unknown> = {}) =>
  synthStack("tenant-acme", platform({ azure: platformAzure }), [tenant("acme", { azure })]);

describe("the key vault of a workspace", () => {
  test("takes roles only, has no public access and cannot be purged", () => {
    expect(onlyResource(dedicated(), "azurerm_key_vault")).toMatchObject({
      tenant_id: ENTRA_TENANT,
      rbac_authorization_enabled: true,
      purge_protection_enabled: true,
      soft_delete_retention_days: 90,
      public_network_access_enabled: false,
      network_acls: { default_action: "Deny", bypass: "AzureServices" },
    });
  });
});
