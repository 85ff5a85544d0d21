import { valuesAt } from "../../blocks";
import { is, matching, oneOf, present, refersTo } from "../../expectation";
import { each } from "../../list-expectation";
import type { Rule } from "../../rule";
import { settings } from "../../setting";

const CLOUDWATCH = "Amazon CloudWatch User Guide: Using Amazon CloudWatch alarms";

const ALARMS = [
  ...settings("aws_cloudwatch_metric_alarm", [
    {
      id: "aws-alarm-actions",
      severity: "medium",
      title: "Alarms notify an SNS topic of their stack.",
      argument: "alarm_actions",
      must: each(refersTo(["aws_sns_topic"], "arn")),
      reason: "An alarm without such a topic tells nobody, or somebody who should not know.",
      source: "Amazon CloudWatch User Guide: Using Amazon CloudWatch alarms",
      controls: ["Security Hub CloudWatch.15"],
    },
    {
      id: "aws-alarm-actions-enabled",
      severity: "medium",
      title: "Alarms are switched on.",
      argument: "actions_enabled",
      must: is(true),
      mayBeAbsent: true,
      reason: "An alarm that is off tells nobody.",
      source: `${CLOUDWATCH}; CKV_AWS_319`,
      controls: ["Security Hub CloudWatch.17"],
    },
    {
      id: "aws-alarm-missing-data",
      severity: "low",
      title: "Alarms say what a lack of data means.",
      argument: "treat_missing_data",
      must: oneOf(["notBreaching", "breaching"], "missing"),
      reason: "Without data an alarm is in neither state: it reports no failure, and undoes no update.",
      source: "Amazon CloudWatch User Guide: Configuring how CloudWatch alarms treat missing data",
      controls: ["MCSB IR-3"],
    },
    {
      id: "aws-alarm-recovery",
      severity: "low",
      title: "Alarms also notify when they are over.",
      argument: "ok_actions",
      must: each(refersTo(["aws_sns_topic"], "arn")),
      reason: "Whoever was told would look for something that is over.",
      source: CLOUDWATCH,
      controls: ["MCSB IR-3"],
    },
    {
      id: "aws-alarm-namespace",
      severity: "low",
      title: "Alarms look at metrics that AWS writes.",
      argument: "namespace",
      must: matching(/^AWS\//, 'must begin with "AWS/"', { right: "AWS/SageMaker", wrong: "Custom" }),
      reason: "Every tenant may write metrics of its own, also in another tenant's name.",
      source: "Amazon CloudWatch User Guide: AWS services that publish CloudWatch metrics",
      controls: ["MCSB IR-3"],
    },
  ]),
  ...settings(
    "aws_cloudwatch_metric_alarm",
    [
      {
        id: "aws-alarm-variant",
        severity: "medium",
        title: "Alarms about endpoints say which variant they are about.",
        argument: "dimensions.VariantName",
        must: present("main"),
        reason: "SageMaker reports these metrics by endpoint and variant: without the variant there is never any data.",
        source: "Amazon SageMaker AI Developer Guide: Amazon SageMaker AI metrics in Amazon CloudWatch",
        controls: ["MCSB IR-3"],
      },
      {
        id: "aws-alarm-comparison",
        severity: "medium",
        title: "Alarms about endpoints fire when a metric is too high.",
        argument: "comparison_operator",
        must: oneOf(["GreaterThanThreshold", "GreaterThanOrEqualToThreshold"], "LessThanThreshold"),
        reason: "The alarm would be silent when there are many errors, and fire when there are none.",
        source: "Amazon SageMaker AI Developer Guide: Amazon SageMaker AI metrics in Amazon CloudWatch",
        controls: ["MCSB IR-3"],
      },
      {
        id: "aws-alarm-metric",
        severity: "medium",
        title: "Alarms about endpoints look at errors and times.",
        argument: "metric_name",
        must: matching(/Errors$|Latency$|Utilization$/, "must end in Errors, Latency or Utilization", {
          right: "Invocation5XXErrors",
          wrong: "Invocations",
        }),
        reason: "Other metrics do not show that requests fail or take too long.",
        source: "Amazon SageMaker AI Developer Guide: Amazon SageMaker AI metrics in Amazon CloudWatch",
        controls: ["MCSB IR-3"],
      },
    ],
    {
      has: ({ content }) => String(content.namespace).includes("SageMaker"),
      example: { resource: { aws_cloudwatch_metric_alarm: { example: { namespace: "AWS/SageMaker" } } } },
    },
  ),
];

const alarmOf = (endpoint: string) => ({
  resource: {
    aws_cloudwatch_metric_alarm: {
      example: { alarm_name: "mlp-dev-acme--churn-errors", dimensions: { EndpointName: endpoint } },
    },
  },
});

/** Names tell tenants apart: what stands before the two dashes is the tenant's. */
const ALARM_TENANT: Rule = {
  id: "aws-alarm-tenant",
  severity: "medium",
  title: "A tenant's alarms are about its own endpoints.",
  reason: "The tenant would be told of another's endpoint, and nobody of its own.",
  fix: "set dimensions.EndpointName to the name of an endpoint of the same tenant",
  source: CLOUDWATCH,
  controls: ["MCSB IR-3"],
  example: { wrong: alarmOf("mlp-dev-acme-eu--churn"), right: alarmOf("mlp-dev-acme--churn") },
  *check(stack) {
    for (const resource of stack.resources("aws_cloudwatch_metric_alarm")) {
      const [place] = valuesAt(resource.content, "dimensions?.EndpointName");
      const own = ownerIn(resource.content.alarm_name);
      if (place === undefined || own === undefined || ownerIn(place.value) === own) continue;
      yield { resource, argument: place.argument, found: place.value, must: `must begin with "${own}"` };
    }
  },
};

function ownerIn(name: unknown): string | undefined {
  return typeof name === "string" ? /^.*?[^-]--/.exec(name)?.[0] : undefined;
}

/** Alarms: they tell a topic of the stack when something is wrong with the tenant's own endpoints. */
export const ALARM: readonly Rule[] = [...ALARMS, ALARM_TENANT];
