import { atLeast, is } from "../../expectation";
import { settings } from "../../setting";
import { OWN_KEY } from "./reference-types";

const USER_GUIDE = "Amazon CloudWatch Logs User Guide";

const aYear = atLeast(365);

/** Log groups: a year of logs, encrypted with a key of their stack. */
export const LOG_GROUP = settings("aws_cloudwatch_log_group", [
  {
    id: "aws-log-group-retention",
    severity: "medium",
    title: "Logs are kept for a year at least.",
    argument: "retention_in_days",
    // Zero is for ever.
    must: {
      ...aYear,
      must: "must be 365 or more, or 0 for ever",
      holds: (days) => String(days) === "0" || aYear.holds(days),
    },
    reason: "What happened is often looked for months later.",
    source: `${USER_GUIDE}: Change log data retention in CloudWatch Logs; CKV_AWS_338`,
    controls: ["Security Hub CloudWatch.16"],
  },
  {
    id: "aws-log-group-key",
    severity: "medium",
    title: "Logs are encrypted with a key of their stack.",
    argument: "kms_key_id",
    must: OWN_KEY,
    reason: "Logs hold what models are asked; with a key of AWS's whoever may read the group reads them.",
    source: `${USER_GUIDE}: Encrypt log data in CloudWatch Logs using AWS Key Management Service; CKV_AWS_158`,
    controls: ["MCSB DP-5"],
  },
  {
    id: "aws-log-group-deleted",
    severity: "low",
    title: "Log groups are deleted with their stack.",
    argument: "skip_destroy",
    must: is(false),
    mayBeAbsent: true,
    reason: "Logs of a tenant that is gone would stay, and a new one of that name could not be made.",
    source: "Terraform AWS provider: aws_cloudwatch_log_group, skip_destroy",
    controls: ["MCSB AM-3"],
  },
]);
