import { SHARED_LOG_GROUPS, STUDIO_LOG_GROUP } from "../../../blueprint/aws-log-groups";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";

const SAGEMAKER_LOGS: readonly string[] = [...SHARED_LOG_GROUPS, STUDIO_LOG_GROUP];

const accountWith = (...groups: string[]) => ({
  resource: {
    aws_vpc: { example: {} },
    aws_cloudtrail: { example: {} },
    aws_cloudwatch_log_group: Object.fromEntries(groups.map((name, index) => [`group${index}`, { name }])),
  },
});

/** A stack with a network is that of an account in which tenants work. */
export const ACCOUNT: readonly Rule[] = [
  {
    id: "aws-account-trail",
    severity: "high",
    title: "Every account in which tenants work has an audit trail.",
    reason: "Nobody could tell afterwards who did what.",
    fix: "add an aws_cloudtrail",
    source: "AWS CloudTrail User Guide: Creating a trail for your AWS account",
    controls: ["FSBP CloudTrail.1", "Security Hub CloudTrail.3"],
    example: { wrong: { resource: { aws_vpc: { example: {} } } }, right: accountWith() },
    *check(stack) {
      if (stack.resources("aws_cloudtrail").length > 0) return;
      for (const resource of stack.resources("aws_vpc")) {
        yield { resource, argument: "", found: undefined, must: "must have an aws_cloudtrail beside it" };
      }
    },
  },
  {
    id: "aws-account-sagemaker-logs",
    severity: "medium",
    title: "Every account in which tenants work has the log groups that SageMaker writes to.",
    reason: "SageMaker would make them itself, without a key and without an end of retention.",
    fix: "add an aws_cloudwatch_log_group for each",
    source: "Amazon SageMaker AI Developer Guide: CloudWatch Logs for Amazon SageMaker AI",
    controls: ["MCSB LT-3"],
    example: { wrong: accountWith(...SAGEMAKER_LOGS.slice(1)), right: accountWith(...SAGEMAKER_LOGS) },
    *check(stack) {
      const names = logGroupNames(stack);
      const missing = SAGEMAKER_LOGS.filter((name) => !names.includes(name));
      if (missing.length === 0) return;
      for (const resource of stack.resources("aws_vpc")) {
        const must = `must have beside it the log groups ${missing.join(", ")}`;
        yield { resource, argument: "", found: undefined, must };
      }
    },
  },
];

function logGroupNames(stack: Stack): unknown[] {
  return stack.resources("aws_cloudwatch_log_group").map(({ content }) => content.name);
}
