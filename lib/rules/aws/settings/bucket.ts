import { companion, type Companion } from "../../companion";
import { absent, is } from "../../expectation";
import type { Rule } from "../../rule";
import { type Setting, settings } from "../../setting";
import { purposeOf } from "./bucket-purpose";

const USER_GUIDE = "Amazon S3 User Guide";
const PUBLIC_ACCESS = `${USER_GUIDE}: Blocking public access to your Amazon S3 storage`;

/** A bucket is whole with these: S3 and Terraform have a resource for each. */
const COMPANIONS: readonly Omit<Companion, "of" | "by">[] = [
  {
    id: "aws-bucket-public-access-block",
    severity: "critical",
    title: "Every bucket has a block of public access.",
    needs: "aws_s3_bucket_public_access_block",
    reason: "One policy or access control list too many would open it to everybody.",
    source: `${PUBLIC_ACCESS}; CKV2_AWS_6`,
    controls: ["FSBP S3.8", "CIS AWS 5.0.0 2.1.4", "Security Hub CloudTrail.6"],
  },
  {
    id: "aws-bucket-ownership",
    severity: "high",
    title: "Every bucket says who owns its objects.",
    needs: "aws_s3_bucket_ownership_controls",
    reason: "Terraform would not see access control lists that somebody turns on.",
    source: `${USER_GUIDE}: Controlling ownership of objects and disabling ACLs for your bucket; CKV2_AWS_65`,
    controls: ["FSBP S3.12"],
  },
  {
    id: "aws-bucket-encryption",
    severity: "medium",
    title: "Every bucket says what it encrypts with.",
    needs: "aws_s3_bucket_server_side_encryption_configuration",
    reason: "S3 would encrypt with a key of its own, which nobody can take away.",
    source: `${USER_GUIDE}: Setting default server-side encryption behavior for Amazon S3 buckets; CKV_AWS_145`,
    controls: ["Security Hub S3.17"],
  },
  {
    id: "aws-bucket-versions",
    severity: "medium",
    title: "Every bucket keeps what is overwritten.",
    needs: "aws_s3_bucket_versioning",
    reason: "What is deleted or overwritten by mistake would be gone.",
    source: `${USER_GUIDE}: Retaining multiple versions of objects with S3 Versioning; CKV_AWS_21`,
    controls: ["Security Hub S3.14"],
  },
  {
    id: "aws-bucket-policy",
    severity: "high",
    title: "Every bucket has a policy.",
    needs: "aws_s3_bucket_policy",
    reason: "Whoever has wide rights in the account could read it, also without TLS.",
    source: `${USER_GUIDE}: Bucket policies for Amazon S3`,
    controls: ["FSBP S3.5", "FSBP S3.6"],
  },
  {
    id: "aws-bucket-lifecycle",
    severity: "low",
    title: "Every bucket deletes old versions after some time.",
    needs: "aws_s3_bucket_lifecycle_configuration",
    reason: "What a tenant deletes would be kept and paid for without end.",
    source: `${USER_GUIDE}: Managing the lifecycle of objects; CKV2_AWS_61`,
    controls: ["FSBP S3.13", "Security Hub S3.10"],
  },
  {
    id: "aws-bucket-access-logs",
    severity: "medium",
    title: "Every bucket has a log of the requests to it.",
    needs: "aws_s3_bucket_logging",
    when: (bucket, stack) => purposeOf(stack, bucket) !== "access-logs",
    reason: "Nobody could tell afterwards who has read the data, nor who was refused.",
    source: `${USER_GUIDE}: Logging requests with server access logging; CKV_AWS_18`,
    controls: ["FSBP S3.9", "Security Hub CloudTrail.7", "CIS AWS 5.0.0 3.4"],
  },
];

const BLOCKS = {
  block_public_acls: "Access control lists that open something to everybody are refused",
  block_public_policy: "Policies that open a bucket to everybody are refused",
  ignore_public_acls: "Access control lists that open something to everybody have no effect",
  restrict_public_buckets: "A bucket with an open policy answers its own account only",
} as const;

/** The same four switches are for one bucket and for all of an account. */
function blocks(of: "bucket" | "account"): Setting[] {
  return Object.entries(BLOCKS).map(([argument, what]) => ({
    id: `aws-${of}-${argument.replaceAll("_", "-")}`,
    severity: "critical",
    title: `${what} (${argument} of ${of === "bucket" ? "a bucket" : "an account"}).`,
    argument,
    must: is(true),
    reason: "One policy or access control list too many would open data to everybody.",
    source: `${PUBLIC_ACCESS}; CKV_AWS_53 to 56`,
    controls: [of === "bucket" ? "FSBP S3.8" : "FSBP S3.1", "CIS AWS 5.0.0 2.1.4"],
  }));
}

/** Buckets: everything beside them that makes them private, encrypted and recoverable. */
export const BUCKET: readonly Rule[] = [
  ...COMPANIONS.map((one) => companion({ ...one, of: "aws_s3_bucket", by: "bucket" })),
  ...settings("aws_s3_bucket_public_access_block", blocks("bucket")),
  ...settings("aws_s3_account_public_access_block", blocks("account")),
  ...settings("aws_s3_bucket_ownership_controls", [
    {
      id: "aws-bucket-owner-enforced",
      severity: "high",
      title: "The owner of a bucket owns all objects in it.",
      argument: "rule.object_ownership",
      must: is("BucketOwnerEnforced", "ObjectWriter"),
      reason:
        "Who writes an object could give it to others by an access control list, whatever the bucket policy says.",
      source: `${USER_GUIDE}: Controlling ownership of objects and disabling ACLs for your bucket; CKV2_AWS_65`,
      controls: ["FSBP S3.12"],
    },
  ]),
  ...settings("aws_s3_bucket_versioning", [
    {
      id: "aws-bucket-versioning",
      severity: "medium",
      title: "Versioning of buckets is on.",
      argument: "versioning_configuration.status",
      must: is("Enabled", "Suspended"),
      reason: "What is deleted or overwritten by mistake would be gone.",
      source: `${USER_GUIDE}: Retaining multiple versions of objects with S3 Versioning; CKV_AWS_21`,
      controls: ["Security Hub S3.14"],
    },
  ]),
  ...settings("aws_s3_bucket_acl", [
    {
      id: "aws-bucket-acl",
      severity: "critical",
      title: "No access control list opens a bucket.",
      argument: "acl",
      must: is("private", "public-read"),
      reason: "An access control list gives objects to others, whatever the bucket policy says.",
      source: `${USER_GUIDE}: Access control list (ACL) overview; CKV_AWS_20, CKV_AWS_57`,
      controls: ["FSBP S3.12", "FSBP S3.2", "FSBP S3.3"],
    },
  ]),
  ...settings("aws_s3_bucket", [
    {
      id: "aws-bucket-inline-acl",
      severity: "critical",
      title: "Buckets have no access control list in their own arguments.",
      argument: "acl",
      must: absent("public-read"),
      reason: "An access control list gives objects to others, whatever the bucket policy says.",
      source: `${USER_GUIDE}: Access control list (ACL) overview; CKV_AWS_20, CKV_AWS_57`,
      controls: ["FSBP S3.12", "FSBP S3.2", "FSBP S3.3"],
    },
    {
      id: "aws-bucket-website",
      severity: "high",
      title: "No bucket is a web site.",
      argument: "website",
      must: absent({ index_document: "index.html" }),
      reason: "Web sites of S3 answer without TLS, and to everybody who knows the name.",
      source: `${USER_GUIDE}: Website endpoints`,
      controls: ["FSBP S3.2", "FSBP S3.5"],
    },
  ]),
];
