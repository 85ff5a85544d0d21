import type { AwsTenant } from "../config/tenant";
import { awsName } from "./aws-names";
import type { Owner } from "./names";

/** A condition on a metric of an endpoint that CloudWatch keeps watch over. */
export interface AlarmBlueprint {
  /** What tells it apart from the other alarms of its endpoint. */
  readonly key: string;
  /** The alarm's name. */
  readonly name: string;
  /** What it means that it fires, and what to look at first. */
  readonly description: string;
  /** The metric, in the words of CloudWatch. */
  readonly metric: string;
  /** How its values in the window become one. */
  readonly statistic: { readonly statistic: "Sum" } | { readonly extendedStatistic: "p95" };
  /** The alarm fires when the metric is greater. */
  readonly threshold: number;
}

/** Minutes that alarms look back. CloudWatch looks again every minute, so that a burst of errors is seen at once. */
export const ALARM_MINUTES = 15;

/** CloudWatch has the latency of models in microseconds. */
const MICROSECONDS = 1000;

/**
 * The alarms about an endpoint (SageMaker Developer Guide, "Metrics for monitoring Amazon SageMaker AI with Amazon
 * CloudWatch"). Their number and their names are for good: the provider replaces an endpoint when those of the alarms that roll
 * it back change (terraform-provider-aws, `auto_rollback_configuration`).
 *
 * @param key the endpoint's name in the tenant's file
 */
export function endpointAlarms(
  key: string,
  owner: Owner,
  { latencyMs, errorsPerMinute }: AwsTenant["aws"]["alerts"],
): AlarmBlueprint[] {
  return [
    {
      key: "latency",
      name: awsName("alarm", owner, `${key}-latency`),
      description: `The slowest twentieth of the requests to ${key} takes its model over ${latencyMs} ms. Look at the load and the instances.`,
      metric: "ModelLatency",
      statistic: { extendedStatistic: "p95" },
      threshold: latencyMs * MICROSECONDS,
    },
    {
      key: "errors",
      name: awsName("alarm", owner, `${key}-errors`),
      description: `${key} answers over ${errorsPerMinute} requests a minute with a server error. Look at its log group.`,
      metric: "Invocation5XXErrors",
      statistic: { statistic: "Sum" },
      threshold: errorsPerMinute * ALARM_MINUTES,
    },
  ];
}
