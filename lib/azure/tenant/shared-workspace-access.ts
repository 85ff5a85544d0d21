import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Construct } from "constructs";
import type { PrivateEndpointBlueprint } from "../../blueprint/private-endpoint";
import { PrivateEndpoint } from "../private-endpoint";
import type { SpokeNetwork } from "./spoke-network";

/** The way of a tenant's network to the shared workspace. */
export interface SharedWorkspaceAccessProps {
  /** The tenant's group. */
  readonly resourceGroup: ResourceGroup;
  /** The tenant's network. */
  readonly spoke: SpokeNetwork;
  /** The link's name in each zone. */
  readonly zoneLink: string;
  /** The two zones of a workspace. */
  readonly zones: readonly string[];
  /** The private endpoint to the shared workspace. */
  readonly endpoint: PrivateEndpointBlueprint<"amlworkspace">;
  /** ARM id of the shared workspace. */
  readonly workspaceId: string;
}

/**
 * A private endpoint from a tenant's network to the shared workspace, with copies of the workspace's two zones that only
 * this network is linked to: two private endpoints of one workspace overwrite each other's records in one zone.
 *
 * It is a way in, not a wall: through it every endpoint of the workspace can be addressed. What keeps tenants apart is
 * that each endpoint takes Entra tokens only, of principals with the scorer role at that endpoint.
 */
export class SharedWorkspaceAccess extends Construct {
  /** ARM id of the private endpoint. */
  readonly privateEndpointId: string;

  constructor(scope: Construct, id: string, props: SharedWorkspaceAccessProps) {
    super(scope, id);
    const { resourceGroup, spoke, zoneLink, zones, endpoint, workspaceId } = props;
    const copies = zones.map((name) => new PrivateDnsZone(this, name, { name, resourceGroupName: resourceGroup.name }));
    const links = copies.map(
      ({ name, nameInput }) =>
        new PrivateDnsZoneVirtualNetworkLink(this, `${nameInput ?? ""}-link`, {
          name: zoneLink,
          resourceGroupName: resourceGroup.name,
          privateDnsZoneName: name,
          virtualNetworkId: spoke.network.id,
          registrationEnabled: false,
          // The copy holds one workspace's records; other names below it are looked up in public DNS.
          resolutionPolicy: "NxDomainRedirect",
        }),
    );
    this.privateEndpointId = new PrivateEndpoint(this, "private-endpoint", {
      endpoint,
      resourceGroup,
      subnetId: spoke.endpointSubnet.subnetId,
      targetId: workspaceId,
      zoneIds: copies.map(({ id: zoneId }) => zoneId),
      dependsOn: [spoke.endpointSubnet.secured, ...links],
    }).id;
  }
}
