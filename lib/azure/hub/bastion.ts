import { BastionHost } from "@cdktf/provider-azurerm/lib/bastion-host";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import type { BastionBlueprint } from "../../blueprint/bastion";
import { SecuredSubnet } from "../secured-subnet";
import { StaticPublicIp } from "./static-public-ip";

/** Azure Bastion, and where it stands. */
export interface BastionProps {
  /** Names, subnet and size. */
  readonly bastion: BastionBlueprint;
  /** Group of everything. */
  readonly resourceGroup: ResourceGroup;
  /** The hub's network. */
  readonly network: VirtualNetwork;
}

/**
 * Azure Bastion, the one way in for people. Sessions can be opened by the Azure CLI too (tunneling); nothing is copied
 * out of a session, and there are no links that work without signing in to Azure.
 */
export class Bastion extends Construct {
  /** ARM id of the Bastion host. */
  readonly hostId: string;

  constructor(scope: Construct, id: string, { bastion, resourceGroup, network }: BastionProps) {
    super(scope, id);
    const subnet = new SecuredSubnet(this, "subnet", { resourceGroup, network, subnet: bastion.subnet });
    const publicIp = new StaticPublicIp(this, "public-ip", { publicIp: bastion.publicIp, resourceGroup });
    this.hostId = new BastionHost(this, "host", {
      name: bastion.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: "Standard",
      scaleUnits: bastion.scaleUnits,
      tunnelingEnabled: true,
      copyPasteEnabled: false,
      fileCopyEnabled: false,
      ipConnectEnabled: false,
      shareableLinkEnabled: false,
      // The name must have three characters or more, which azurerm says only when it applies.
      ipConfiguration: { name: "bastion", subnetId: subnet.subnetId, publicIpAddressId: publicIp.id },
      dependsOn: [subnet.secured],
    }).id;
  }
}
