import type { Rule } from "../../rule";
import { bucketNamed, purposeOf } from "./bucket-purpose";

const LOGGED = { target_bucket: "mlp-dev--access-logs-aaaaa" };

const trailIn = (id: string) => ({
  resource: {
    aws_s3_bucket: { trail: {}, data: {} },
    aws_s3_bucket_logging: {
      trail: { ...LOGGED, bucket: "${aws_s3_bucket.trail.id}" },
      data: { ...LOGGED, bucket: "${aws_s3_bucket.data.id}" },
    },
    aws_s3_bucket_policy: {
      trail: { bucket: "${aws_s3_bucket.trail.id}", policy: '{"Service":"cloudtrail.amazonaws.com"}' },
    },
    aws_cloudtrail: { example: { s3_bucket_name: `\${aws_s3_bucket.${id}.id}` } },
  },
});

/** A trail among data is read by those who read the data. */
export const TRAIL_BUCKET: Rule = {
  id: "aws-trail-bucket-purpose",
  severity: "high",
  title: "Audit trails are kept in the bucket that is there for them.",
  reason: "Whoever reads the data of a bucket would read who did what, and could delete it.",
  fix: "name the bucket whose policy lets CloudTrail write",
  source: "AWS CloudTrail User Guide: Amazon S3 bucket policy for CloudTrail",
  controls: ["MCSB LT-5"],
  example: { wrong: trailIn("data"), right: trailIn("trail") },
  *check(stack) {
    for (const resource of stack.resources("aws_cloudtrail")) {
      const { s3_bucket_name: found } = resource.content;
      const bucket = bucketNamed(stack, found);
      if (bucket === undefined || purposeOf(stack, bucket) === "trail") continue;
      yield { resource, argument: "s3_bucket_name", found, must: "must be the bucket that CloudTrail may write to" };
    }
  },
};
