import type { AzurePlatform } from "../config/platform";
import { globalName, localName, type Owner } from "./names";
import { type ResourceGroup, resourceId } from "./resource-ids";
import type { Grant } from "./roles";

/** Where the flow logs of all networks go, and what writes them. The hub has it; tenants use its literals. */
export interface FlowLogsBlueprint {
  /** The storage account, which holds nothing else. */
  readonly storage: { readonly name: string; readonly id: string; readonly replication: "ZRS" | "LRS" };
  /** The user-assigned identity that Network Watcher writes with. */
  readonly identity: { readonly name: string; readonly id: string };
  /** Days that they are kept, 1 to 365. */
  readonly retentionDays: number;
  /** Whether they are processed into the hub's Log Analytics workspace. */
  readonly trafficAnalytics: boolean;
  /** Group and name of the region's network watcher in every subscription. */
  readonly networkWatcher: { readonly resourceGroup: string; readonly name: string };
}

/** The flow log of one network. */
export interface FlowLogBlueprint {
  /** Its name, unique in the network watcher. */
  readonly name: string;
  /** ARM id of the network watcher of the network's subscription and region. */
  readonly networkWatcherId: string;
}

/** Resolves what the flow logs of a platform have in common. */
export function flowLogsBlueprint({ azure }: AzurePlatform, owner: Owner, group: ResourceGroup): FlowLogsBlueprint {
  const { retentionDays, trafficAnalytics, networkWatcher } = azure.hub.flowLogs;
  const storage = globalName("storageAccount", owner, group.subscriptionId, "flow");
  const identity = localName("identity", owner, "hub-id-flow-logs");
  return {
    storage: {
      name: storage,
      id: resourceId(group, "Microsoft.Storage/storageAccounts", storage),
      replication: azure.zoneRedundant ? "ZRS" : "LRS",
    },
    identity: {
      name: identity,
      id: resourceId(group, "Microsoft.ManagedIdentity/userAssignedIdentities", identity),
    },
    retentionDays,
    trafficAnalytics,
    // What Azure makes by itself with the first network of a subscription and region (Learn, "Enable or disable Azure
    // Network Watcher").
    networkWatcher: networkWatcher ?? { resourceGroup: "NetworkWatcherRG", name: `NetworkWatcher_${azure.location}` },
  };
}

/**
 * The flow log of an owner's network.
 *
 * @param what the last part of its name
 */
export function flowLog(
  { networkWatcher: { resourceGroup, name } }: FlowLogsBlueprint,
  owner: Owner,
  subscriptionId: string,
  what: string,
): FlowLogBlueprint {
  return {
    name: localName("flowLog", owner, what),
    networkWatcherId: resourceId({ subscriptionId, name: resourceGroup }, "Microsoft.Network/networkWatchers", name),
  };
}

/** What the identity of the flow logs gets (Learn, "Managed identity for virtual network flow logs"). */
export const FLOW_LOG_GRANTS: readonly Grant[] = [
  {
    role: "Storage Blob Data Contributor",
    on: "flowLogStorage",
    why: "writes flow logs without keys, and deletes old ones",
  },
];
