import { PLATFORM_SUBSCRIPTION, sharedTenant, tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { dedicatedPlace, hubOf, sharedPlace, tenantOf, workspaceStackOf } from "./configs";

const GROUP = `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev--hub-rg/providers`;
const watcherIn = (subscription: string, group: string, name: string) =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/networkWatchers/${name}`;
const hub = (flowLogs: object) => ({ azure: { hub: { addressSpace: "10.20.0.0/22", flowLogs } } });

test("flow logs of every network go to one account, with one identity, by ids that all stacks know", () => {
  const { storage, identity } = hubOf().flowLogs;

  expect([storage.id, identity.id]).toEqual([
    `${GROUP}/Microsoft.Storage/storageAccounts/${storage.name}`,
    `${GROUP}/Microsoft.ManagedIdentity/userAssignedIdentities/${identity.name}`,
  ]);
});

test("the account of the flow logs is not that of the shared workspace", () => {
  expect(hubOf().flowLogs.storage.name).not.toBe(workspaceStackOf().workspace.storage.name);
});

test.each([
  [true, "ZRS"],
  [false, "LRS"],
])("with zoneRedundant %s the account is %s", (zoneRedundant, replication) => {
  expect(hubOf({ azure: { zoneRedundant } }).flowLogs.storage.replication).toBe(replication);
});

test("the network watcher is the one that Azure makes in the region by itself", () => {
  expect(hubOf({ azure: { location: "northeurope" } }).network.flowLog.networkWatcherId).toBe(
    watcherIn(PLATFORM_SUBSCRIPTION, "NetworkWatcherRG", "NetworkWatcher_northeurope"),
  );
});

test("the network watcher of another name is used in every subscription", () => {
  const changes = hub({ networkWatcher: { resourceGroup: "watchers", name: "nw" } });
  const place = dedicatedPlace(
    tenantOf(tenant("initech", { azure: { subscriptionId: TENANT_SUBSCRIPTION } }), {
      azure: { ...changes.azure, tenantSubscriptions: [TENANT_SUBSCRIPTION] },
    }),
  );

  expect(hubOf(changes).network.flowLog.networkWatcherId).toBe(watcherIn(PLATFORM_SUBSCRIPTION, "watchers", "nw"));
  expect(place.network.flowLog.networkWatcherId).toBe(watcherIn(TENANT_SUBSCRIPTION, "watchers", "nw"));
});

test("a tenant's flow log stands in the network watcher of its network's subscription", () => {
  const network = { addressSpace: "10.20.10.0/26" };
  const { access } = sharedPlace(
    tenantOf(sharedTenant("hooli", { azure: { subscriptionId: TENANT_SUBSCRIPTION, network } }), {
      azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] },
    }),
  );

  expect(access?.network.flowLog.networkWatcherId).toBe(
    watcherIn(TENANT_SUBSCRIPTION, "NetworkWatcherRG", "NetworkWatcher_westeurope"),
  );
});
