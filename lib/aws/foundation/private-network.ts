import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import type { AwsNetwork } from "../../blueprint/aws-network";

/**
 * A network that leads nowhere: no internet gateway, no NAT, and a route table without a route of its own. What is in it
 * reaches services of AWS through endpoints, and its own addresses. The default network ACL is left as AWS makes it: the
 * security groups decide.
 */
export class PrivateNetwork extends Construct {
  /** The network's id. */
  readonly vpcId: string;
  /** The ids of the subnets, by zone. */
  readonly subnetIds: Readonly<Record<string, string>>;
  /** The id of the route table of all subnets. */
  readonly routeTableId: string;

  constructor(scope: Construct, id: string, network: AwsNetwork) {
    super(scope, id);
    const vpc = new Vpc(this, "vpc", {
      cidrBlock: network.range,
      // Both are what private names of interface endpoints need.
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: network.name },
    });
    this.vpcId = vpc.id;

    // Without rules: who is put into no group by mistake reaches nothing.
    new DefaultSecurityGroup(this, "default-security-group", { vpcId: vpc.id, tags: { Name: network.name } });

    const routes = new RouteTable(this, "routes", { vpcId: vpc.id, tags: { Name: network.name } });
    this.routeTableId = routes.id;
    this.subnetIds = Object.fromEntries(
      network.subnets.map(({ zone, name, range }) => {
        const subnet = new Subnet(this, `subnet-${zone}`, {
          vpcId: vpc.id,
          availabilityZone: zone,
          cidrBlock: range,
          mapPublicIpOnLaunch: false,
          tags: { Name: name },
        });
        new RouteTableAssociation(this, `routes-${zone}`, { subnetId: subnet.id, routeTableId: routes.id });
        return [zone, subnet.id];
      }),
    );
  }
}
