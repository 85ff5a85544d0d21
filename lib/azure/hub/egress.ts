import { NatGateway } from "@cdktf/provider-azurerm/lib/nat-gateway";
import { NatGatewayPublicIpAssociation } from "@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { SubnetNatGatewayAssociation } from "@cdktf/provider-azurerm/lib/subnet-nat-gateway-association";
import { Construct } from "constructs";
import type { NatGatewayBlueprint } from "../../blueprint/nat-gateway";
import type { ITerraformDependable } from "../../terraform/cdktf";
import type { SecuredSubnet } from "../secured-subnet";
import { StaticPublicIp } from "./static-public-ip";

/** A NAT gateway, and the group it stands in. */
export interface EgressProps {
  /** Names. */
  readonly natGateway: NatGatewayBlueprint;
  /** Group of the gateway and of its address. */
  readonly resourceGroup: ResourceGroup;
}

/**
 * The way to the internet of the subnets that are given one: a NAT gateway, which nothing enters through. What may leave
 * is decided by the security group of each subnet.
 */
export class Egress extends Construct {
  private readonly gateway: NatGateway;
  private readonly addressed: ITerraformDependable;

  constructor(scope: Construct, id: string, { natGateway, resourceGroup }: EgressProps) {
    super(scope, id);
    const publicIp = new StaticPublicIp(this, "public-ip", { publicIp: natGateway.publicIp, resourceGroup });
    this.gateway = new NatGateway(this, "nat-gateway", {
      name: natGateway.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      skuName: "Standard",
    });
    this.addressed = new NatGatewayPublicIpAssociation(this, "address", {
      natGatewayId: this.gateway.id,
      publicIpAddressId: publicIp.id,
    });
  }

  /**
   * Gives a subnet the way out.
   *
   * @returns what must be there before a machine in the subnet reaches the internet
   */
  open(id: string, subnet: SecuredSubnet): ITerraformDependable {
    return new SubnetNatGatewayAssociation(this, id, {
      subnetId: subnet.subnetId,
      natGatewayId: this.gateway.id,
      dependsOn: [this.addressed, subnet.secured],
    });
  }
}
