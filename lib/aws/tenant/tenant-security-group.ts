import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import type { AwsEnvironment } from "../environment";

/** A tenant's security group, and the network it stands in. */
export interface TenantSecurityGroupProps {
  /** Its name. */
  readonly name: string;
  /** The network, and what of it the group's members reach. */
  readonly environment: AwsEnvironment;
}

/**
 * The security group of everything that computes for a tenant. Its members reach each other, the interface endpoints and
 * S3, and nothing else: no other tenant's members, and no address outside.
 */
export class TenantSecurityGroup extends Construct {
  /** The group's id. */
  readonly groupId: string;

  constructor(scope: Construct, id: string, { name, environment }: TenantSecurityGroupProps) {
    super(scope, id);
    const group = new SecurityGroup(this, "group", {
      name,
      // A description cannot change: Terraform would make the group anew, and everything in it.
      description: "What computes for one tenant",
      vpcId: environment.vpcId,
    });
    this.groupId = group.id;

    // All protocols: SageMaker needs NFS between apps and the home directories of Studio, and between the instances of an
    // encrypted distributed job UDP 500 and ESP, which has no ports (API reference, "CreateDomain"; Developer Guide, "Protect
    // Communications Between ML Compute Instances in a Distributed Training Job").
    const members = { securityGroupId: group.id, referencedSecurityGroupId: group.id, ipProtocol: "-1" };
    new VpcSecurityGroupIngressRule(this, "from-members", { ...members, description: "From the tenant's own compute" });
    new VpcSecurityGroupEgressRule(this, "to-members", { ...members, description: "To the tenant's own compute" });

    const https = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 443, toPort: 443 };
    new VpcSecurityGroupEgressRule(this, "to-endpoints", {
      ...https,
      referencedSecurityGroupId: environment.endpointSecurityGroupId,
      description: "To the interface endpoints of AWS services",
    });
    new VpcSecurityGroupEgressRule(this, "to-s3", {
      ...https,
      prefixListId: environment.s3PrefixListId,
      description: "To the gateway endpoint of S3",
    });
  }
}
