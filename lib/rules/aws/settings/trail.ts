import type { Tree } from "../../../terraform/tree";
import { list, maps } from "../../blocks";
import { type Expectation, is, refersTo } from "../../expectation";
import { settings } from "../../setting";
import { OWN_KEY, OWN_ROLE } from "./reference-types";

const USER_GUIDE = "AWS CloudTrail User Guide";
const SELECTORS = "AWS CloudTrail API Reference: AdvancedEventSelector";

/** Buckets that everything recorded is written to: recording them would never end. */
const IGNORED = [/--trail-[a-z0-9]{5}\/$/, /--access-logs-[a-z0-9]{5}\/$/];

/** What is said of one field of a selector. */
function fieldOf(selector: Tree, field: string): Tree | undefined {
  return maps(selector.field_selector).find((one) => one.field === field);
}

function isOf(selector: Tree, field: string, value: string): boolean {
  const { equals } = fieldOf(selector, field) ?? {};
  return list(equals).includes(value);
}

function isManagement(selector: Tree): boolean {
  return isOf(selector, "eventCategory", "Management") && maps(selector.field_selector).length === 1;
}

/** The beginning of the names of all buckets of a platform or a tenant: it ends before their two dashes. */
const RECORDED = /^arn:aws[a-z-]*:s3:::[a-z0-9]+(-[a-z0-9]+)+-$/;

function isObjects(selector: Tree): boolean {
  const arns = fieldOf(selector, "resources.ARN");
  const ignored = list(arns?.not_starts_with).map(String);
  return (
    isOf(selector, "eventCategory", "Data") &&
    isOf(selector, "resources.type", "AWS::S3::Object") &&
    maps(selector.field_selector).length === 3 &&
    list(arns?.starts_with).some((arn) => RECORDED.test(String(arn))) &&
    ignored.every((arn) => IGNORED.some((form) => form.test(arn))) &&
    IGNORED.every((form) => ignored.some((arn) => form.test(arn)))
  );
}

const MANAGEMENT = [{ field_selector: [{ field: "eventCategory", equals: ["Management"] }] }];
const OBJECTS = [
  {
    field_selector: [
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: ["AWS::S3::Object"] },
      {
        field: "resources.ARN",
        starts_with: ["arn:aws:s3:::mlp-dev-"],
        not_starts_with: ["arn:aws:s3:::mlp-dev--trail-aaaaa/", "arn:aws:s3:::mlp-dev--access-logs-bbbbb/"],
      },
    ],
  },
];

const recordsManagement: Expectation = {
  must: 'must have one whose only field is eventCategory, "Management"',
  holds: (selectors) => maps(selectors).some(isManagement),
  right: [...MANAGEMENT, ...OBJECTS],
  wrong: OBJECTS,
};

const recordsObjects: Expectation = {
  must:
    'must have one for "Data" of "AWS::S3::Object" whose resources.ARN starts with the names of all buckets of the platform or ' +
    "the tenant, and leaves out those of the trail and of access logs only",
  holds: (selectors) => maps(selectors).some(isObjects),
  right: [...MANAGEMENT, ...OBJECTS],
  wrong: MANAGEMENT,
};

/** Audit trails: everything that happens in the account, where nobody changes it unseen. */
export const TRAIL = settings("aws_cloudtrail", [
  {
    id: "aws-trail-regions",
    severity: "high",
    title: "Audit trails have every region.",
    argument: "is_multi_region_trail",
    must: is(true),
    reason: "An attacker who wants to stay unseen works in a region that nobody looks at.",
    source: `${USER_GUIDE}: Understanding multi-Region trails and opt-in Regions; CKV_AWS_67`,
    controls: ["FSBP CloudTrail.1", "CIS AWS 5.0.0 3.1"],
  },
  {
    id: "aws-trail-global-events",
    severity: "high",
    title: "Audit trails have what happens in services without a region.",
    argument: "include_global_service_events",
    must: is(true),
    reason: "IAM is one of them: nobody would see who changed a role.",
    source: `${USER_GUIDE}: About global service events`,
    controls: ["FSBP CloudTrail.1"],
  },
  {
    id: "aws-trail-logging",
    severity: "high",
    title: "Audit trails are written.",
    argument: "enable_logging",
    must: is(true),
    mayBeAbsent: true,
    reason: "A trail that is off has nothing.",
    source: `${USER_GUIDE}: Turning off logging for a trail; CKV_AWS_251`,
    controls: ["Security Hub CloudTrail.3"],
  },
  {
    id: "aws-trail-validation",
    severity: "medium",
    title: "Changed files of an audit trail can be found.",
    argument: "enable_log_file_validation",
    must: is(true),
    reason: "Whoever can write to the bucket could remove the record of it, and nobody would notice.",
    source: `${USER_GUIDE}: Validating CloudTrail log file integrity; CKV_AWS_36`,
    controls: ["FSBP CloudTrail.4", "CIS AWS 5.0.0 3.2"],
  },
  {
    id: "aws-trail-key",
    severity: "medium",
    title: "Audit trails are encrypted with a key of their stack.",
    argument: "kms_key_id",
    must: OWN_KEY,
    reason: "Whoever may read the bucket would read who did what.",
    source: `${USER_GUIDE}: Encrypting CloudTrail log files, digest files, and event data stores with AWS KMS keys (SSE-KMS); CKV_AWS_35`,
    controls: ["FSBP CloudTrail.2", "CIS AWS 5.0.0 3.5"],
  },
  {
    id: "aws-trail-bucket",
    severity: "high",
    title: "Audit trails are kept in a bucket of their stack.",
    argument: "s3_bucket_name",
    must: refersTo(["aws_s3_bucket_policy", "aws_s3_bucket"], "bucket"),
    reason: "Who can change or delete the files of another bucket is not known.",
    source: `${USER_GUIDE}: Amazon S3 bucket policy for CloudTrail`,
    controls: ["MCSB LT-5"],
  },
  {
    id: "aws-trail-log-group",
    severity: "medium",
    title: "Audit trails also go to a log group of their stack.",
    argument: "cloud_watch_logs_group_arn",
    must: refersTo(["aws_cloudwatch_log_group"], "arn"),
    reason: "Files in a bucket cannot be watched, and are hard to search.",
    source: `${USER_GUIDE}: Sending events to CloudWatch Logs; CKV2_AWS_10`,
    controls: ["FSBP CloudTrail.5"],
  },
  {
    id: "aws-trail-role",
    severity: "medium",
    title: "Audit trails are written to their log group with a role of their stack.",
    argument: "cloud_watch_logs_role_arn",
    must: OWN_ROLE,
    reason: "Without the role nothing is written there, and with another one AWS has that one's rights.",
    source: `${USER_GUIDE}: Role policy document for CloudTrail to use CloudWatch Logs for monitoring`,
    controls: ["FSBP CloudTrail.5"],
  },
  {
    id: "aws-trail-management",
    severity: "high",
    title: "Audit trails have all calls that read or change settings.",
    argument: "advanced_event_selector",
    must: recordsManagement,
    fix: 'add a selector with eventCategory "Management" alone',
    reason: "Nobody would see who changed what.",
    source: SELECTORS,
    controls: ["FSBP CloudTrail.1"],
  },
  {
    id: "aws-trail-objects",
    severity: "medium",
    title: "Audit trails have every use of an object in tenants' buckets.",
    argument: "advanced_event_selector",
    must: recordsObjects,
    fix: 'add a selector with eventCategory "Data", resources.type "AWS::S3::Object" and the ARNs of those buckets',
    reason: "Nobody could tell afterwards who has read or deleted a tenant's data.",
    source: SELECTORS,
    controls: ["Security Hub S3.22", "Security Hub S3.23", "CIS AWS 5.0.0 3.8", "CIS AWS 5.0.0 3.9"],
  },
]);
