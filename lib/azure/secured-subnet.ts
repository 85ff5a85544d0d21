import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { NetworkSecurityRule } from "@cdktf/provider-azurerm/lib/network-security-rule";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import type { SecurityRule } from "../blueprint/security-rules";
import type { SubnetBlueprint } from "../blueprint/subnet";
import type { ITerraformDependable } from "../terraform/cdktf";

/** Where a subnet stands. */
export interface SecuredSubnetProps {
  /** Group of the network and of the subnet's security group. */
  readonly resourceGroup: ResourceGroup;
  /** The network that has the subnet. */
  readonly network: VirtualNetwork;
  /** Range, name and rules. */
  readonly subnet: SubnetBlueprint;
}

/**
 * A subnet with a network security group of its own. Machines in it have no way to the internet that Azure gives by
 * default, and the group's rules hold for its private endpoints too.
 */
export class SecuredSubnet extends Construct {
  /** ARM id of the subnet. */
  readonly subnetId: string;
  /** What must be there before anything is put into the subnet: its rules in force. */
  readonly secured: ITerraformDependable;

  constructor(
    scope: Construct,
    id: string,
    { resourceGroup, network, subnet: { name, range, securityGroup, rules } }: SecuredSubnetProps,
  ) {
    super(scope, id);
    const subnet = new Subnet(this, "subnet", {
      name,
      resourceGroupName: resourceGroup.name,
      virtualNetworkName: network.name,
      addressPrefixes: [range],
      defaultOutboundAccessEnabled: false,
      // Without it Azure exempts private endpoints from the subnet's security group.
      privateEndpointNetworkPolicies: "Enabled",
    });
    const group = new NetworkSecurityGroup(this, "nsg", {
      name: securityGroup,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
    });
    const inForce = rules.map((rule) => this.addRule(group, rule));
    this.subnetId = subnet.id;
    this.secured = new SubnetNetworkSecurityGroupAssociation(this, "association", {
      subnetId: subnet.id,
      networkSecurityGroupId: group.id,
      dependsOn: inForce,
    });
  }

  private addRule(group: NetworkSecurityGroup, rule: SecurityRule): NetworkSecurityRule {
    const { name, priority, direction, access, protocol, sources, destination, ports } = rule;
    const [source = "*", ...moreSources] = sources;
    const [port = "*", ...morePorts] = ports;
    return new NetworkSecurityRule(this, name, {
      name,
      resourceGroupName: group.resourceGroupName,
      networkSecurityGroupName: group.name,
      priority,
      direction,
      access,
      protocol,
      sourcePortRange: "*",
      ...(moreSources.length === 0 ? { sourceAddressPrefix: source } : { sourceAddressPrefixes: [...sources] }),
      destinationAddressPrefix: destination,
      ...(morePorts.length === 0 ? { destinationPortRange: port } : { destinationPortRanges: [...ports] }),
    });
  }
}
