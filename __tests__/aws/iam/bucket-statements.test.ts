import { bucketEncryption, bucketPrincipals, bucketTlsOnly } from "../../../lib/aws/iam/bucket-statements";
import { policy, type Statement } from "../../../lib/aws/iam/policy";
import { verdict } from "../../support/iam/evaluator";
import type { ContextValue } from "../../support/iam/request";

const BUCKET = "arn:aws:s3:::mlp-dev-acme--data-aaaaa";
const KEY = "arn:aws:kms:eu-central-1:123456789012:key/own";
const ROLE = "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec";

const everything = policy({ Sid: "All", Effect: "Allow", Action: "s3:*", Resource: "*" });

/** Whether statements let a request through that the asker's own policies allow. */
const lets = (statements: readonly Statement[], known: Record<string, ContextValue>, action = "s3:PutObject") =>
  verdict(
    { identity: [everything], resource: policy(...statements) },
    { asker: { roleArn: ROLE }, action, resource: `${BUCKET}/x`, context: { known, others: "absent" } },
  );

describe("what is written to a bucket with a key", () => {
  const SSE = "s3:x-amz-server-side-encryption";
  const SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
  const writes = (known: Record<string, ContextValue>) => lets(bucketEncryption(BUCKET, KEY), known);

  test("may leave the encryption to the bucket, whose default it is", () => {
    expect(writes({})).toBe(true);
  });

  test("may name that key", () => {
    expect(writes({ [SSE]: ["aws:kms"], [SSE_KEY]: [KEY] })).toBe(true);
  });

  test.each([
    ["a key of S3", { [SSE]: ["AES256"] }],
    ["two layers of KMS", { [SSE]: ["aws:kms:dsse"], [SSE_KEY]: [KEY] }],
    ["another key", { [SSE]: ["aws:kms"], [SSE_KEY]: [KEY.replace("own", "other")] }],
    ["another key, without saying that it is one of KMS", { [SSE_KEY]: [KEY.replace("own", "other")] }],
    ["KMS without a key, which is the key that AWS manages", { [SSE]: ["aws:kms"] }],
    ["a key that comes with the request", { "s3:x-amz-server-side-encryption-customer-algorithm": ["AES256"] }],
  ])("may not have %s", (_, known) => {
    expect(writes(known)).toBe(false);
  });
});

describe("a bucket that admits certain roles", () => {
  const admits = (arn: ContextValue) =>
    lets([bucketPrincipals(BUCKET, [ROLE])], { "aws:principalarn": arn }, "s3:GetObject");

  test("answers them", () => {
    expect(admits([ROLE])).toBe(true);
  });

  test.each([
    ["another role of the account", [ROLE.replace("acme--exec", "globex--exec")] as const],
    ["a role whose name begins alike", [`${ROLE}-eu`] as const],
    ["a service of AWS, which is no role", "absent" as const],
  ])("does not answer %s", (_, arn) => {
    expect(admits(arn)).toBe(false);
  });
});

test("A bucket answers over TLS only.", () => {
  const over = (tls: string) => lets([bucketTlsOnly(BUCKET)], { "aws:securetransport": [tls] }, "s3:GetObject");

  expect(over("true")).toBe(true);
  expect(over("false")).toBe(false);
});
