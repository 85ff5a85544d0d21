import { platform } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, synthStack } from "../../support/synth";

const hub = (flowLogs: object = {}) =>
  synthStack("hub", platform({ azure: { hub: { addressSpace: "10.20.0.0/22", flowLogs } } }));

describe("the hub's flow logs", () => {
  const stack = hub();

  test("go to an account without public access, keys, anonymous blobs or local users", () => {
    expect(onlyResource(stack, "azurerm_storage_account")).toMatchObject({
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
    });
  });

  test("keep no old content of blobs, which are written anew each minute", () => {
    const { blob_properties: blobs } = onlyResource(stack, "azurerm_storage_account");

    expect(blobs).toEqual({ container_delete_retention_policy: { days: 14 } });
  });

  test("are deleted by their own retention, which would overwrite a policy of the account", () => {
    expect(stack.resource).not.toHaveProperty("azurerm_storage_management_policy");
  });

  test("are written by an identity that may write to that account", () => {
    const identity = addressOf(stack, "flow-logs/identity");

    expect(resourcesByPath(stack, "azurerm_role_assignment")).toMatchObject({
      "flow-logs/grants/flowLogStorage Storage Blob Data Contributor": {
        principal_id: `\${${identity}.principal_id}`,
        scope: `\${${addressOf(stack, "flow-logs/storage")}.id}`,
      },
    });
    expect(onlyResource(stack, "azapi_resource").identity).toEqual([
      { type: "UserAssigned", identity_ids: [`\${${identity}.id}`] },
    ]);
  });

  test("come after the identity's role is known everywhere", () => {
    const before = allBefore(stack, addressOf(stack, "flow-logs/hub"));

    expect(before).toContain(addressOf(stack, "flow-logs/grants-known"));
    expect(before).toContain(addressOf(stack, "flow-logs/grants/flowLogStorage Storage Blob Data Contributor"));
  });

  test("are of the whole network, never of a network security group", () => {
    const { body } = onlyResource(stack, "azapi_resource") as { body: { properties: { targetResourceId: string } } };

    expect(body.properties.targetResourceId).toBe(`\${${addressOf(stack, "network/vnet")}.id}`);
    expect(stack.resource).not.toHaveProperty("azurerm_network_watcher_flow_log");
  });

  test("are processed into the hub's workspace unless the file says no", () => {
    const analytics = (flowLogs: object) =>
      (onlyResource(hub(flowLogs), "azapi_resource").body as { properties: object }).properties;

    expect(analytics({})).toHaveProperty("flowAnalyticsConfiguration");
    expect(analytics({ trafficAnalytics: false })).not.toHaveProperty("flowAnalyticsConfiguration");
  });
});
