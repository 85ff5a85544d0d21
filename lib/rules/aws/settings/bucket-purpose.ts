import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";

/** What a bucket is for: access logs of other buckets, the audit trail, or data. */
export type BucketPurpose = "access-logs" | "trail" | "data";

/**
 * What a bucket of a stack is for. That of access logs is known by two of three marks, so that it is still known when one of
 * them is wrong: another bucket's logging names it, its policy lets S3 deliver logs, and it has no logging itself. That of the
 * trail is known by its policy, or, where no policy speaks of a trail, by the trail.
 */
export function purposeOf(stack: Stack, bucket: Resource): BucketPurpose {
  const marks = [
    isNamed(stack, "aws_s3_bucket_logging.target_bucket", bucket),
    isOpenTo(stack, "logging.s3.amazonaws.com", bucket),
    companionsOf(stack, "aws_s3_bucket_logging", bucket).length === 0,
  ];
  if (marks.filter(Boolean).length > 1) return "access-logs";
  const takesTrail = (one: Resource) => isOpenTo(stack, "cloudtrail.amazonaws.com", one);
  if (takesTrail(bucket)) return "trail";
  const isTrail =
    isNamed(stack, "aws_cloudtrail.s3_bucket_name", bucket) && !stack.resources("aws_s3_bucket").some(takesTrail);
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
