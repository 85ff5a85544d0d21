import { BUCKET } from "../../../../lib/rules/aws/settings/bucket";
import { BUCKET_ENCRYPTION } from "../../../../lib/rules/aws/settings/bucket-encryption";
import { BUCKET_LIFECYCLE } from "../../../../lib/rules/aws/settings/bucket-lifecycle";
import { BUCKET_LOGGING } from "../../../../lib/rules/aws/settings/bucket-logging";
import { TRAIL_BUCKET } from "../../../../lib/rules/aws/settings/trail-bucket";
import { ORDER_BUCKET } from "../../../../lib/rules/aws/settings/order-bucket";
import { found } from "./found";

const name = (id: string) => `\${aws_s3_bucket.${id}.id}`;
const COMPANIONS = BUCKET.filter(({ fix }) => fix.startsWith("add an aws_s3_bucket_"));

/** A bucket of access logs, one of data that logs to it, and the encryption of both. */
function buckets({ logs = {}, policy = "logging.s3.amazonaws.com", target = name("logs") } = {}) {
  return {
    aws_s3_bucket: {
      logs: { bucket: "mlp-dev--access-logs-aaaaa", ...logs },
      data: { bucket: "mlp-dev-acme--data-aaaaa" },
    },
    aws_s3_bucket_policy: { logs: { bucket: name("logs"), policy: `{"Service":"${policy}"}` } },
    aws_s3_bucket_logging: { data: { bucket: name("data"), target_bucket: target } },
    aws_s3_bucket_server_side_encryption_configuration: {
      logs: { bucket: name("logs"), rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }] },
      data: {
        bucket: name("data"),
        rule: [
          {
            apply_server_side_encryption_by_default: {
              sse_algorithm: "aws:kms",
              kms_master_key_id: "${aws_kms_key.example.arn}",
            },
            bucket_key_enabled: true,
          },
        ],
      },
    },
  };
}

test.each([
  ["as it should be", {}],
  ["under another name", { logs: { bucket: "x" } }],
  ["that S3 may not deliver to", { policy: "x" }],
  ["that nobody logs to", { target: "mlp-dev--access-logs-bbbbb" }],
])("A bucket of access logs %s may have a key of S3.", (_, change) => {
  expect(found(BUCKET_ENCRYPTION, buckets(change))).toEqual([]);
});

test("A bucket of data with a key of S3 is told once.", () => {
  const stack = buckets();
  const [rule] = stack.aws_s3_bucket_server_side_encryption_configuration.data.rule;
  if (rule !== undefined) rule.apply_server_side_encryption_by_default.sse_algorithm = "AES256";

  expect(found(BUCKET_ENCRYPTION, stack)).toEqual([
    "aws_s3_bucket_server_side_encryption_configuration.data " +
      "rule.apply_server_side_encryption_by_default.sse_algorithm aws-bucket-encryption-algorithm",
  ]);
});

test("The bucket of access logs needs no log of its own.", () => {
  const logging = COMPANIONS.filter(({ id }) => id === "aws-bucket-access-logs");

  expect(found(logging, buckets())).toEqual([]);
});

test.each(COMPANIONS.map(({ id, fix }) => ({ id, type: fix.split(" ")[2] ?? "" })))(
  "A bucket that lacks only $type is told.",
  ({ id, type }) => {
    const types = COMPANIONS.map(({ fix }) => fix.split(" ")[2] ?? "").filter((other) => other !== type);
    const companions = Object.fromEntries(types.map((other) => [other, { data: { bucket: name("data") } }]));

    expect(found(COMPANIONS, { aws_s3_bucket: { data: {} }, ...companions })).toEqual([`aws_s3_bucket.data ${id}`]);
  },
);

test.each([
  ["to itself", name("data")],
  ["to a bucket of another tenant", "mlp-dev-acme-eu--data-aaaaa"],
  ["where an expression says", "${var.bucket}"],
  ["to nowhere", ""],
])("A bucket that logs %s is told.", (_, target) => {
  expect(found([BUCKET_LOGGING], buckets({ target: target }))).toEqual([
    "aws_s3_bucket_logging.data target_bucket aws-bucket-access-logs-target",
  ]);
});

const LIFECYCLE = {
  status: "Enabled",
  filter: [{ prefix: "" }],
  abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
  noncurrent_version_expiration: [{ noncurrent_days: 90 }],
};
const lifecycleOf = (...rules: object[]) => ({ aws_s3_bucket_lifecycle_configuration: { example: { rule: rules } } });

test.each([
  ["for a part of the bucket", { filter: [{ prefix: "logs/" }] }],
  ["that is off", { status: "Disabled" }],
  ["that keeps unfinished uploads", { abort_incomplete_multipart_upload: [] }],
  ["that deletes old versions at once", { noncurrent_version_expiration: [{ noncurrent_days: 1 }] }],
  ["that keeps old versions", { noncurrent_version_expiration: undefined }],
])("A bucket whose only lifecycle rule is one %s is told.", (_, change) => {
  expect(found(BUCKET_LIFECYCLE, lifecycleOf({ ...LIFECYCLE, ...change }))).toEqual([
    "aws_s3_bucket_lifecycle_configuration.example rule aws-bucket-lifecycle-whole",
  ]);
});

test("A further lifecycle rule for a part of the bucket is nobody's concern.", () => {
  expect(found(BUCKET_LIFECYCLE, lifecycleOf(LIFECYCLE, { status: "Disabled", filter: { prefix: "x" } }))).toEqual([]);
});

test("A trail in the bucket of a tenant's data is told, and not the bucket.", () => {
  const stack = {
    aws_s3_bucket: { trail: { bucket: "mlp-dev--trail-aaaaa" }, data: { bucket: "mlp-dev-acme--data-aaaaa" } },
    aws_s3_bucket_logging: { data: { bucket: name("data") }, trail: { bucket: name("trail") } },
    aws_cloudtrail: { example: { s3_bucket_name: name("data") } },
  };

  expect(found([TRAIL_BUCKET, ...BUCKET_ENCRYPTION], stack)).toEqual([
    "aws_cloudtrail.example s3_bucket_name aws-trail-bucket-purpose",
  ]);
});

test("A lifecycle that is not about versions need not wait for them.", () => {
  const lifecycle = (rule: object) => ({
    aws_s3_bucket: { example: {} },
    aws_s3_bucket_versioning: { example: { bucket: "${aws_s3_bucket.example.id}" } },
    aws_s3_bucket_lifecycle_configuration: { example: { bucket: "${aws_s3_bucket.example.id}", rule: [rule] } },
  });
  const versions = { noncurrent_version_expiration: [{ noncurrent_days: 30 }] };

  expect(found(ORDER_BUCKET, lifecycle({ expiration: [{ days: 30 }] }))).toEqual([]);
  expect(found(ORDER_BUCKET, lifecycle(versions))).toEqual([
    "aws_s3_bucket_lifecycle_configuration.example depends_on aws-order-bucket-versions",
  ]);
});
