import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import type { AwsAccount } from "../../blueprint/aws-account";
import type { AwsNetwork } from "../../blueprint/aws-network";
import { interfaceEndpointPolicy } from "../iam/endpoint-policy";
import { policyJson } from "../iam/policy";

/** What the interface endpoints are made from. */
export interface InterfaceEndpointsProps {
  /** The account whose principals and resources they connect. */
  readonly account: AwsAccount;
  /** Names and ranges. */
  readonly network: AwsNetwork;
  /** The network's id. */
  readonly vpcId: string;
  /** The ids of the subnets that they have an address in. */
  readonly subnetIds: readonly string[];
}

/**
 * The ways to services of AWS that do not leave the network. Each has a policy of its own and answers to the service's
 * public name, so that nothing in the network must be told of it.
 */
export class InterfaceEndpoints extends Construct {
  /** The id of their security group. */
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, { account, network, vpcId, subnetIds }: InterfaceEndpointsProps) {
    super(scope, id);
    const group = new SecurityGroup(this, "security-group", {
      name: network.endpointSecurityGroup,
      description: "Interface endpoints: HTTPS from the network, and nothing out of them",
      vpcId,
      tags: { Name: network.endpointSecurityGroup },
    });
    new VpcSecurityGroupIngressRule(this, "https", {
      securityGroupId: group.id,
      description: "HTTPS from the network",
      cidrIpv4: network.range,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
    for (const { key, service, name } of network.endpoints) {
      new VpcEndpoint(this, key, {
        vpcId,
        vpcEndpointType: "Interface",
        serviceName: service,
        subnetIds: [...subnetIds],
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
        policy: policyJson(interfaceEndpointPolicy(account, key)),
        tags: { Name: name },
      });
    }
    this.securityGroupId = group.id;
  }
}
