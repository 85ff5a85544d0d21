import type { Conditions, Statement } from "./policy";

const SSE = "s3:x-amz-server-side-encryption";
const SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const SSE_CUSTOMER = "s3:x-amz-server-side-encryption-customer-algorithm";

/** Nothing on a bucket, or in it, by any request of which the conditions are true. */
export function deniedOnBucket(sid: string, bucketArn: string, conditions: Conditions): Statement {
  return {
    Sid: sid,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: conditions,
  };
}

/** Nothing without TLS. */
export function bucketTlsOnly(bucketArn: string): Statement {
  return deniedOnBucket("TlsOnly", bucketArn, { Bool: { "aws:SecureTransport": "false" } });
}

/**
 * Nothing is written with another encryption than the bucket's key. Who names none gets the bucket's default, which is
 * that key; `Null` and not `IfExists`, which would deny those too. Who names KMS without a key would get the key that AWS
 * manages, so that is denied as well (S3 API reference, "PutObject").
 */
export function bucketEncryption(bucketArn: string, keyArn: string): Statement[] {
  const denied = { Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: `${bucketArn}/*` } as const;
  return [
    { Sid: "KmsOnly", ...denied, Condition: { Null: { [SSE]: "false" }, StringNotEquals: { [SSE]: "aws:kms" } } },
    { Sid: "OwnKeyOnly", ...denied, Condition: { Null: { [SSE_KEY]: "false" }, ArnNotEquals: { [SSE_KEY]: keyArn } } },
    { Sid: "NotAwsKey", ...denied, Condition: { Null: { [SSE]: "false", [SSE_KEY]: "true" } } },
    { Sid: "NotCustomerKey", ...denied, Condition: { Null: { [SSE_CUSTOMER]: "false" } } },
  ];
}

/**
 * Nothing by anybody but certain roles. Services of AWS that come with a principal of their own, as CloudTrail does, are
 * kept out too; those that come with a role are seen as that role.
 *
 * @param roleArns the ARNs of the roles, which need not exist
 */
export function bucketPrincipals(bucketArn: string, roleArns: readonly string[]): Statement {
  return deniedOnBucket("PrincipalsOnly", bucketArn, { ArnNotEquals: { "aws:PrincipalArn": roleArns } });
}
