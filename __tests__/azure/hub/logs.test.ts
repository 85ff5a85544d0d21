import { platform } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, synthStack } from "../../support/synth";

const hub = (azureHub: Record<string, unknown> = {}, azure: Record<string, unknown> = {}) =>
  synthStack("hub", platform({ azure: { ...azure, hub: { addressSpace: "10.20.0.0/22", ...azureHub } } }));

describe("the hub's logs", () => {
  test("take Entra tokens only and are not reached from the internet", () => {
    expect(onlyResource(hub({ logRetentionDays: 365 }), "azurerm_log_analytics_workspace")).toMatchObject({
      local_authentication_enabled: false,
      internet_ingestion_enabled: false,
      internet_query_enabled: false,
      retention_in_days: 365,
    });
  });

  test("are reached through a private link scope with all five zones of Azure Monitor", () => {
    const stack = hub();
    expect(onlyResource(stack, "azurerm_monitor_private_link_scope")).toMatchObject({
      ingestion_access_mode: "PrivateOnly",
      query_access_mode: "PrivateOnly",
    });
    const { private_dns_zone_group: group, private_service_connection: connection } = onlyResource(
      stack,
      "azurerm_private_endpoint",
    );
    expect((group as { private_dns_zone_ids: string[] }).private_dns_zone_ids).toHaveLength(5);
    expect(connection).toMatchObject({ subresource_names: ["azuremonitor"], is_manual_connection: false });
  });

  test("are in the scope before its private endpoint is made, for the endpoint's addresses are theirs", () => {
    const stack = hub();
    expect(allBefore(stack, addressOf(stack, "logs/private-endpoint"))).toContain(
      addressOf(stack, "logs/workspace-link"),
    );
  });
});
