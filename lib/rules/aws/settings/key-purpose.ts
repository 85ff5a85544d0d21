import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { bucketNamed, purposeOf } from "./bucket-purpose";
import { strays, type UsePlace, usesOf } from "./own-use";

const BUCKETS = {
  type: "aws_s3_bucket_server_side_encryption_configuration",
  argument: "rule.apply_server_side_encryption_by_default.kms_master_key_id",
};

/** Endpoints have log groups of their own; all others are of the account. */
const OF_ENDPOINT = "/aws/sagemaker/Endpoints/";

/** What one key encrypts: the data of the tenant, the audit trail, and the log groups of the account. */
const PURPOSES: readonly (readonly UsePlace[])[] = [
  [
    { type: "aws_sagemaker_notebook_instance", argument: "kms_key_id" },
    { type: "aws_sagemaker_domain", argument: "kms_key_id" },
    { type: "aws_sagemaker_endpoint_configuration", argument: "kms_key_arn" },
    { type: "aws_sagemaker_endpoint_configuration", argument: "data_capture_config?.kms_key_id" },
    { type: "aws_sagemaker_endpoint_configuration", argument: "async_inference_config?.output_config.kms_key_id" },
    { type: "aws_ecr_repository", argument: "encryption_configuration.kms_key" },
    { type: "aws_sns_topic", argument: "kms_master_key_id" },
    { type: "aws_ssm_parameter", argument: "key_id" },
    { type: "aws_cloudwatch_log_group", argument: "kms_key_id", when: isOfEndpoint },
    { ...BUCKETS, when: (encryption, stack) => bucketPurpose(stack, encryption) === "data" },
  ],
  [
    { type: "aws_cloudtrail", argument: "kms_key_id" },
    { ...BUCKETS, when: (encryption, stack) => bucketPurpose(stack, encryption) === "trail" },
  ],
  [{ type: "aws_cloudwatch_log_group", argument: "kms_key_id", when: isOfAccount }],
];

const keyed = (topicKey: string) => ({
  resource: {
    aws_kms_key: { tenant: {}, logs: {} },
    aws_sagemaker_notebook_instance: { example: { kms_key_id: "${aws_kms_key.tenant.arn}" } },
    aws_ecr_repository: { example: { encryption_configuration: [{ kms_key: "${aws_kms_key.tenant.arn}" }] } },
    aws_cloudwatch_log_group: { example: { name: "/aws/cloudtrail/x", kms_key_id: "${aws_kms_key.logs.arn}" } },
    aws_sns_topic: { example: { kms_master_key_id: `\${aws_kms_key.${topicKey}.arn}` } },
  },
});

/** Keys are what is taken away when somebody must not read something any more. */
export const KEY_PURPOSE: Rule = {
  id: "aws-key-purpose",
  severity: "high",
  title: "A tenant's data has the tenant's key, and the account's logs and audit trail have theirs.",
  reason:
    "AWS's services may use the keys of logs, and whoever works for the tenant its key: they would read the other.",
  fix: "refer to the key that the others have which hold the same",
  source: "AWS Key Management Service Developer Guide: Key policies in AWS KMS",
  controls: ["MCSB DP-6"],
  example: { wrong: keyed("logs"), right: keyed("tenant") },
  check: (stack) =>
    strays(
      PURPOSES.map((places) => usesOf(stack, places, "aws_kms_key")),
      "must be the key that the others have which hold the same",
    ),
};

function isOfAccount(group: Resource): boolean {
  return String(group.content.name).startsWith("/aws/") && !isOfEndpoint(group);
}

function isOfEndpoint({ content }: Resource): boolean {
  return String(content.name).startsWith(OF_ENDPOINT);
}

function bucketPurpose(stack: Stack, encryption: Resource) {
  const bucket = bucketNamed(stack, encryption.content.bucket);
  return bucket && purposeOf(stack, bucket);
}
