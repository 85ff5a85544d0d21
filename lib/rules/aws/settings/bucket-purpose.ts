import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";

/** What a bucket is for: access logs of other buckets, the audit trail, or data. */
export type BucketPurpose = "access-logs" | "trail" | "data";

/**
 * What a bucket of a stack is for. That of access logs is known by two of three marks, so that it is still known when one of
 * them is wrong: another bucket's logging names it, its policy lets S3 deliver logs, and it has no logging itself.
 */
export function purposeOf(stack: Stack, bucket: Resource): BucketPurpose {
  const isTarget = names(stack, { type: "aws_s3_bucket_logging", argument: "target_bucket", bucket });
  const takesLogs = companionsOf(stack, "aws_s3_bucket_policy", bucket).some(({ content }) =>
    String(content.policy).includes("logging.s3.amazonaws.com"),
  );
  const hasNoLogs = companionsOf(stack, "aws_s3_bucket_logging", bucket).length === 0;
  if ([isTarget, takesLogs, hasNoLogs].filter(Boolean).length > 1) return "access-logs";
  return names(stack, { type: "aws_cloudtrail", argument: "s3_bucket_name", bucket }) ? "trail" : "data";
}

/** The companions of a type that name a bucket. */
export function companionsOf(stack: Stack, type: string, bucket: Resource): Resource[] {
  return stack.resources(type).filter(({ content }) => stack.names(content.bucket, bucket));
}

/** The bucket of the stack that a value names. */
export function bucketNamed(stack: Stack, value: unknown): Resource | undefined {
  return stack.resources("aws_s3_bucket").find((bucket) => stack.names(value, bucket));
}

function names(stack: Stack, { type, argument, bucket }: { type: string; argument: string; bucket: Resource }) {
  return stack
    .resources(type)
    .some(({ content }) => valuesAt(content, argument).some(({ value }) => stack.names(value, bucket)));
}
