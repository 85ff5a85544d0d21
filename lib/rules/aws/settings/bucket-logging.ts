import { referenceOf } from "../../references";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { ACCESS_LOGS_NAME, bucketNamed, purposeOf } from "./bucket-purpose";

const MUST = "must be the bucket of access logs, in this stack or by its literal name";

const delivered = (target: string) => ({
  resource: {
    aws_s3_bucket: { example: { bucket: "mlp-dev-acme--data-aaaaa" } },
    aws_s3_bucket_logging: { example: { bucket: "${aws_s3_bucket.example.id}", target_bucket: target } },
  },
});

/** Where access logs of buckets go. */
export const BUCKET_LOGGING: Rule = {
  id: "aws-bucket-access-logs-target",
  severity: "high",
  title: "Access logs go to the bucket that is there for them.",
  reason:
    "A bucket that logs to itself writes a log of each log; in a bucket of another tenant, logs show who does what.",
  fix: "name the account's bucket of access logs in target_bucket",
  source: "Amazon S3 User Guide: Enabling Amazon S3 server access logging",
  controls: ["FSBP S3.9", "Security Hub CloudTrail.7"],
  example: {
    wrong: delivered("mlp-dev-acme-eu--data-bbbbb"),
    right: delivered("mlp-dev--access-logs-aaaaa"),
  },
  *check(stack) {
    for (const logging of stack.resources("aws_s3_bucket_logging")) {
      const { target_bucket: target } = logging.content;
      if (!isLogBucket(stack, target))
        yield { resource: logging, argument: "target_bucket", found: target, must: MUST };
    }
  },
};

function isLogBucket(stack: Stack, target: unknown): boolean {
  const bucket = bucketNamed(stack, target);
  if (bucket !== undefined) return purposeOf(stack, bucket) === "access-logs";
  // A policy that names no bucket, or is not there, is told by another rule.
  if (referenceOf(target)?.address.startsWith("aws_s3_bucket_policy.") === true) return true;
  return typeof target === "string" && ACCESS_LOGS_NAME.test(target);
}
