import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import type { FoundationParameters as Names } from "../../blueprint/aws-foundation";
import type { Foundation } from "./foundation";

/** What the parameters are made from. */
export interface FoundationParametersProps {
  /** Their names. */
  readonly names: Names;
  /** What they tell. */
  readonly foundation: Foundation;
}

/**
 * What the foundation tells tenants' stacks, so that none of them reads its state. Ids of networks open nothing and are no
 * secrets: the parameters are plain text, which needs no right on a key and stays readable in plans (checkov CKV2_AWS_34
 * asks for a key).
 */
export class FoundationParameters extends Construct {
  constructor(scope: Construct, id: string, { names, foundation }: FoundationParametersProps) {
    super(scope, id);
    const { environment, subnetIds } = foundation;
    this.add("vpc-id", names.vpcId, environment.vpcId);
    this.add("endpoint-security-group-id", names.endpointSecurityGroupId, environment.endpointSecurityGroupId);
    this.add("s3-prefix-list-id", names.s3PrefixListId, environment.s3PrefixListId);
    this.add("s3-endpoint-id", names.s3EndpointId, environment.s3EndpointId);
    for (const [zone, subnetId] of Object.entries(subnetIds)) {
      const name = names.subnetIds[zone];
      if (name === undefined) throw new Error(`no parameter is named for the subnet in ${zone}`);
      this.add(`subnet-id-${zone}`, name, subnetId);
    }
  }

  private add(id: string, name: string, insecureValue: string): void {
    new SsmParameter(this, id, { name, type: "String", insecureValue });
  }
}
