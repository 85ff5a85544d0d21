import { Cloudtrail, type CloudtrailAdvancedEventSelector } from "@cdktf/provider-aws/lib/cloudtrail";
import { Construct } from "constructs";
import type { AwsAccount } from "../../blueprint/aws-account";
import type { AwsTrail } from "../../blueprint/aws-trail";
import { EncryptionKey } from "../encryption-key";
import { trailLogPolicy, trailTrust } from "../iam/service-log-policies";
import { trailBucketStatements, trailKeyPolicy } from "../iam/trail-statements";
import { PrivateBucket, type PrivateBucketProps } from "../private-bucket";
import { BoundedRole } from "./bounded-role";
import { EncryptedLogGroup } from "./log-group";

/** What the trail is made from. */
export interface AuditTrailProps {
  /** The account whose trail it is. */
  readonly account: AwsAccount;
  /** Names. */
  readonly trail: AwsTrail;
  /** Where it is written who read the trail. */
  readonly accessLogs: NonNullable<PrivateBucketProps["accessLogs"]>;
  /** ARN of the key that the trail's log group is encrypted with. */
  readonly logKeyArn: string;
  /** Days that the log group keeps it. */
  readonly retentionDays: number;
  /** ARN of the boundary of the role that writes to the log group. */
  readonly boundaryArn: string;
  /** Whether it may be destroyed. */
  readonly retiring: boolean;
}

/**
 * Who did what in the account, in every region, and every use of an object in tenants' buckets. It is kept in a bucket
 * with a key of its own, with digests that show whether it was changed, and for a while in a log group, to search it.
 *
 * The bucket's policy denies no other encryption, unlike that of tenants: digests come with a key of S3.
 */
export class AuditTrail extends Construct {
  /** The trail's ARN. */
  readonly arn: string;
  /** ARN of the key that it is encrypted with. */
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    const { account, trail, accessLogs, logKeyArn, retentionDays, boundaryArn, retiring } = props;
    const key = new EncryptionKey(this, "key", {
      alias: trail.keyAlias,
      description: "Encrypts the account's audit trail",
      policy: trailKeyPolicy(account, trail),
      retiring,
    });
    const { nameWithPolicy } = new PrivateBucket(this, "bucket", {
      name: trail.bucket.name,
      partition: account.partition,
      keyArn: key.arn,
      statements: trailBucketStatements(account, trail, { retiring }),
      accessLogs,
      retiring,
    });
    const group = new EncryptedLogGroup(this, "group", { group: trail.logGroup, keyArn: logKeyArn, retentionDays });
    const role = new BoundedRole(this, "role", {
      role: trail.role,
      description: "Writes the account's audit trail to its log group",
      trust: trailTrust(account, trail),
      boundaryArn,
      inline: { logs: trailLogPolicy(account, trail) },
    });
    this.keyArn = key.arn;
    this.arn = new Cloudtrail(this, "trail", {
      name: trail.name,
      s3BucketName: nameWithPolicy,
      kmsKeyId: key.arn,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      cloudWatchLogsGroupArn: `${group.arn}:*`,
      cloudWatchLogsRoleArn: role.arn,
      advancedEventSelector: [managementEvents(), objectEvents(trail)],
      dependsOn: [...role.ready],
    }).arn;
  }
}

function managementEvents(): CloudtrailAdvancedEventSelector {
  return { name: "Management", fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }] };
}

/** By the beginning of the buckets' names, so that no tenant's file changes the trail. */
function objectEvents({ objects }: AwsTrail): CloudtrailAdvancedEventSelector {
  return {
    name: "Objects of tenants",
    fieldSelector: [
      { field: "eventCategory", equalTo: ["Data"] },
      { field: "resources.type", equalTo: ["AWS::S3::Object"] },
      { field: "resources.ARN", startsWith: [objects.recorded], notStartsWith: [...objects.ignored] },
    ],
  };
}
