import { ROLE } from "../iam/rules/example-arns";
import type { StatementView } from "../iam/statement-view";
import { bucketNamed, purposeOf } from "../settings/bucket-purpose";
import { bucketInPolicy } from "./bucket-in-policy";
import type { ContentRule, PolicyView } from "./policy-view";
import { anyValues, exactly, missingDenies, policyWith, referencesTo, type RequiredDeny } from "./required-deny";

const NAME = "mlp-dev--trail-01234";
const BUCKET = `arn:aws:s3:::${NAME}`;
const SSE = "s3:x-amz-server-side-encryption";
const SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const SSE_CUSTOMER = "s3:x-amz-server-side-encryption-customer-algorithm";

/** A bucket and everything in it. */
const WHOLE: RequiredDeny["on"] = {
  sample: { Resource: [BUCKET, `${BUCKET}/*`] },
  holds: (statement, policy) => covers(statement, policy, "") && covers(statement, policy, "/*"),
};
/** Everything in a bucket. */
const OBJECTS: RequiredDeny["on"] = {
  sample: { Resource: `${BUCKET}/*` },
  holds: (statement, policy) => covers(statement, policy, "/*"),
};

/** What the policy of every bucket denies. */
export const TLS: readonly RequiredDeny[] = [
  {
    what: "every action on the bucket and its objects without TLS",
    actions: ["s3:*"],
    on: WHOLE,
    when: { "Bool aws:SecureTransport": exactly("false") },
  },
];

/** What that of a bucket with data denies: other keys than the bucket's. */
const OTHER_KEYS: readonly RequiredDeny[] = [
  {
    what: "writing with another encryption than aws:kms",
    actions: ["s3:PutObject"],
    on: OBJECTS,
    when: { [`Null ${SSE}`]: exactly("false"), [`StringNotEquals ${SSE}`]: exactly("aws:kms") },
  },
  {
    what: "writing with another key than the bucket's",
    actions: ["s3:PutObject"],
    on: OBJECTS,
    when: { [`Null ${SSE_KEY}`]: exactly("false"), [`ArnNotEquals ${SSE_KEY}`]: referencesTo("aws_kms_key") },
  },
  {
    what: "writing with KMS without a key, which would be AWS's own",
    actions: ["s3:PutObject"],
    on: OBJECTS,
    when: { [`Null ${SSE}`]: exactly("false"), [`Null ${SSE_KEY}`]: exactly("true") },
  },
  {
    what: "writing with a key that the request brings along",
    actions: ["s3:PutObject"],
    on: OBJECTS,
    when: { [`Null ${SSE_CUSTOMER}`]: exactly("false") },
  },
];

/** What it denies to everybody but its roles. */
const OTHERS: readonly RequiredDeny[] = [
  {
    what: "every action on the bucket and its objects to all but its roles",
    actions: ["s3:*"],
    on: WHOLE,
    when: { "ArnNotEquals aws:PrincipalArn": anyValues(ROLE) },
  },
];

/** What that of a trail's bucket denies, unless the stack is on its way out. */
const CHANGES: readonly RequiredDeny[] = [
  {
    what: "changing and deleting what is written, but to services of AWS",
    actions: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject"],
    on: OBJECTS,
    when: { "Bool aws:PrincipalIsAWSService": exactly("false") },
  },
];

/** Requests to a bucket come by TLS. */
export const bucketTls: ContentRule = {
  id: "aws-bucket-policy-tls",
  severity: "high",
  title: "The policy of a bucket denies requests without TLS.",
  reason: "Without TLS, whoever is on the way reads the data and the signature of the request.",
  fix: 'add a Deny of s3:* to "*" on the bucket and its objects, with {"Bool": {"aws:SecureTransport": "false"}} and no other condition',
  source: "Security Hub User Guide: Security Hub CSPM controls for Amazon S3, S3.5; CKV_AWS_379",
  controls: ["FSBP S3.5", "CIS AWS 5.0.0 2.1.1"],
  kinds: ["bucket"],
  example: exampleOf(TLS),
  check: (policy) => missingDenies(TLS, policy),
};

/** What is written to a bucket with data is encrypted with the bucket's key. */
export const bucketKey: ContentRule = {
  id: "aws-bucket-policy-key",
  severity: "medium",
  title: "The policy of a bucket with data denies other keys than the bucket's.",
  reason: "A request may name another key, which somebody else may take away or use to read.",
  fix: 'add a Deny of s3:PutObject to "*" on the objects for each, with conditions on headers that are there ("Null": "false") and wrong, and no others',
  source: "Amazon S3 API Reference: PutObject",
  controls: ["Security Hub S3.17"],
  kinds: ["bucket"],
  example: exampleOf(OTHER_KEYS),
  check: (policy) => (hasData(policy) ? missingDenies(OTHER_KEYS, policy) : []),
};

/** Whoever is none of a bucket's roles is kept out, whatever its own policies say. */
export const bucketClosed: ContentRule = {
  id: "aws-bucket-policy-closed",
  severity: "critical",
  title: "The policy of a bucket with data denies everything to all but its roles.",
  reason: "Without it, any role of the account reads the bucket that has a policy for all buckets.",
  fix: 'add a Deny of s3:* to "*" on the bucket and its objects, with {"ArnNotEquals": {"aws:PrincipalArn": [<roles>]}} and no other condition',
  source: "IAM User Guide: AWS JSON policy elements: NotPrincipal",
  controls: ["FSBP S3.6", "FSBP S3.2", "FSBP S3.3"],
  kinds: ["bucket"],
  example: exampleOf(OTHERS),
  check: (policy) => (hasData(policy) ? missingDenies(OTHERS, policy) : []),
};

/** What a trail has written stays as it is. */
export const trailUnchanged: ContentRule = {
  id: "aws-trail-bucket-policy-unchanged",
  severity: "high",
  title: "The policy of a trail's bucket denies changes of the files in it.",
  reason: "An attacker could delete the record of the attack.",
  fix: 'add a Deny of s3:DeleteObject, s3:DeleteObjectVersion and s3:PutObject with {"Bool": {"aws:PrincipalIsAWSService": "false"}}',
  source: "AWS CloudTrail User Guide: Security best practices in AWS CloudTrail",
  controls: ["MCSB LT-6"],
  kinds: ["bucket"],
  example: (() => {
    const beside = {
      aws_cloudtrail: { example: { s3_bucket_name: "${aws_s3_bucket.example.id}" } },
      aws_s3_bucket: { example: { bucket: NAME, lifecycle: { prevent_destroy: true } } },
    };
    const example = exampleOf(CHANGES);
    return {
      wrong: { resource: { ...example.wrong.resource, ...beside } },
      right: { resource: { ...example.right.resource, ...beside } },
    };
  })(),
  check: (policy) => (isTrail(policy) ? missingDenies(CHANGES, policy) : []),
};

function exampleOf(rows: readonly RequiredDeny[]) {
  const stack = (which: readonly RequiredDeny[], ...more: readonly object[]) => {
    const policy = policyWith(which, { Principal: "*" }, ...more.map((one) => ({ ...one })));
    return {
      resource: {
        aws_s3_bucket_policy: { example: { bucket: "${aws_s3_bucket.example.id}", policy: JSON.stringify(policy) } },
      },
    };
  };
  const other = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: BUCKET, Sid: "Other" };
  return { wrong: stack(rows.slice(1), other), right: stack(rows) };
}

/** Whether a policy is that of a bucket into which no service writes what it logs. */
function hasData({ stack, resource, statements }: PolicyView): boolean {
  const isDelivery = ({ allows, actions, principals }: StatementView) =>
    allows &&
    actions.some((action) => action.toLowerCase() === "s3:putobject") &&
    principals.some(({ type, value }) => type === "Service" || value === "*");
  if (statements.some(isDelivery)) return false;
  const bucket = bucketNamed(stack, resource.content.bucket);
  return bucket === undefined || purposeOf(stack, bucket) === "data";
}

/** Whether a policy is that of a trail's bucket that is to stay. */
function isTrail({ stack, resource }: PolicyView): boolean {
  const bucket = bucketNamed(stack, resource.content.bucket);
  if (bucket === undefined || purposeOf(stack, bucket) !== "trail") return false;
  return JSON.stringify(bucket.content.lifecycle ?? {}).includes('"prevent_destroy":true');
}

/** Whether a statement is about a bucket, or with "/*" about what is in it. */
function covers({ resources }: StatementView, { stack, resource, statements }: PolicyView, end: "" | "/*"): boolean {
  const name = bucketInPolicy(statements) ?? bucketNamed(stack, resource.content.bucket)?.content.bucket;
  if (typeof name !== "string") return resources.some((one) => one.endsWith("/*") === (end === "/*"));
  return resources.some((one) => /^arn:[^:]+:s3:::(.+)$/.exec(one)?.[1] === `${name}${end}`);
}
