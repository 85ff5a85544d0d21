import { platform, tenant } from "../../support/files";
import { onlyResource, synthStack } from "../../support/synth";

const dedicated = (azure: Record<string, unknown> = {}, platformAzure: Record<string, unknown> = {}) =>
  synthStack("tenant-acme", platform({ azure: platformAzure }), [tenant("acme", { azure })]);

describe("the registry of a workspace", () => {
  test("is a Premium one without admin user, anonymous pull, export or public access", () => {
    expect(onlyResource(dedicated(), "azurerm_container_registry")).toMatchObject({
      sku: "Premium",
      admin_enabled: false,
      anonymous_pull_enabled: false,
      public_network_access_enabled: false,
      export_policy_enabled: false,
      data_endpoint_enabled: true,
      zone_redundancy_enabled: true,
      retention_policy_in_days: 30,
    });
  });

  test("does without availability zones where the platform says that the region has none", () => {
    const single = dedicated({}, { zoneRedundant: false });
    expect(onlyResource(single, "azurerm_container_registry").zone_redundancy_enabled).toBe(false);
    expect(onlyResource(single, "azurerm_storage_account").account_replication_type).toBe("LRS");
  });
});
