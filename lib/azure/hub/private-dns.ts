import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import type { HubBlueprint, ZoneBlueprint } from "../../blueprint/hub";
import type { AzureProviders } from "../azure-providers";

/** What the zones belong to. */
export interface PrivateDnsProps {
  /** The hub. */
  readonly hub: HubBlueprint;
  /** The stack's providers, also those for other subscriptions. */
  readonly providers: AzureProviders;
  /** The hub's group. */
  readonly resourceGroup: ResourceGroup;
  /** The hub's network, which is linked to the zones. */
  readonly network: VirtualNetwork;
}

/** The private DNS zones, each linked to the hub's network: its own, or those that exist elsewhere. */
export class PrivateDns extends Construct {
  private readonly zoneIds = new Map<string, string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PrivateDnsProps,
  ) {
    super(scope, id);
    for (const zone of props.hub.zones) this.addZone(zone);
  }

  /** ARM ids of the named zones, in the order of the names. */
  idsOf(names: readonly string[]): string[] {
    return names.map((name) => this.zoneIds.get(name)).filter((id) => id !== undefined);
  }

  private addZone(zone: ZoneBlueprint): void {
    const { hub, providers, resourceGroup, network } = this.props;
    const own = zone.own
      ? new PrivateDnsZone(this, zone.name, { name: zone.name, resourceGroupName: resourceGroup.name })
      : undefined;
    this.zoneIds.set(zone.name, own?.id ?? zone.id);
    if (!zone.linked) return;
    new PrivateDnsZoneVirtualNetworkLink(this, `${zone.name}-link`, {
      ...providers.inSubscription(zone.group.subscriptionId),
      name: hub.zoneLink,
      resourceGroupName: own?.resourceGroupName ?? zone.group.name,
      privateDnsZoneName: own?.name ?? zone.name,
      virtualNetworkId: network.id,
      registrationEnabled: false,
    });
  }
}
