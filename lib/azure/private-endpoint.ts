import { PrivateEndpoint as AzurermPrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";
import type { PrivateEndpointBlueprint } from "../blueprint/private-endpoint";
import type { ITerraformDependable } from "../terraform/cdktf";

/** A private endpoint, and where it leads. */
export interface PrivateEndpointProps {
  /** Names and sub-resource. */
  readonly endpoint: PrivateEndpointBlueprint<string>;
  /** Group of the endpoint. */
  readonly resourceGroup: ResourceGroup;
  /** ARM id of the subnet that gets the address. */
  readonly subnetId: string;
  /** ARM id of the resource behind it. */
  readonly targetId: string;
  /** ARM ids of the zones it registers in, five at most. */
  readonly zoneIds: string[];
  /** What must be there first. Default: nothing but what the ids refer to. */
  readonly dependsOn?: ITerraformDependable[];
}

/** A private endpoint that is approved by the same deployment, and that registers in private DNS zones. */
export class PrivateEndpoint extends AzurermPrivateEndpoint {
  constructor(scope: Construct, id: string, props: PrivateEndpointProps) {
    const { endpoint, resourceGroup, subnetId, targetId, zoneIds, dependsOn = [] } = props;
    super(scope, id, {
      name: endpoint.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      subnetId,
      customNetworkInterfaceName: endpoint.networkInterface,
      privateServiceConnection: {
        name: endpoint.name,
        privateConnectionResourceId: targetId,
        subresourceNames: [endpoint.subresource],
        isManualConnection: false,
      },
      privateDnsZoneGroup: { name: "default", privateDnsZoneIds: zoneIds },
      ...(dependsOn.length === 0 ? {} : { dependsOn }),
    });
  }
}
