import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { ALARM_MINUTES } from "../../blueprint/aws-alarms";
import type { ServingBlueprint } from "../../blueprint/aws-serving";

/** The alarms of an endpoint, and whom they tell. */
export interface EndpointAlarmsProps {
  /** The endpoint. It need not exist. */
  readonly serving: Pick<ServingBlueprint, "endpoint" | "variant" | "alarms">;
  /** ARN of the topic that is told. */
  readonly topicArn: string;
}

/** Alarms about the requests to an endpoint. An endpoint that nobody calls has none. */
export class EndpointAlarms extends Construct {
  /** The names of the alarms. */
  readonly names: readonly string[];

  constructor(scope: Construct, id: string, { serving, topicArn }: EndpointAlarmsProps) {
    super(scope, id);
    const { endpoint, variant, alarms } = serving;
    this.names = alarms.map(({ key, name, description, metric, statistic, threshold }) => {
      const alarm = new CloudwatchMetricAlarm(this, key, {
        alarmName: name,
        alarmDescription: description,
        namespace: "AWS/SageMaker",
        metricName: metric,
        dimensions: { EndpointName: endpoint, VariantName: variant },
        ...statistic,
        period: ALARM_MINUTES * 60,
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanThreshold",
        threshold,
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        okActions: [topicArn],
      });
      return alarm.alarmName;
    });
  }
}
