import type { Tree } from "../../../terraform/tree";
import { maps, valuesAt } from "../../blocks";
import { companion } from "../../companion";
import { is } from "../../expectation";
import type { Selection } from "../../selection";
import { settings } from "../../setting";
import { OWN_KEY } from "./reference-types";

const USER_GUIDE = "Amazon ECR User Guide";

/** Another kind of encryption takes no key, and is told itself. */
const TAKES_KEY: Selection = {
  has: ({ content }) =>
    valuesAt(content, "encryption_configuration.encryption_type").every(
      ({ value }) => value === undefined || value === "KMS",
    ),
  example: { resource: { aws_ecr_repository: { example: { encryption_configuration: { encryption_type: "KMS" } } } } },
};

/** Repositories of images: a tag never moves, every image is scanned, and the key is the tenant's. */
export const REPOSITORY = [
  ...settings("aws_ecr_repository", [
    {
      id: "aws-repository-tags",
      severity: "high",
      title: "A tag of an image never moves.",
      argument: "image_tag_mutability",
      must: is("IMMUTABLE", "MUTABLE"),
      reason: "Another image would run under the name of the one that was tried.",
      source: `${USER_GUIDE}: Preventing image tags from being overwritten in Amazon ECR; CKV_AWS_51`,
      controls: ["FSBP ECR.2"],
    },
    {
      id: "aws-repository-scan",
      severity: "medium",
      title: "Images are scanned when they arrive.",
      argument: "image_scanning_configuration.scan_on_push",
      must: is(true),
      reason: "Nobody would know that an image has a known weakness.",
      source: `${USER_GUIDE}: Scan images for software vulnerabilities in Amazon ECR; CKV_AWS_163`,
      controls: ["FSBP ECR.1", "MCSB DS-6", "MCSB PV-5"],
    },
    {
      id: "aws-repository-encryption",
      severity: "medium",
      title: "Images are encrypted with a key of KMS.",
      argument: "encryption_configuration.encryption_type",
      must: is("KMS", "AES256"),
      reason: "With a key of S3 whoever may pull gets the image; a key of KMS must be allowed too.",
      source: `${USER_GUIDE}: Encryption at rest; CKV_AWS_136`,
      controls: ["Security Hub ECR.5"],
    },
  ]),
  ...settings(
    "aws_ecr_repository",
    [
      {
        id: "aws-repository-key",
        severity: "medium",
        title: "Images are encrypted with a key of their stack.",
        argument: "encryption_configuration.kms_key",
        must: OWN_KEY,
        reason: "With a key of AWS's nobody can take the tenant's images away by taking the key away.",
        source: `${USER_GUIDE}: Encryption at rest; CKV_AWS_136`,
        controls: ["Security Hub ECR.5"],
      },
    ],
    TAKES_KEY,
  ),
  companion({
    id: "aws-repository-policy",
    severity: "high",
    title: "Every repository of images has a policy.",
    of: "aws_ecr_repository",
    needs: "aws_ecr_repository_policy",
    by: "repository",
    reason: "Whoever has wide rights in the account could push an image that a tenant then runs.",
    source: `${USER_GUIDE}: Private repository policies in Amazon ECR`,
    controls: ["MCSB DS-2"],
  }),
  companion({
    id: "aws-repository-lifecycle",
    severity: "low",
    title: "Every repository of images deletes what no tag points at.",
    of: "aws_ecr_repository",
    needs: "aws_ecr_lifecycle_policy",
    by: "repository",
    reason: "Images that nobody can name any more would be kept and paid for without end.",
    source: `${USER_GUIDE}: Automate the cleanup of images by using lifecycle policies in Amazon ECR`,
    controls: ["FSBP ECR.3"],
  }),
  ...settings("aws_ecr_lifecycle_policy", [
    {
      id: "aws-repository-lifecycle-untagged",
      fix: "write a rule of the lifecycle policy for images without a tag",
      severity: "medium",
      title: "Repositories delete no image that has a tag.",
      argument: "policy",
      must: {
        must: 'must be JSON whose rules all have "tagStatus": "untagged"',
        holds: (policy) => {
          const rules = rulesIn(policy);
          return rules.length > 0 && rules.every(({ selection }) => maps(selection)[0]?.tagStatus === "untagged");
        },
        right: JSON.stringify({ rules: [{ selection: { tagStatus: "untagged" } }] }),
        wrong: JSON.stringify({ rules: [{ selection: { tagStatus: "any" } }] }),
      },
      reason: "An endpoint could not start another instance when its image is gone.",
      source: `${USER_GUIDE}: Lifecycle policy properties in Amazon ECR`,
      controls: ["FSBP ECR.3"],
    },
  ]),
];

function rulesIn(policy: unknown): Tree[] {
  try {
    return maps((JSON.parse(String(policy)) as { rules?: unknown } | null)?.rules);
  } catch {
    return [];
  }
}
