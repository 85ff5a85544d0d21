import { is, oneOf } from "../../expectation";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Selection } from "../../selection";
import { settings } from "../../setting";
import type { Stack } from "../../stack";
import { bucketNamed, type BucketPurpose, companionsOf, purposeOf } from "./bucket-purpose";
import { OWN_KEY } from "./reference-types";

const TYPE = "aws_s3_bucket_server_side_encryption_configuration";
const DEFAULTS = "rule.apply_server_side_encryption_by_default";
const SOURCE = "Amazon S3 User Guide: Setting default server-side encryption behavior for Amazon S3 buckets";

const BUCKET = { bucket: "${aws_s3_bucket.example.id}" };

const WITH_LOGS: Selection = {
  has: (encryption, stack) => purposeOfBucket(stack, encryption) === "access-logs",
  example: {
    resource: { aws_s3_bucket: { example: { bucket: "mlp-dev--access-logs-aaaaa" } }, [TYPE]: { example: BUCKET } },
  },
};

const WITH_DATA: Selection = {
  has: (encryption, stack) => ["data", "trail"].includes(String(purposeOfBucket(stack, encryption))),
  example: {
    resource: {
      aws_s3_bucket: { example: { bucket: "mlp-dev-acme--data-aaaaa" } },
      aws_s3_bucket_logging: { example: BUCKET },
      [TYPE]: { example: BUCKET },
    },
  },
};

/** Undefined for a second one of a bucket, or for that of none: the bucket that has none is told by another rule. */
function purposeOfBucket(stack: Stack, encryption: Resource): BucketPurpose | undefined {
  const bucket = bucketNamed(stack, encryption.content.bucket);
  const isOnly = bucket !== undefined && companionsOf(stack, TYPE, bucket).length === 1;
  return isOnly ? purposeOf(stack, bucket) : undefined;
}

/** What buckets encrypt with: a key of their stack, but for that of access logs. */
export const BUCKET_ENCRYPTION: readonly Rule[] = [
  ...settings(
    TYPE,
    [
      {
        id: "aws-bucket-encryption-algorithm",
        severity: "medium",
        title: "Buckets encrypt with a key of KMS.",
        argument: `${DEFAULTS}.sse_algorithm`,
        must: oneOf(["aws:kms", "aws:kms:dsse"], "AES256"),
        reason: "With a key of S3 whoever may read the bucket reads the data; a key of KMS must be allowed too.",
        source: `${SOURCE}; CKV_AWS_145`,
        controls: ["Security Hub S3.17"],
      },
      {
        id: "aws-bucket-encryption-key",
        severity: "medium",
        title: "Buckets encrypt with a key of their stack.",
        argument: `${DEFAULTS}.kms_master_key_id`,
        must: OWN_KEY,
        reason: "With a key of AWS's nobody can take the tenant's data away by taking the key away.",
        source: `${SOURCE}; CKV_AWS_145`,
        controls: ["Security Hub S3.17"],
      },
      {
        id: "aws-bucket-encryption-bucket-key",
        severity: "low",
        title: "Buckets ask KMS for a key of their own.",
        argument: "rule.bucket_key_enabled",
        must: is(true),
        reason: "S3 would ask KMS for every object, which costs and runs into its quotas.",
        source: "Amazon S3 User Guide: Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys",
        controls: ["MCSB DP-5"],
      },
    ],
    WITH_DATA,
  ),
  ...settings(
    TYPE,
    [
      {
        id: "aws-bucket-encryption-logs",
        severity: "medium",
        title: "The bucket of access logs encrypts with a key of S3.",
        argument: `${DEFAULTS}.sse_algorithm`,
        must: is("AES256", "aws:kms"),
        reason: "S3 delivers no logs to a bucket with a default key of KMS.",
        source: "Amazon S3 User Guide: Enabling Amazon S3 server access logging",
        controls: ["FSBP S3.9", "MCSB DP-4"],
      },
    ],
    WITH_LOGS,
  ),
];
