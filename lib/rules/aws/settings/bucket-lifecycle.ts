import { maps, valuesAt } from "../../blocks";
import { atLeast, atMost, type Expectation } from "../../expectation";
import type { Rule } from "../../rule";
import { settings } from "../../setting";
import type { Tree } from "../../../terraform/tree";

const SOURCE = "Amazon S3 User Guide: Managing the lifecycle of objects";

/** Fewer days leave no time to see that something is gone. */
const NONCURRENT_DAYS = 30;
/** Parts of uploads are no use after that. */
const UNFINISHED_DAYS = 7;
/** A year of logs, as CKV_AWS_338 asks. */
const EXPIRY_DAYS = 365;

const WHOLE_RULE: Tree = {
  status: "Enabled",
  filter: [{ prefix: "" }],
  abort_incomplete_multipart_upload: [{ days_after_initiation: UNFINISHED_DAYS }],
  noncurrent_version_expiration: [{ noncurrent_days: NONCURRENT_DAYS }],
};

const ofWhole: Expectation = {
  must:
    "must have a rule for the whole bucket that is Enabled, aborts uploads after " +
    `${UNFINISHED_DAYS} days or less, and expires noncurrent versions after ${NONCURRENT_DAYS} days or more`,
  holds: (rules) => maps(rules).some(isWhole),
  right: [WHOLE_RULE],
  wrong: [{ ...WHOLE_RULE, status: "Disabled" }],
};

/** A filter without a prefix, tag or size is that of the whole bucket. */
function isWhole(rule: Tree): boolean {
  const days = (argument: string, { holds }: Expectation) =>
    valuesAt(rule, argument).every(({ value }) => holds(value));
  return (
    rule.status === "Enabled" &&
    maps(rule.filter).every((filter) => Object.values(filter).every((value) => value === "" || value === null)) &&
    (rule.prefix === undefined || rule.prefix === "") &&
    days("abort_incomplete_multipart_upload.days_after_initiation", atMost(UNFINISHED_DAYS)) &&
    days("noncurrent_version_expiration.noncurrent_days", atLeast(NONCURRENT_DAYS))
  );
}

/** What buckets delete by themselves. */
export const BUCKET_LIFECYCLE: readonly Rule[] = settings("aws_s3_bucket_lifecycle_configuration", [
  {
    id: "aws-bucket-lifecycle-whole",
    severity: "medium",
    title: "Old versions and unfinished uploads of a whole bucket are deleted after some days.",
    argument: "rule",
    must: ofWhole,
    fix: "add an Enabled rule without a filter that aborts uploads and expires noncurrent versions",
    reason: "Deleted data would be kept without end, or be gone before somebody sees that it was deleted by mistake.",
    source: `${SOURCE}; CKV_AWS_300`,
    controls: ["FSBP S3.13", "Security Hub S3.10"],
  },
  {
    id: "aws-bucket-lifecycle-expiry",
    severity: "medium",
    title: "No bucket deletes what is younger than a year.",
    argument: "rule.expiration?.days",
    must: atLeast(EXPIRY_DAYS),
    mayBeAbsent: true,
    reason: "Logs would be gone when somebody looks for what happened, and data while it is used.",
    source: SOURCE,
    controls: ["MCSB LT-6"],
  },
]);
