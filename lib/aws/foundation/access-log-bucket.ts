import type { Construct } from "constructs";
import type { AwsAccount } from "../../blueprint/aws-account";
import type { Foundation } from "../../blueprint/aws-foundation";
import { PrivateBucket } from "../private-bucket";

/** What the bucket of access logs is made from. */
export interface AccessLogBucketProps {
  /** The account whose buckets write to it. */
  readonly account: AwsAccount;
  /** Its name, and who may write to it. */
  readonly accessLogs: Foundation["accessLogs"];
  /** Days that logs are kept. */
  readonly retentionDays: number;
  /** Whether it may be destroyed. */
  readonly retiring: boolean;
}

/**
 * The bucket that access logs of all other buckets go to. It is encrypted with a key of S3, for S3 delivers to no bucket
 * with a default key of KMS, and has no log of its own, which would be written for ever (S3 User Guide, "Enabling Amazon S3
 * server access logging").
 */
export class AccessLogBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { account, accessLogs, retentionDays, retiring }: AccessLogBucketProps) {
    super(scope, id, {
      name: accessLogs.name,
      partition: account.partition,
      statements: [
        {
          Sid: "Deliver",
          Effect: "Allow",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `${accessLogs.arn}/*`,
          Condition: {
            StringEquals: { "aws:SourceAccount": account.accountId },
            ArnLike: { "aws:SourceArn": accessLogs.sources },
          },
        },
      ],
      expireAfterDays: retentionDays,
      retiring,
    });
  }
}
