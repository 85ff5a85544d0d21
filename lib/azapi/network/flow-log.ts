import type { Construct } from "constructs";
import type { TerraformMetaArguments } from "../../terraform/cdktf";
import { type Tags, TaggableAzapiResource } from "../taggable-resource";

/** API version of the type: stable, with `identity`, and known to all releases of azapi from 2.6 on. */
const API_VERSION = "2024-05-01";

/** The version of the records' format that has bytes and packets. */
const FORMAT_VERSION = 2;

/** Minutes between two runs of traffic analytics, Azure's default; 10 is the only other value. */
const ANALYTICS_INTERVAL = 60;

/** The body of ARM type `Microsoft.Network/networkWatchers/flowLogs@2024-05-01`, as far as this project sets it. */
export interface FlowLogBody {
  /** The flow log's own properties. */
  readonly properties: {
    /** ARM id of the network whose traffic is recorded. */
    readonly targetResourceId: string;
    /** ARM id of the storage account that the records go to. */
    readonly storageId: string;
    /** Whether traffic is recorded. */
    readonly enabled: true;
    /** The form of the records. */
    readonly format: { readonly type: "JSON"; readonly version: number };
    /** How long records are kept; without it they are kept for ever. */
    readonly retentionPolicy: { readonly enabled: true; readonly days: number };
    /** Processing into a Log Analytics workspace. Left out, there is none. */
    readonly flowAnalyticsConfiguration?: TrafficAnalytics | undefined;
  };
}

/** Traffic analytics of a flow log. The workspace's GUID, which no file can know, may be left out beside its ARM id. */
export interface TrafficAnalytics {
  /** The one kind that there is. */
  readonly networkWatcherFlowAnalyticsConfiguration: {
    /** Whether records are processed. */
    readonly enabled: true;
    /** ARM id of the workspace. */
    readonly workspaceResourceId: string;
    /** Region of the workspace. */
    readonly workspaceRegion: string;
    /** Minutes between two runs: 10 or 60. */
    readonly trafficAnalyticsInterval: number;
  };
}

/** Props of a {@link FlowLog}. */
export interface FlowLogProps extends TerraformMetaArguments {
  /** Name, unique in the network watcher. */
  readonly name: string;
  /** ARM id of the network watcher of the network's subscription and region. */
  readonly networkWatcherId: string;
  /** Region of the network, of the storage account and of the workspace. */
  readonly location: string;
  /** ARM id of the virtual network: flow logs of network security groups can no longer be made. */
  readonly networkId: string;
  /** ARM id of the storage account, of the same region and Entra tenant. */
  readonly storageId: string;
  /** ARM id of a user-assigned identity that is Storage Blob Data Contributor on that account. */
  readonly identityId: string;
  /** Days that records are kept, 1 to 365. */
  readonly retentionDays: number;
  /** ARM id of the Log Analytics workspace that records are processed into. By default they are not processed. */
  readonly analyticsWorkspaceId?: string | undefined;
  /** Tags of the flow log. By default it has none of its own. */
  readonly tags?: Tags | undefined;
}

/**
 * A record of all traffic in a virtual network, which Network Watcher writes to a storage account.
 *
 * It is written with an identity: otherwise Network Watcher writes with the account's keys, and the account has none
 * (Learn, "Managed identity for virtual network flow logs"). azurerm's own resource takes no identity
 * (hashicorp/terraform-provider-azurerm#30219).
 *
 * Creation is retried while Azure has not made the network watcher yet, which comes by itself with the first network of a
 * subscription and region, or does not know the identity or its role.
 */
export class FlowLog extends TaggableAzapiResource<FlowLogBody> {
  public constructor(scope: Construct, id: string, props: FlowLogProps) {
    const { networkWatcherId, networkId, storageId, identityId, retentionDays, analyticsWorkspaceId, ...rest } = props;
    super(scope, id, {
      ...rest,
      type: `Microsoft.Network/networkWatchers/flowLogs@${API_VERSION}`,
      parentId: networkWatcherId,
      identity: { type: "UserAssigned", identityIds: [identityId] },
      body: {
        properties: {
          targetResourceId: networkId,
          storageId,
          enabled: true,
          format: { type: "JSON", version: FORMAT_VERSION },
          retentionPolicy: { enabled: true, days: retentionDays },
          flowAnalyticsConfiguration:
            analyticsWorkspaceId === undefined ? undefined : analytics(analyticsWorkspaceId, props.location),
        },
      },
      responseExportValues: ["properties.provisioningState"],
      retry: {
        errorMessageRegex: ["ParentResourceNotFound", "PrincipalNotFound", "AuthorizationFailed"],
        intervalSeconds: 10,
        maxIntervalSeconds: 60,
      },
      timeouts: { create: "15m" },
    });
  }
}

function analytics(workspaceResourceId: string, workspaceRegion: string): TrafficAnalytics {
  return {
    networkWatcherFlowAnalyticsConfiguration: {
      enabled: true,
      workspaceResourceId,
      workspaceRegion,
      trafficAnalyticsInterval: ANALYTICS_INTERVAL,
    },
  };
}
