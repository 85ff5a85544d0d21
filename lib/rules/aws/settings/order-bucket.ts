import { maps } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { isDoubled } from "./bucket-one-policy";
import { bucketNamed, companionsOf, purposeOf } from "./bucket-purpose";
import { alone, waitingFor } from "./waiting";

/** What makes a bucket private. Its policy comes last, so that whoever waits for it waits for all of them. */
const BEFORE_POLICY = [
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_versioning",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_s3_bucket_logging",
] as const;

/** What writes to the tenant's bucket, or reads from it, as soon as it is made. */
const USERS_OF_DATA = ["aws_sagemaker_notebook_instance", "aws_sagemaker_model", "aws_sagemaker_user_profile"] as const;

const BUCKET = "${aws_s3_bucket.example.id}";

const policyAfter = (dependsOn: string[]) => ({
  resource: {
    aws_s3_bucket: { example: {} },
    aws_s3_bucket_public_access_block: { example: { bucket: BUCKET } },
    aws_s3_bucket_policy: { example: { bucket: BUCKET, depends_on: dependsOn } },
  },
});

const versionsAfter = (dependsOn: string[]) => ({
  resource: {
    aws_s3_bucket: { example: {} },
    aws_s3_bucket_versioning: { example: { bucket: BUCKET } },
    aws_s3_bucket_lifecycle_configuration: {
      example: {
        bucket: BUCKET,
        depends_on: dependsOn,
        rule: [{ noncurrent_version_expiration: [{ noncurrent_days: 30 }] }],
      },
    },
  },
});

const logsAfter = (target: string) => ({
  resource: {
    aws_s3_bucket: { logs: {}, example: {} },
    aws_s3_bucket_policy: {
      logs: { bucket: "${aws_s3_bucket.logs.id}", policy: '{"Service":"logging.s3.amazonaws.com"}' },
    },
    aws_s3_bucket_logging: { example: { bucket: BUCKET, target_bucket: target } },
  },
});

const trailAfter = (bucket: string) => ({
  resource: {
    aws_s3_bucket: { example: {} },
    aws_s3_bucket_policy: { example: { bucket: BUCKET } },
    aws_cloudtrail: { example: { s3_bucket_name: bucket } },
  },
});

const modelAfter = (dependsOn: string[]) => ({
  resource: {
    aws_s3_bucket: { example: {} },
    aws_s3_bucket_policy: { example: { bucket: BUCKET } },
    aws_s3_bucket_logging: { example: { bucket: BUCKET, target_bucket: "mlp-dev--access-logs-aaaaa" } },
    aws_sagemaker_model: { example: { depends_on: dependsOn } },
  },
});

const USER_GUIDE = "Amazon S3 User Guide";

/** In which order buckets become usable: private first, and used last. */
export const ORDER_BUCKET: readonly Rule[] = [
  {
    id: "aws-order-bucket-policy",
    severity: "medium",
    title: "A bucket's policy waits for everything else of the bucket.",
    reason: "S3 refuses changes of one bucket at the same time, and what waits for the policy must find it private.",
    fix: "add the bucket's other companions to depends_on",
    source: "GitHub: hashicorp/terraform-provider-aws#7628; Amazon S3 User Guide: Bucket policies for Amazon S3",
    controls: ["FSBP S3.8"],
    example: { wrong: policyAfter([]), right: policyAfter(["aws_s3_bucket_public_access_block.example"]) },
    *check(stack) {
      for (const policy of stack.resources("aws_s3_bucket_policy")) {
        const bucket = bucketNamed(stack, policy.content.bucket);
        if (bucket === undefined || isDoubled(stack, policy)) continue;
        const others = BEFORE_POLICY.map((type) => companionsOf(stack, type, bucket).filter(isOfOther(bucket, stack)));
        yield* waitingFor(stack, policy, others.filter(isFilled));
      }
    },
  },
  {
    id: "aws-order-bucket-versions",
    severity: "medium",
    title: "A bucket's lifecycle waits for its versioning.",
    reason: "Rules about old versions are made for a bucket that has none yet.",
    fix: "add the bucket's aws_s3_bucket_versioning to depends_on",
    source: "Terraform AWS provider: aws_s3_bucket_lifecycle_configuration",
    controls: ["FSBP S3.13"],
    example: { wrong: versionsAfter([]), right: versionsAfter(["aws_s3_bucket_versioning.example"]) },
    *check(stack) {
      for (const lifecycle of stack.resources("aws_s3_bucket_lifecycle_configuration")) {
        const bucket = bucketNamed(stack, lifecycle.content.bucket);
        // Two of them are one too many, and the other's bucket has none: that is told by another rule.
        if (bucket === undefined || companionsOf(stack, lifecycle.type, bucket).length > 1) continue;
        // Rules about other objects are the same with versions and without.
        if (!isAboutVersions(lifecycle)) continue;
        const versioning = companionsOf(stack, "aws_s3_bucket_versioning", bucket);
        yield* waitingFor(stack, lifecycle, [versioning].filter(isFilled));
      }
    },
  },
  {
    id: "aws-order-access-logs",
    severity: "low",
    title: "Access logs wait for the policy of the bucket that they go to.",
    reason: "S3 delivers nothing to a bucket whose policy does not say so, and nobody is told.",
    fix: "take target_bucket from the aws_s3_bucket_policy of that bucket",
    source: `${USER_GUIDE}: Enabling Amazon S3 server access logging`,
    controls: ["FSBP S3.9"],
    example: {
      wrong: logsAfter("${aws_s3_bucket.logs.id}"),
      right: logsAfter("${aws_s3_bucket_policy.logs.bucket}"),
    },
    check: (stack) => afterPolicy(stack, "aws_s3_bucket_logging", "target_bucket"),
  },
  {
    id: "aws-order-trail",
    severity: "medium",
    title: "An audit trail waits for the policy of its bucket.",
    reason: "CloudTrail refuses a bucket that it may not write to.",
    fix: "take s3_bucket_name from the aws_s3_bucket_policy of that bucket",
    source: "AWS CloudTrail User Guide: Amazon S3 bucket policy for CloudTrail",
    controls: ["FSBP CloudTrail.1"],
    example: {
      wrong: trailAfter("${aws_s3_bucket.example.id}"),
      right: trailAfter("${aws_s3_bucket_policy.example.bucket}"),
    },
    check: (stack) => afterPolicy(stack, "aws_cloudtrail", "s3_bucket_name"),
  },
  {
    id: "aws-order-tenant-bucket",
    severity: "medium",
    title: "What works for a tenant waits for the policy of the tenant's bucket.",
    reason: "It could write to the bucket before that is encrypted, private and logged.",
    fix: "add the bucket's aws_s3_bucket_policy to depends_on",
    source: `${USER_GUIDE}: Bucket policies for Amazon S3`,
    controls: ["FSBP S3.8"],
    example: { wrong: modelAfter([]), right: modelAfter(["aws_s3_bucket_policy.example"]) },
    *check(stack) {
      // Of several buckets with data nobody can tell which one it works with: it waits for one of them.
      const policies = stack
        .resources("aws_s3_bucket")
        .filter((bucket) => purposeOf(stack, bucket) === "data")
        .flatMap((bucket) => companionsOf(stack, "aws_s3_bucket_policy", bucket));
      for (const resource of USERS_OF_DATA.flatMap((type) => stack.resources(type))) {
        yield* waitingFor(stack, resource, [policies].filter(isFilled));
      }
    },
  },
];

/** The place that names a bucket of the stack must come after that bucket's policy. */
function* afterPolicy(stack: Stack, type: string, argument: string) {
  for (const resource of stack.resources(type)) {
    const bucket = bucketNamed(stack, resource.content[argument]);
    if (bucket === undefined || isOwnBucket(stack, resource, bucket)) continue;
    yield* waitingFor(stack, resource, alone(companionsOf(stack, "aws_s3_bucket_policy", bucket)));
  }
}

function isAboutVersions({ content }: Resource): boolean {
  return maps(content.rule).some((rule) => Object.keys(rule).some((name) => name.startsWith("noncurrent_version")));
}

/** A bucket that logs to itself is told by another rule. */
function isOwnBucket(stack: Stack, { content }: Resource, bucket: Resource): boolean {
  return stack.names(content.bucket, bucket);
}

/** A bucket that logs to itself cannot wait for itself. */
function isOfOther(bucket: Resource, stack: Stack): (companion: Resource) => boolean {
  return ({ content }) => !stack.names(content.target_bucket, bucket);
}

function isFilled(resources: Resource[]): resources is [Resource, ...Resource[]] {
  return resources.length > 0;
}
