import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Construct } from "constructs";
import type { LogGroupName } from "../../blueprint/aws-network";

/** A log group, and what is particular to it. */
export interface EncryptedLogGroupProps {
  /** Its name. */
  readonly group: LogGroupName;
  /** ARN of the key that it is encrypted with. */
  readonly keyArn: string;
  /** Days that its logs are kept. */
  readonly retentionDays: number;
}

/** A log group with a key of the account's own, which forgets after a while. */
export class EncryptedLogGroup extends CloudwatchLogGroup {
  constructor(scope: Construct, id: string, { group, keyArn, retentionDays }: EncryptedLogGroupProps) {
    super(scope, id, { name: group.name, kmsKeyId: keyArn, retentionInDays: retentionDays });
  }
}
