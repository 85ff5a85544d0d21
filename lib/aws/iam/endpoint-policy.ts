import { type AwsAccount, awsArn } from "../../blueprint/aws-account";
import type { InterfaceEndpointKey } from "../../blueprint/aws-network";
import { type PolicyDocument, policy, type Statement } from "./policy";

/** What goes through an interface endpoint: actions of one service. */
const ACTIONS: Readonly<Record<InterfaceEndpointKey, string>> = {
  "sagemaker.api": "sagemaker:*",
  "sagemaker.runtime": "sagemaker:*",
  studio: "sagemaker:*",
  notebook: "sagemaker:*",
  "ecr.api": "ecr:*",
  "ecr.dkr": "ecr:*",
  logs: "logs:*",
  monitoring: "cloudwatch:*",
  sts: "sts:*",
  kms: "kms:*",
  elasticfilesystem: "elasticfilesystem:*",
};

/** What pulls an image. */
const PULL = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:DescribeImages",
  "ecr:DescribeRepositories",
  "ecr:GetAuthorizationToken",
  "ecr:GetDownloadUrlForLayer",
  "ecr:ListImages",
] as const;

/** What reads an object, and finds it. */
const READ_OBJECTS = ["s3:GetObject", "s3:GetObjectVersion", "s3:GetBucketLocation", "s3:ListBucket"] as const;

/**
 * The policy of an interface endpoint: it carries the account's own principals to the account's own resources. Roles of
 * tenants are kept apart by their boundaries and not here, so that no tenant's file changes an endpoint.
 */
export function interfaceEndpointPolicy(account: AwsAccount, key: InterfaceEndpointKey): PolicyDocument {
  if (key === "studio" || key === "notebook") return policy(signedIn(account));
  const own = ownOnly(account, ACTIONS[key]);
  return key === "ecr.api" || key === "ecr.dkr" ? policy(own, ofOwnPrincipals(account, "Pull", PULL)) : policy(own);
}

/**
 * The policy of the gateway endpoint of S3. Data leaves through it to the account's own buckets only. It comes in from
 * others too, for models and images that a tenant's file names: which ones, the roles' own policies say.
 */
export function s3EndpointPolicy(account: AwsAccount): PolicyDocument {
  return policy(ownOnly(account, "s3:*"), ofOwnPrincipals(account, "Read", READ_OBJECTS), ofAws(account));
}

/**
 * Own principals, own resources. Some actions have no resource, such as listings and calls of STS, and then no account of
 * one either: `IfExists` lets them through.
 */
function ownOnly({ accountId }: AwsAccount, action: string): Statement {
  return {
    Sid: "OwnAccount",
    Effect: "Allow",
    Principal: "*",
    Action: action,
    Resource: "*",
    Condition: {
      StringEquals: { "aws:PrincipalAccount": accountId },
      StringEqualsIfExists: { "aws:ResourceAccount": accountId },
    },
  };
}

/** Own principals, resources of whatever account, such as AWS's Deep Learning Containers. */
function ofOwnPrincipals({ accountId }: AwsAccount, sid: string, actions: readonly string[]): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: "*",
    Action: actions,
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
  };
}

/**
 * Browsers with a presigned URL, at Studio and notebooks of the account. SageMaker checks each request as the one that made
 * the URL (API reference, "CreatePresignedNotebookInstanceUrl"); AWS's own examples of these two policies name resources
 * and no principal (Developer Guide, "Create a VPC endpoint policy for Amazon SageMaker notebook instances").
 */
function signedIn(account: AwsAccount): Statement {
  return {
    Sid: "OwnAccount",
    Effect: "Allow",
    Principal: "*",
    Action: "sagemaker:*",
    Resource: awsArn(account, "sagemaker", "*"),
    Condition: { StringEqualsIfExists: { "aws:PrincipalAccount": account.accountId } },
  };
}

/**
 * Objects in AWS's own buckets that requests come for which are not signed by the account: the layers of images (ECR User
 * Guide, "Minimum Amazon S3 bucket permissions for Amazon ECR") and the packages of Amazon Linux 2023, which notebooks run
 * on (Amazon Linux User Guide, "Amazon S3 bucket policy for AL2023 repositories").
 */
function ofAws({ partition, region }: AwsAccount): Statement {
  return {
    Sid: "OfAws",
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: [`prod-${region}-starport-layer-bucket`, `al2023-repos-${region}-de612dc2`].map(
      (bucket) => `arn:${partition}:s3:::${bucket}/*`,
    ),
  };
}
