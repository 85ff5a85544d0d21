import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import type { AwsAccount } from "../../blueprint/aws-account";
import type { AwsNetwork } from "../../blueprint/aws-network";
import { flowLogPolicy, flowLogTrust } from "../iam/service-log-policies";
import { BoundedRole } from "./bounded-role";
import { EncryptedLogGroup } from "./log-group";

/** What the flow log is made from. */
export interface NetworkFlowLogProps {
  /** The account of the network. */
  readonly account: AwsAccount;
  /** Names of the log, its group and its role. */
  readonly flowLog: AwsNetwork["flowLog"];
  /** The network's id. */
  readonly vpcId: string;
  /** ARN of the key that the group is encrypted with. */
  readonly keyArn: string;
  /** Days that it is kept. */
  readonly retentionDays: number;
  /** ARN of the boundary of the role that writes it. */
  readonly boundaryArn: string;
}

/** Who talked to whom in the network, and who was refused. */
export class NetworkFlowLog extends Construct {
  constructor(scope: Construct, id: string, props: NetworkFlowLogProps) {
    super(scope, id);
    const { account, flowLog, vpcId, keyArn, retentionDays, boundaryArn } = props;
    const group = new EncryptedLogGroup(this, "group", { group: flowLog.logGroup, keyArn, retentionDays });
    const role = new BoundedRole(this, "role", {
      role: flowLog.role,
      description: "Writes the network's flow log",
      trust: flowLogTrust(account),
      boundaryArn,
      inline: { logs: flowLogPolicy(flowLog.logGroup) },
    });
    new FlowLog(this, "log", {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags: { Name: flowLog.name },
      dependsOn: [...role.ready],
    });
  }
}
