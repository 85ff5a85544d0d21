import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import { Construct } from "constructs";
import { FlowLog } from "../../azapi/network/flow-log";
import type { HubBlueprint } from "../../blueprint/hub";
import type { TenantNetworkBlueprint } from "../../blueprint/azure-tenant";
import type { AzureProviders } from "../azure-providers";
import { SecuredSubnet } from "../secured-subnet";

/** A tenant's network, and the hub it is peered with. */
export interface SpokeNetworkProps {
  /** The stack's providers: one of them is for the hub's subscription. */
  readonly providers: AzureProviders;
  /** The hub, whose literals are used. */
  readonly hub: HubBlueprint;
  /** The tenant's group. */
  readonly resourceGroup: ResourceGroup;
  /** The network. */
  readonly network: TenantNetworkBlueprint;
}

/**
 * A tenant's virtual network: a subnet of private endpoints, a record of its traffic, the peering with the hub (both
 * halves, so that the hub's stack knows no tenant), and links to the hub's zones. Peerings are not transitive: no tenant
 * reaches another through the hub.
 */
export class SpokeNetwork extends Construct {
  /** The network. */
  readonly network: VirtualNetwork;
  /** Where the tenant's private endpoints stand. */
  readonly endpointSubnet: SecuredSubnet;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SpokeNetworkProps,
  ) {
    super(scope, id);
    const { resourceGroup, network } = props;
    this.network = new VirtualNetwork(this, "vnet", {
      name: network.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      addressSpace: [network.range],
    });
    this.endpointSubnet = new SecuredSubnet(this, "private-endpoints", {
      resourceGroup,
      network: this.network,
      subnet: network.subnet,
    });
    this.addFlowLog();
    this.addPeering();
    this.addZoneLinks();
  }

  private addFlowLog(): void {
    const { hub, resourceGroup, network } = this.props;
    const { storage, identity, retentionDays, trafficAnalytics } = hub.flowLogs;
    new FlowLog(this, "flow-log", {
      ...network.flowLog,
      location: resourceGroup.location,
      networkId: this.network.id,
      storageId: storage.id,
      identityId: identity.id,
      retentionDays,
      analyticsWorkspaceId: trafficAnalytics ? hub.logAnalytics.id : undefined,
    });
  }

  private addPeering(): void {
    const { providers, hub, resourceGroup, network } = this.props;
    const traffic = {
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: false,
      allowGatewayTransit: false,
      useRemoteGateways: false,
    };
    const toHub = new VirtualNetworkPeering(this, "to-hub", {
      name: network.peering.toHub,
      resourceGroupName: resourceGroup.name,
      virtualNetworkName: this.network.name,
      remoteVirtualNetworkId: hub.network.id,
      ...traffic,
    });
    new VirtualNetworkPeering(this, "from-hub", {
      ...providers.inSubscription(hub.subscriptionId),
      name: network.peering.fromHub,
      resourceGroupName: hub.resourceGroup.name,
      virtualNetworkName: hub.network.name,
      remoteVirtualNetworkId: this.network.id,
      ...traffic,
      dependsOn: [toHub],
    });
  }

  private addZoneLinks(): void {
    const { providers, hub, network } = this.props;
    for (const zone of hub.zones.filter(({ name, linked }) => linked && network.hubZones.includes(name))) {
      new PrivateDnsZoneVirtualNetworkLink(this, `${zone.name}-link`, {
        ...providers.inSubscription(zone.group.subscriptionId),
        name: network.zoneLink,
        resourceGroupName: zone.group.name,
        privateDnsZoneName: zone.name,
        virtualNetworkId: this.network.id,
        registrationEnabled: false,
      });
    }
  }
}
