import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";

/** What a bucket is for: access logs of other buckets, the audit trail, or data. */
export type BucketPurpose = "access-logs" | "trail" | "data";

/** What the blueprint names the buckets of access logs and of trails. */
export const ACCESS_LOGS_NAME = /--access-logs-[a-z0-9]{5}$/;
const TRAIL_NAME = /--trail-[a-z0-9]{5}$/;

/**
 * What a bucket of a stack is for. Each purpose has several marks, so that a bucket is still known when one of them is wrong:
 * that one is then told, and nothing else.
 */
export function purposeOf(stack: Stack, bucket: Resource): BucketPurpose {
  const known = purposes.get(bucket);
  if (known !== undefined) return known;
  const purpose = marked(stack, bucket);
  purposes.set(bucket, purpose);
  return purpose;
}

/** Several rules ask for each bucket. A stack's resources never change. */
const purposes = new WeakMap<Resource, BucketPurpose>();

function marked(stack: Stack, bucket: Resource): BucketPurpose {
  const name = String(bucket.content.bucket);
  const ofLogs = [
    ACCESS_LOGS_NAME.test(name),
    isNamed(stack, "aws_s3_bucket_logging.target_bucket", bucket),
    isOpenTo(stack, "logging.s3.amazonaws.com", bucket),
    companionsOf(stack, "aws_s3_bucket_logging", bucket).length === 0,
  ];
  if (ofLogs.filter(Boolean).length > 1) return "access-logs";
  const isTrail =
    TRAIL_NAME.test(name) ||
    (isNamed(stack, "aws_cloudtrail.s3_bucket_name", bucket) && isOpenTo(stack, "cloudtrail.amazonaws.com", bucket));
  return isTrail ? "trail" : "data";
}

/** The companions of a type that name a bucket. */
export function companionsOf(stack: Stack, type: string, bucket: Resource): Resource[] {
  return stack.resources(type).filter(({ content }) => stack.names(content.bucket, bucket));
}

/** The bucket of the stack that a value names. */
export function bucketNamed(stack: Stack, value: unknown): Resource | undefined {
  return stack.resources("aws_s3_bucket").find((bucket) => stack.names(value, bucket));
}

function isOpenTo(stack: Stack, service: string, bucket: Resource): boolean {
  return companionsOf(stack, "aws_s3_bucket_policy", bucket).some(({ content }) =>
    String(content.policy).includes(`"${service}"`),
  );
}

function isNamed(stack: Stack, place: string, bucket: Resource): boolean {
  const [type = "", argument = ""] = place.split(".");
  return stack
    .resources(type)
    .some(({ content }) => valuesAt(content, argument).some(({ value }) => stack.names(value, bucket)));
}
