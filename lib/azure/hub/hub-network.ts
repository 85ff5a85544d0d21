import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import type { HubBlueprint } from "../../blueprint/hub";
import { SecuredSubnet } from "../secured-subnet";

/** The hub's virtual network with its subnets. */
export class HubNetwork extends Construct {
  /** The network. */
  readonly network: VirtualNetwork;
  /** Where the platform's private endpoints stand. */
  readonly endpointSubnet: SecuredSubnet;
  /** Where the runners of pipelines stand. */
  readonly runnerSubnet: SecuredSubnet;

  constructor(
    scope: Construct,
    id: string,
    { hub, resourceGroup }: { hub: HubBlueprint; resourceGroup: ResourceGroup },
  ) {
    super(scope, id);
    this.network = new VirtualNetwork(this, "vnet", {
      name: hub.network.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      addressSpace: [hub.network.range],
    });
    const place = { resourceGroup, network: this.network };
    this.endpointSubnet = new SecuredSubnet(this, "private-endpoints", {
      ...place,
      subnet: hub.subnets.privateEndpoints,
    });
    this.runnerSubnet = new SecuredSubnet(this, "runners", { ...place, subnet: hub.subnets.runners });
  }
}
