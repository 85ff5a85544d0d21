import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { ITerraformDependable } from "../terraform/cdktf";
import { bucketTlsOnly } from "./iam/bucket-statements";
import { policy, policyJson, type Statement } from "./iam/policy";

/** Days after which the parts of an upload that nobody finished are deleted. */
const UNFINISHED_DAYS = 7;

/** Days that overwritten and deleted objects can be restored, where nothing else is said. */
const NONCURRENT_DAYS = 90;

/** A bucket, and what is particular to it. */
export interface PrivateBucketProps {
  /** Its name, unique in all of AWS. */
  readonly name: string;
  /** The partition that its ARN begins with. */
  readonly partition: string;
  /** ARN of the key that it encrypts with. Default: a key of S3, which is all that a target of access logs can have. */
  readonly keyArn?: string;
  /** What its policy says beside that nothing goes without TLS. */
  readonly statements?: readonly Statement[];
  /** Where it is written who asked for what. Default: nowhere, for the bucket that such logs go to. */
  readonly accessLogs?: { readonly bucket: string; readonly prefix: string };
  /** Days after which objects are deleted. Default: never. */
  readonly expireAfterDays?: number;
  /** Days that overwritten and deleted objects are kept. Default: 90. */
  readonly noncurrentDays?: number;
  /** Whether it may be destroyed, with all that is in it. */
  readonly retiring: boolean;
}

/** A bucket that is never public, always encrypted, keeps old versions for a while, and answers over TLS only. */
export class PrivateBucket extends Construct {
  /** The bucket's name. */
  readonly name: string;
  /** The same, for what needs its policy to be there: a reference to the policy. */
  readonly nameWithPolicy: string;
  /** What must be there before the bucket is used: its policy, which is put on it last. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { name, partition, keyArn, statements = [], accessLogs, retiring } = props;
    const resource = new S3Bucket(this, "bucket", {
      bucket: name,
      ...(retiring ? { forceDestroy: true } : {}),
      lifecycle: { preventDestroy: !retiring },
    });
    this.name = resource.bucket;
    const bucket = resource.id;

    const companions = [
      new S3BucketPublicAccessBlock(this, "public-access", {
        bucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      }),
      new S3BucketOwnershipControls(this, "ownership", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } }),
      new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
        bucket,
        rule: [
          keyArn === undefined
            ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
            : {
                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
                bucketKeyEnabled: true,
              },
        ],
      }),
      ...this.versions(bucket, props),
      ...(accessLogs === undefined
        ? []
        : [
            new S3BucketLoggingA(this, "access-logs", {
              bucket,
              targetBucket: accessLogs.bucket,
              targetPrefix: accessLogs.prefix,
            }),
          ]),
    ];
    const bucketPolicy = new S3BucketPolicy(this, "policy", {
      bucket,
      policy: policyJson(policy(...statements, bucketTlsOnly(`arn:${partition}:s3:::${name}`))),
      dependsOn: companions,
    });
    this.ready = [bucketPolicy];
    this.nameWithPolicy = bucketPolicy.bucket;
  }

  private versions(bucket: string, { expireAfterDays, noncurrentDays = NONCURRENT_DAYS }: PrivateBucketProps) {
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    const lifecycle = new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket,
      rule: [
        {
          id: "expiry",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: UNFINISHED_DAYS }],
          noncurrentVersionExpiration: [{ noncurrentDays }],
          ...(expireAfterDays === undefined ? {} : { expiration: [{ days: expireAfterDays }] }),
        },
      ],
      dependsOn: [versioning],
    });
    return [versioning, lifecycle];
  }
}
