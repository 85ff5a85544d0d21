import { matchesAction } from "../glob";
import type { StatementRule } from "../rule";
import type { ConditionView, StatementView } from "../statement-view";
import { ACCOUNT } from "./example-arns";
import { isPositive } from "./principals";

const SOURCE_ACCOUNT = "aws:SourceAccount";
const SOURCE_ARN = "aws:SourceArn";

/** Keys that say for which account or resource a service asks: one of them, whatever the service is. */
const SOURCE_KEYS = [SOURCE_ACCOUNT, SOURCE_ARN, "aws:SourceOrgID", "kms:EncryptionContext:"];

/** What requests of a service say of what they are for. */
interface ServiceKeys {
  /** What its principal begins with. */
  readonly service: string;
  /** An action of which they say it. Default: all. */
  readonly action?: string;
  readonly keys: readonly string[];
}

/**
 * Sources: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail" and "Configure AWS KMS key policies for
 * CloudTrail"; S3 User Guide, "Enabling Amazon S3 server access logging"; CloudWatch Logs User Guide, "Encrypt log data in
 * CloudWatch Logs using AWS Key Management Service"; VPC User Guide, "IAM role for publishing flow logs to CloudWatch Logs";
 * SageMaker Developer Guide, "Cross-service confused deputy prevention"; CloudWatch User Guide, "Using Amazon CloudWatch
 * alarms".
 */
const OF_SERVICES: readonly ServiceKeys[] = [
  { service: "cloudtrail.", keys: [SOURCE_ARN] },
  { service: "cloudtrail.", action: "kms:GenerateDataKey", keys: ["kms:EncryptionContext:aws:cloudtrail:arn"] },
  { service: "cloudtrail.", action: "s3:PutObject", keys: ["s3:x-amz-acl"] },
  { service: "cloudwatch.", keys: [SOURCE_ACCOUNT, SOURCE_ARN] },
  { service: "logging.s3.", keys: [SOURCE_ACCOUNT, SOURCE_ARN] },
  { service: "logs.", keys: ["kms:EncryptionContext:aws:logs:arn"] },
  { service: "sagemaker.", keys: [SOURCE_ACCOUNT, SOURCE_ARN] },
  { service: "vpc-flow-logs.", keys: [SOURCE_ACCOUNT, SOURCE_ARN] },
];

/**
 * A service acts for whoever asks it to, in any account. A role's trust must name the account; the policy of a resource may
 * name the source in another way.
 */
export const confusedDeputy: StatementRule = {
  id: "aws-iam-confused-deputy",
  severity: "high",
  title: "Services are let in for what is the account's own.",
  reason: "A service acts for whoever asks it to, in any account, and would do so with this role, key or bucket.",
  fix: 'add conditions, as in "StringEquals": {"aws:SourceAccount": "<account>"} and "ArnLike": {"aws:SourceArn": "<arn>"}',
  source: "IAM User Guide: The confused deputy problem",
  controls: ["MCSB IM-7"],
  uses: ["trust", "resource"],
  example: {
    kind: "key",
    wrong: alarms({ StringEquals: { [SOURCE_ACCOUNT]: ACCOUNT } }),
    right: alarms({
      StringEquals: { [SOURCE_ACCOUNT]: ACCOUNT },
      ArnLike: { [SOURCE_ARN]: `arn:aws:cloudwatch:eu-central-1:${ACCOUNT}:alarm:mlp-dev-acme--*` },
    }),
  },
  check: (statement, { use }) => {
    if (!statement.allows) return [];
    return statement.principals
      .filter(({ type }) => type === "Service")
      .flatMap(({ value }) => {
        const missing = missingKeys(statement, value, use);
        return missing.length === 0 ? [] : [{ value, must: `must come with a condition on ${missing.join(" and ")}` }];
      });
  },
};

function missingKeys({ actions, conditions }: StatementView, service: string, use: string): string[] {
  const known = OF_SERVICES.filter(
    (row) =>
      service.startsWith(row.service) &&
      (row.action === undefined || actions.some((action) => action !== "*" && matchesAction(action, row.action ?? ""))),
  ).flatMap(({ keys }) => keys);
  const needed = new Set([...(use === "trust" ? [SOURCE_ACCOUNT] : []), ...known]);
  if (needed.size > 0) return [...needed].filter((key) => !conditions.some((condition) => holds(condition, key)));
  return conditions.some((condition) => SOURCE_KEYS.some((key) => holds(condition, key))) ? [] : ["aws:SourceAccount"];
}

/** Whether a condition holds a key to values that name an account, if they are ARNs that have one. */
function holds(condition: ConditionView, key: string): boolean {
  const isOfKey = key.endsWith(":")
    ? condition.key.toLowerCase().startsWith(key.toLowerCase())
    : condition.key.toLowerCase() === key.toLowerCase();
  return isOfKey && isPositive(condition) && !condition.values.some((value) => /^arn:([^:]*:){3}[*?]/.test(value));
}

function alarms(Condition: object) {
  const Principal = { Service: "cloudwatch.amazonaws.com" };
  return { Effect: "Allow", Principal, Action: "kms:Decrypt", Resource: "*", Condition };
}
