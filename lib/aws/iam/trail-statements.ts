import type { AwsAccount } from "../../blueprint/aws-account";
import type { AwsTrail } from "../../blueprint/aws-trail";
import { accountRoot, keyAdministration, THIS_KEY } from "./key-statements";
import { type PolicyDocument, policy, type Statement } from "./policy";

const SERVICE = { Service: "cloudtrail.amazonaws.com" } as const;

/**
 * Who uses the key of a trail: the trail, and whoever may read the trail by IAM policies of the account (CloudTrail User
 * Guide, "Configure AWS KMS key policies for CloudTrail").
 */
export function trailKeyPolicy(account: AwsAccount, { arn }: AwsTrail): PolicyDocument {
  const { partition, accountId } = account;
  const ofTrail = { StringEquals: { "aws:SourceArn": arn } };
  return policy(
    keyAdministration(account),
    {
      Sid: "Encrypt",
      Effect: "Allow",
      Principal: SERVICE,
      Action: "kms:GenerateDataKey*",
      Resource: THIS_KEY,
      Condition: {
        ...ofTrail,
        StringLike: {
          "kms:EncryptionContext:aws:cloudtrail:arn": `arn:${partition}:cloudtrail:*:${accountId}:trail/*`,
        },
      },
    },
    {
      Sid: "Describe",
      Effect: "Allow",
      Principal: SERVICE,
      Action: "kms:DescribeKey",
      Resource: THIS_KEY,
      Condition: ofTrail,
    },
    {
      Sid: "Read",
      Effect: "Allow",
      Principal: accountRoot(account),
      Action: ["kms:Decrypt", "kms:ReEncryptFrom"],
      Resource: THIS_KEY,
      Condition: { Null: { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } },
    },
  );
}

/**
 * What the bucket of a trail says: the trail writes to it (CloudTrail User Guide, "Amazon S3 bucket policy for
 * CloudTrail"), and nobody changes or deletes what it wrote, unless the stack is on its way out.
 */
export function trailBucketStatements(
  { accountId }: AwsAccount,
  { arn, bucket }: AwsTrail,
  { retiring }: { readonly retiring: boolean },
): Statement[] {
  return [
    {
      Sid: "AclCheck",
      Effect: "Allow",
      Principal: SERVICE,
      Action: "s3:GetBucketAcl",
      Resource: bucket.arn,
      Condition: { StringEquals: { "aws:SourceArn": arn } },
    },
    {
      Sid: "Write",
      Effect: "Allow",
      Principal: SERVICE,
      Action: "s3:PutObject",
      Resource: `${bucket.arn}/AWSLogs/${accountId}/*`,
      Condition: { StringEquals: { "aws:SourceArn": arn, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
    ...(retiring ? [] : [unchanged(bucket.arn)]),
  ];
}

/** Whoever wants to change what is written must change this policy first, and the trail shows that. */
function unchanged(bucketArn: string): Statement {
  return {
    Sid: "Unchanged",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject"],
    Resource: `${bucketArn}/*`,
    Condition: { Bool: { "aws:PrincipalIsAWSService": "false" } },
  };
}
