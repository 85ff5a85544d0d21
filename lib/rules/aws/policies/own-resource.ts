import { ACCOUNT, ROLE } from "../iam/rules/example-arns";
import { isExpression } from "../../references";
import { bucketNamed } from "../settings/bucket-purpose";
import { bucketInPolicy } from "./bucket-in-policy";
import type { ContentRule, PolicyView } from "./policy-view";

const TOPIC = `arn:aws:sns:eu-central-1:${ACCOUNT}:mlp-dev-acme--alerts`;

/** A bucket and a topic have policies about themselves. */
export const ownResource: ContentRule = {
  id: "aws-policy-own-resource",
  severity: "medium",
  title: "The policies of buckets and topics are about them, and name them.",
  reason: "AWS refuses a policy about something else; and a pattern hides what the policy is about.",
  fix: "write the ARN of the bucket or the topic, of objects with a prefix and /* after it",
  source: "Amazon S3 User Guide: Policies and permissions in Amazon S3",
  controls: ["MCSB PA-7"],
  kinds: ["bucket", "topic"],
  example: {
    kind: "topic",
    wrong: { Effect: "Allow", Principal: { AWS: ROLE }, Action: "sns:Publish", Resource: [TOPIC, "*"] },
    right: { Effect: "Allow", Principal: { AWS: ROLE }, Action: "sns:Publish", Resource: TOPIC },
  },
  check: (policy) => [
    ...aboutAnother(policy),
    ...policy.statements
      .filter(({ allows }) => allows)
      .flatMap(({ sid, resources }) =>
        resources
          .filter((resource) => !/^\$\{|^arn:[^:]*:(s3:::[^*?/]+(\/|$)|sns:[^*?]+$)/.test(resource))
          .map((value) => ({ sid, value, must: "must name the bucket or the topic" })),
      ),
  ],
};

/** The policy of a bucket that as a whole is about another one: one of both has the wrong name. */
function aboutAnother({ kind, stack, resource, statements }: PolicyView) {
  const name = bucketNamed(stack, resource.content.bucket)?.content.bucket;
  const value = bucketInPolicy(statements);
  if (kind !== "bucket" || typeof name !== "string" || isExpression(name) || value === undefined || value === name)
    return [];
  return [{ sid: "", value, must: `must be ${name}, as the bucket is called`, part: "Resource" }];
}
