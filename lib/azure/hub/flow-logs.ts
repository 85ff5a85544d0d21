import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import { FlowLog } from "../../azapi/network/flow-log";
import { FLOW_LOG_GRANTS } from "../../blueprint/flow-logs";
import type { HubBlueprint } from "../../blueprint/hub";
import { principalOf } from "../identity";
import { RolePropagation } from "../role-propagation";
import { SecureStorageAccount } from "../secure-storage-account";
import { Grants } from "../workspace/grants";

/** What the flow logs are made from. */
export interface FlowLogsProps {
  /** Names and settings. */
  readonly hub: HubBlueprint;
  /** The hub's group. */
  readonly resourceGroup: ResourceGroup;
  /** The hub's network. */
  readonly network: VirtualNetwork;
  /** ARM id of the hub's Log Analytics workspace. */
  readonly workspaceId: string;
}

/** Days in which a deleted container can be restored. */
const SOFT_DELETE_DAYS = 14;

/**
 * The storage account that the flow logs of all networks go to, the identity that writes them, and the flow log of the
 * hub's own network. Those of tenants stand in their stacks, and name account and identity by their ids.
 *
 * The account has no lifecycle policy of ours: a flow log's retention is one, which overwrites every other
 * (hashicorp/terraform-provider-azurerm#6935). Nor is soft delete on for blobs: a flow log is written to each minute, and
 * each time the old content would be kept (Learn, "Soft delete for blobs").
 */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, { hub, resourceGroup, network, workspaceId }: FlowLogsProps) {
    super(scope, id);
    const { subscriptionId, flowLogs } = hub;
    const identity = new UserAssignedIdentity(this, "identity", {
      name: flowLogs.identity.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
    });
    const storage = new SecureStorageAccount(this, "storage", {
      storage: flowLogs.storage,
      resourceGroup,
      blobProperties: { containerDeleteRetentionPolicy: { days: SOFT_DELETE_DAYS } },
    });
    const { assignments } = new Grants(this, "grants", principalOf(identity), FLOW_LOG_GRANTS, {
      subscriptionId,
      ids: { flowLogStorage: storage.id },
    });
    new FlowLog(this, "hub", {
      ...hub.network.flowLog,
      location: resourceGroup.location,
      networkId: network.id,
      storageId: storage.id,
      identityId: identity.id,
      retentionDays: flowLogs.retentionDays,
      analyticsWorkspaceId: flowLogs.trafficAnalytics ? workspaceId : undefined,
      dependsOn: [new RolePropagation(this, "grants-known", assignments)],
    });
  }
}
