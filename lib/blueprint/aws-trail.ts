import { type AwsAccount, awsArn } from "./aws-account";
import { type IamName, iamRole } from "./aws-iam";
import { awsName, bucketName } from "./aws-names";
import { type LogGroupName, logGroup } from "./aws-network";
import { base, type Owner } from "./names";

/** A bucket, with its ARN as a literal. */
export interface BucketName {
  /** Its name, unique in all of AWS. */
  readonly name: string;
  /** Its ARN. */
  readonly arn: string;
}

/** Who did what in the account, in every region. */
export interface AwsTrail {
  /** Its name. */
  readonly name: string;
  /** Its ARN. */
  readonly arn: string;
  /** The bucket that it is kept in. */
  readonly bucket: BucketName;
  /** The name of the key that encrypts it, with `alias/`. */
  readonly keyAlias: string;
  /** Where it can be searched, and the role that writes it there. */
  readonly logGroup: LogGroupName;
  /** The role that writes it to the log group. */
  readonly role: IamName;
  /** The beginnings of the ARNs of objects whose every use is recorded, and of those whose use is not. */
  readonly objects: { readonly recorded: string; readonly ignored: readonly string[] };
}

/** The bucket that access logs of the account's other buckets go to. */
export function accessLogBucket(owner: Owner, account: AwsAccount): BucketName {
  return bucket(owner, account, "access-logs");
}

/** What the ARNs of all buckets begin with that belong to an owner, or to a tenant in the platform's account. */
export function bucketArnPrefix(owner: Owner, { partition }: AwsAccount): string {
  return `arn:${partition}:s3:::${base(owner)}-`;
}

/** Resolves the audit trail of an account. */
export function awsTrail(owner: Owner, account: AwsAccount): AwsTrail {
  // Not `--trail`: the name of a trail may not have two dashes in a row (API reference, "CreateTrail").
  const name = `${base(owner)}-trail`;
  const ownBucket = bucket(owner, account, "trail");
  return {
    name,
    arn: awsArn(account, "cloudtrail", `trail/${name}`),
    bucket: ownBucket,
    keyAlias: `alias/${awsName("kmsAlias", owner, "trail")}`,
    logGroup: logGroup(account, `/aws/cloudtrail/${name}`),
    role: iamRole(owner, account, "trail"),
    // Without its own bucket and that of access logs: whatever is recorded would be written there, and recorded again.
    objects: {
      recorded: bucketArnPrefix(owner, account),
      ignored: [ownBucket, accessLogBucket(owner, account)].map(({ arn }) => `${arn}/`),
    },
  };
}

function bucket(owner: Owner, account: AwsAccount, what: string): BucketName {
  const name = bucketName(owner, account, what);
  return { name, arn: `arn:${account.partition}:s3:::${name}` };
}
