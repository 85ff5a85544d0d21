import { PrivateBucket, type PrivateBucketProps } from "../../lib/aws/private-bucket";
import { synthAws } from "../support/aws-stack";
import { addressOf, allBefore } from "../support/references";
import { onlyResource, type StackJson } from "../support/synth";

const KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";

const bucket = (changes: Partial<PrivateBucketProps> = {}): StackJson =>
  synthAws((stack) => {
    const props = { name: "mlp-dev-acme--data-aaaaa", partition: "aws", retiring: false, ...changes };
    new PrivateBucket(stack, "bucket", props);
  });

const statementsOf = (stack: StackJson) =>
  (JSON.parse(String(onlyResource(stack, "aws_s3_bucket_policy").policy)) as { Statement: { Sid: string }[] })
    .Statement;

describe("a private bucket", () => {
  test("is never public, by whatever way", () => {
    expect(onlyResource(bucket(), "aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  test("belongs to its account with all that others put into it", () => {
    expect(onlyResource(bucket(), "aws_s3_bucket_ownership_controls").rule).toEqual({
      object_ownership: "BucketOwnerEnforced",
    });
  });

  test("encrypts with its key, and asks KMS once for many objects", () => {
    expect(onlyResource(bucket({ keyArn: KEY }), "aws_s3_bucket_server_side_encryption_configuration").rule).toEqual([
      {
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: KEY },
        bucket_key_enabled: true,
      },
    ]);
  });

  test("encrypts with a key of S3 when it has none", () => {
    expect(onlyResource(bucket(), "aws_s3_bucket_server_side_encryption_configuration").rule).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } },
    ]);
  });

  test("keeps what was overwritten or deleted for a while, and no parts of unfinished uploads", () => {
    const stack = bucket({ noncurrentDays: 30 });

    expect(onlyResource(stack, "aws_s3_bucket_versioning").versioning_configuration).toEqual({ status: "Enabled" });
    expect(onlyResource(stack, "aws_s3_bucket_lifecycle_configuration").rule).toMatchObject([
      {
        status: "Enabled",
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      },
    ]);
  });

  test("keeps objects for ever unless it is told otherwise", () => {
    const [rule] = onlyResource(bucket(), "aws_s3_bucket_lifecycle_configuration").rule as object[];
    const [expiring] = onlyResource(bucket({ expireAfterDays: 365 }), "aws_s3_bucket_lifecycle_configuration")
      .rule as object[];

    expect(rule).not.toHaveProperty("expiration");
    expect(expiring).toHaveProperty("expiration", [{ days: 365 }]);
  });

  test("keeps old versions from when its lifecycle is told how long, not from later", () => {
    const stack = bucket();

    expect(allBefore(stack, addressOf(stack, "bucket/lifecycle"))).toContain(addressOf(stack, "bucket/versioning"));
  });

  test("gets its policy last, so that nothing that waits for it comes to a bucket that is half made", () => {
    const stack = bucket({ keyArn: KEY, accessLogs: { bucket: "logs", prefix: "x/" } });
    const before = allBefore(stack, addressOf(stack, "bucket/policy"));

    expect([...before].sort()).toEqual(
      ["access-logs", "bucket", "encryption", "lifecycle", "ownership", "public-access", "versioning"]
        .map((id) => addressOf(stack, `bucket/${id}`))
        .sort(),
    );
  });

  test("says after the others that nothing goes without TLS", () => {
    const statement = { Sid: "Own", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "x" } as const;

    expect(statementsOf(bucket({ statements: [statement] })).map(({ Sid }) => Sid)).toEqual(["Own", "TlsOnly"]);
  });

  test("writes no access logs where there is nowhere to write them", () => {
    expect(bucket().resource).not.toHaveProperty("aws_s3_bucket_logging");
  });

  test("cannot be destroyed, unless its stack is on its way out: then with all that is in it", () => {
    expect(onlyResource(bucket(), "aws_s3_bucket")).toMatchObject({ lifecycle: { prevent_destroy: true } });
    expect(onlyResource(bucket(), "aws_s3_bucket")).not.toHaveProperty("force_destroy");
    expect(onlyResource(bucket({ retiring: true }), "aws_s3_bucket")).toMatchObject({
      lifecycle: { prevent_destroy: false },
      force_destroy: true,
    });
  });
});
