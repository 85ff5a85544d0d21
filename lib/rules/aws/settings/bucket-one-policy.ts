import { perStack } from "../../per-stack";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { companionsOf } from "./bucket-purpose";

const policies = (...ids: readonly string[]) => ({
  resource: {
    aws_s3_bucket: { example: {} },
    aws_s3_bucket_policy: Object.fromEntries(ids.map((id) => [id, { bucket: "${aws_s3_bucket.example.id}" }])),
  },
});

/** The buckets with several policies, each with those. */
const doubled = perStack((stack: Stack): ReadonlyMap<Resource, readonly Resource[]> => {
  const all = stack
    .resources("aws_s3_bucket")
    .map((bucket) => [bucket, companionsOf(stack, "aws_s3_bucket_policy", bucket)] as const);
  // Where another bucket has none, one of them names the wrong bucket: that is told by another rule.
  if (all.some(([, own]) => own.length === 0)) return new Map();
  return new Map(all.filter(([, own]) => own.length > 1));
});

/** Whether a policy is one of several of its bucket, of which nobody can tell which one holds. */
export function isDoubled(stack: Stack, policy: Resource): boolean {
  return [...doubled(stack).values()].some((own) => own.includes(policy));
}

/** S3 keeps one policy of a bucket: the one that is written last. */
export const BUCKET_ONE_POLICY: Rule = {
  id: "aws-bucket-one-policy",
  severity: "critical",
  title: "A bucket has one policy.",
  reason: "S3 keeps the one that is written last, so that the other one, which closes the bucket, may be gone.",
  fix: "write all statements into one aws_s3_bucket_policy",
  source: "Terraform AWS provider: aws_s3_bucket_policy",
  controls: ["FSBP S3.6"],
  example: { wrong: policies("one", "other"), right: policies("one") },
  *check(stack) {
    for (const [resource, own] of doubled(stack)) {
      const found = own.map(({ address }) => address);
      yield { resource, argument: "aws_s3_bucket_policy", found, must: "must be one" };
    }
  },
};
