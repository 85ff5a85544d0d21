import { KEY_USE } from "../key-statements";
import { type PolicyDocument, policy, type Statement } from "../policy";
import type { TenantScope } from "../tenant-scope";

/** Data in the tenant's bucket under the tenant's key, its images and its parameters. */
export function dataPolicy(scope: TenantScope): PolicyDocument {
  return policy(...data(scope), ...images(scope));
}

function data({ tenant, keyArn }: TenantScope): Statement[] {
  const { bucket, modelObjects, parameters } = tenant;
  return [
    {
      Sid: "Bucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions"],
      Resource: bucket.arn,
    },
    {
      // Versions can be read and not deleted: what is overwritten or deleted can be restored.
      Sid: "Objects",
      Effect: "Allow",
      Action: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
      ],
      Resource: `${bucket.arn}/*`,
    },
    ...(modelObjects.length === 0
      ? []
      : [{ Sid: "ModelsElsewhere", Effect: "Allow", Action: "s3:GetObject", Resource: modelObjects } as const]),
    {
      Sid: "Key",
      Effect: "Allow",
      Action: KEY_USE,
      Resource: keyArn,
    },
    {
      // For the volumes of notebooks, jobs and endpoints.
      Sid: "KeyForVolumes",
      Effect: "Allow",
      Action: "kms:CreateGrant",
      Resource: keyArn,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    {
      Sid: "Parameters",
      Effect: "Allow",
      Action: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
      Resource: [parameters.arn, parameters.pattern],
    },
  ];
}

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

function images({ tenant: { repository } }: TenantScope): Statement[] {
  return [
    {
      Sid: "Images",
      Effect: "Allow",
      Action: [
        ...PULL,
        "ecr:CompleteLayerUpload",
        "ecr:DescribeImages",
        "ecr:InitiateLayerUpload",
        "ecr:ListImages",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ],
      Resource: repository.pattern,
    },
    ...(repository.others.length === 0
      ? []
      : [{ Sid: "ImagesElsewhere", Effect: "Allow", Action: PULL, Resource: repository.others } as const]),
    // The token opens nothing by itself: it holds the rights of whoever asked for it. ECR has no narrower resource.
    { Sid: "RegistryToken", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
  ];
}
