import type { PolicyDocument } from "../../../lib/aws/iam/policy";
import { awsPlatform } from "../../support/files";
import { verdict } from "../../support/iam/evaluator";
import { resourcesByPath, synthStack } from "../../support/synth";

const foundation = (changes: Parameters<typeof awsPlatform>[0] = {}) =>
  synthStack("aws-foundation", awsPlatform(changes));
const stack = foundation();

describe("the bucket of access logs", () => {
  const trail = String(resourcesByPath(stack, "aws_s3_bucket")["foundation/trail/bucket/bucket"]?.bucket);
  const own = String(resourcesByPath(stack, "aws_s3_bucket")["foundation/access-logs/bucket"]?.bucket);
  const { policy } = resourcesByPath(stack, "aws_s3_bucket_policy")["foundation/access-logs/policy"] ?? {};
  const policyDocument = JSON.parse(String(policy)) as PolicyDocument;
  const delivers = (account: string, from: string) =>
    verdict(
      { identity: [], resource: policyDocument },
      {
        asker: { service: "logging.s3.amazonaws.com" },
        action: "s3:PutObject",
        resource: `arn:aws:s3:::${own}/x`,
        context: {
          known: {
            "aws:securetransport": ["true"],
            "aws:sourceaccount": [account],
            "aws:sourcearn": [`arn:aws:s3:::${from}`],
          },
          others: "absent",
        },
      },
    );

  test("takes logs of the platform's and tenants' buckets", () => {
    expect(delivers("123456789012", trail)).toBe(true);
    expect(delivers("123456789012", "mlp-dev-acme--data-aaaaa")).toBe(true);
  });

  test("takes none of other buckets or accounts", () => {
    expect(delivers("123456789012", "somebody-elses")).toBe(false);
    expect(delivers("210987654321", "mlp-dev-acme--data-aaaaa")).toBe(false);
  });

  test("has no access logs of its own, which would be written for ever", () => {
    expect(Object.keys(resourcesByPath(stack, "aws_s3_bucket_logging"))).toEqual([
      "foundation/trail/bucket/access-logs",
    ]);
  });

  test("forgets after as many days as logs are kept", () => {
    const kept = foundation({ aws: { foundation: { addressSpace: "10.40.0.0/20", logRetentionDays: 731 } } });

    expect(
      resourcesByPath(kept, "aws_s3_bucket_lifecycle_configuration")["foundation/access-logs/lifecycle"],
    ).toMatchObject({ rule: [{ expiration: [{ days: 731 }] }] });
  });
});
