import type { Rule } from "../../rule";

/** What AWS names log groups of its services after, and where it is said which group is written to. */
const PLACES = [
  { type: "aws_cloudtrail", argument: "cloud_watch_logs_group_arn", service: "cloudtrail" },
  { type: "aws_flow_log", argument: "log_destination", service: "vpc" },
] as const;

const trailTo = (name: string) => ({
  resource: {
    aws_cloudwatch_log_group: { example: { name } },
    aws_cloudtrail: { example: { cloud_watch_logs_group_arn: "${aws_cloudwatch_log_group.example.arn}:*" } },
  },
});

/** Rights to log groups are given by their names. */
export const LOG_DESTINATION: Rule = {
  id: "aws-log-destination",
  severity: "medium",
  title: "No service of AWS writes to a log group that is another one's.",
  reason: "Tenants read their streams of SageMaker's groups, and the role that writes has rights to one group only.",
  fix: "refer to the log group that is named after the service",
  source: "Amazon CloudWatch Logs User Guide: AWS services that publish logs to CloudWatch Logs",
  controls: ["MCSB LT-5"],
  example: { wrong: trailTo("/aws/sagemaker/TrainingJobs"), right: trailTo("/aws/cloudtrail/mlp-dev-trail") },
  *check(stack) {
    for (const { type, argument, service } of PLACES) {
      for (const resource of stack.resources(type)) {
        const found = resource.content[argument];
        const [, owner = service] = /^\/aws\/([^/]+)\//.exec(String(stack.target(found)?.content.name)) ?? [];
        if (owner !== service) yield { resource, argument, found, must: `must be a log group of ${service}` };
      }
    }
  },
};
