import { awsArn } from "../../blueprint/aws-account";
import type { DeployBlueprint } from "../../blueprint/aws-deploy";
import { arnsOf, arnsOfTypes, bucketsOf, forTenant, grant, ofTenant } from "./deploy-statements";
import { KEY_USE_THROUGH } from "./key-statements";
import { type PolicyDocument, policy, type Statement } from "./policy";
import { studioFileSystemServices } from "./service-principals";

/** Where tenants' data is: keys, buckets, repositories, log groups, parameters. The data itself stays closed. */
export function deployDataPolicy(deploy: DeployBlueprint): PolicyDocument {
  const { tenants, repositories } = deploy;
  const { account } = tenants;
  const keys = arnsOfTypes(tenants, "kms", ["key/"]);
  const bucket = bucketsOf(tenants);
  return policy(
    grant("MakeKeys", "kms", ["CreateKey"], "*", forTenant(deploy)),
    grant("TagKeys", "kms", ["TagResource"], keys, forTenant(deploy)),
    // Not by its tags: KMS may take minutes to know those of a new key (KMS Developer Guide, "ABAC for AWS KMS").
    grant("StartKeys", "kms", ["CreateAlias", "EnableKeyRotation"], keys),
    grant("ChangeKeys", "kms", CHANGE_KEYS, keys, ofTenant(deploy)),
    grant("NameKeys", "kms", ["CreateAlias", "DeleteAlias", "UpdateAlias"], arnsOf(tenants, "kms", ["alias/"])),
    // SageMaker and ECR take a grant of the key from whoever makes something with it.
    grant("GrantKeysToServices", "kms", ["CreateGrant"], keys, {
      ...ofTenant(deploy),
      Bool: { "kms:GrantIsForAWSResource": "true" },
    }),
    grant("GiveGrantsBack", "kms", ["RetireGrant"], keys, ofTenant(deploy)),
    {
      Sid: "UseKeysForStudio",
      Effect: "Allow",
      Action: KEY_USE_THROUGH,
      Resource: keys,
      Condition: { StringEquals: { "kms:ViaService": studioFileSystemServices(account) } },
    },
    grant("ChangeBuckets", "s3", CHANGE_BUCKETS, bucket),
    grant("EmptyBuckets", "s3", ["DeleteObject", "DeleteObjectVersion"], `${bucket}/*`),
    grant("ChangeRepositories", "ecr", CHANGE_REPOSITORIES, awsArn(account, "ecr", `repository/${repositories}`)),
    grant(
      "ChangeLogGroups",
      "logs",
      CHANGE_LOG_GROUPS,
      arnsOf(tenants, "logs", ["log-group:/aws/sagemaker/Endpoints/"]),
    ),
    grant("ChangeParameters", "ssm", CHANGE_PARAMETERS, awsArn(account, "ssm", `parameter${tenants.parameters}`)),
    ...states(deploy),
  );
}

const CHANGE_KEYS = [
  "CancelKeyDeletion",
  "DeleteAlias",
  "DisableKey",
  "EnableKey",
  "PutKeyPolicy",
  "ScheduleKeyDeletion",
  "UntagResource",
  "UpdateAlias",
  "UpdateKeyDescription",
] as const;

const CHANGE_BUCKETS = [
  "CreateBucket",
  "DeleteBucket",
  "DeleteBucketPolicy",
  "ListBucketVersions",
  "PutBucketLogging",
  "PutBucketOwnershipControls",
  "PutBucketPolicy",
  "PutBucketPublicAccessBlock",
  "PutBucketTagging",
  "PutBucketVersioning",
  "PutEncryptionConfiguration",
  "PutLifecycleConfiguration",
  "TagResource",
  "UntagResource",
] as const;

const CHANGE_REPOSITORIES = [
  "CreateRepository",
  "DeleteLifecyclePolicy",
  "DeleteRepository",
  "DeleteRepositoryPolicy",
  "PutImageScanningConfiguration",
  "PutImageTagMutability",
  "PutLifecyclePolicy",
  "SetRepositoryPolicy",
  "TagResource",
  "UntagResource",
] as const;

const CHANGE_LOG_GROUPS = [
  "AssociateKmsKey",
  "CreateLogGroup",
  "DeleteLogGroup",
  "DeleteRetentionPolicy",
  "PutRetentionPolicy",
  "TagResource",
  "UntagResource",
] as const;

const CHANGE_PARAMETERS = ["AddTagsToResource", "DeleteParameter", "PutParameter", "RemoveTagsFromResource"] as const;

/** The states of tenants, where they are in S3, with their lock files. */
function states({ states: place }: DeployBlueprint): Statement[] {
  if (place === undefined) return [];
  const { bucketArn, keys, key } = place;
  return [
    grant("FindStates", "s3", ["ListBucket"], bucketArn, { StringLike: { "s3:prefix": keys } }),
    grant("KeepStates", "s3", ["DeleteObject", "GetObject", "PutObject"], `${bucketArn}/${keys}`),
    ...(key === undefined
      ? []
      : [
          grant("EncryptStates", "kms", ["Decrypt", "Encrypt", "GenerateDataKey"], key.arn, {
            StringEquals: { "kms:ViaService": key.service },
          }),
        ]),
  ];
}
