import { maps, valuesAt } from "../../blocks";
import { atLeast, is, refersTo } from "../../expectation";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import { settings } from "../../setting";
import type { Stack } from "../../stack";

const DEVELOPER_GUIDE = "Amazon SageMaker AI Developer Guide";
const BLUE_GREEN = `${DEVELOPER_GUIDE}: Blue/Green Deployments`;
const ROLLBACK = `${DEVELOPER_GUIDE}: Auto-Rollback Configuration and Monitoring`;

const UPDATE = "deployment_config.blue_green_update_policy";
const ROUTING = `${UPDATE}.traffic_routing_configuration`;
const ALARMS = "deployment_config.auto_rollback_configuration.alarms";

/** An update of less than ten minutes moves no alarm that looks at a quarter of an hour. */
const BAKE_SECONDS = 600;

const SETTINGS = settings("aws_sagemaker_endpoint", [
  {
    id: "aws-endpoint-configuration",
    severity: "critical",
    title: "Endpoints run with a configuration of their stack.",
    argument: "endpoint_config_name",
    must: refersTo(["aws_sagemaker_endpoint_configuration"], "name"),
    reason: "Another configuration may name another tenant's model, and carries none of the checked settings.",
    source: "Amazon SageMaker API Reference: CreateEndpoint",
    controls: ["MCSB IM-7"],
  },
  {
    id: "aws-endpoint-rollback",
    severity: "medium",
    title: "Alarms undo a bad update of an endpoint.",
    argument: `${ALARMS}.alarm_name`,
    must: refersTo(["aws_cloudwatch_metric_alarm"], "alarm_name"),
    reason: "A model that fails would stay until somebody sees it.",
    source: ROLLBACK,
    controls: ["MCSB PV-4"],
  },
  {
    id: "aws-endpoint-bake-time",
    severity: "medium",
    title: "An update watches the new instances long enough for an alarm.",
    argument: `${ROUTING}.wait_interval_in_seconds`,
    must: atLeast(BAKE_SECONDS),
    reason: "All requests would go to the new model before an alarm could tell that it fails.",
    source: BLUE_GREEN,
    controls: ["MCSB PV-4"],
  },
  {
    id: "aws-endpoint-old-instances",
    severity: "medium",
    title: "The old instances stay for a while after an update.",
    argument: `${UPDATE}.termination_wait_in_seconds`,
    must: atLeast(BAKE_SECONDS),
    reason: "There would be no old instances to go back to when an alarm fires.",
    source: BLUE_GREEN,
    controls: ["MCSB PV-4"],
  },
]);

/** With a size for the first step there must be one. */
const CANARY = settings(
  "aws_sagemaker_endpoint",
  [
    {
      id: "aws-endpoint-canary",
      severity: "medium",
      title: "An update with a size for its first step has a first step.",
      argument: `${ROUTING}.type`,
      must: is("CANARY", "ALL_AT_ONCE"),
      reason: "SageMaker would send all requests to the new model at once.",
      source: BLUE_GREEN,
      controls: ["MCSB PV-4"],
    },
  ],
  {
    has: ({ content }) => valuesAt(content, `${ROUTING}.canary_size`).some(({ value }) => value !== undefined),
    example: {
      resource: {
        aws_sagemaker_endpoint: {
          example: {
            deployment_config: {
              blue_green_update_policy: {
                traffic_routing_configuration: { canary_size: { type: "INSTANCE_COUNT", value: 1 } },
              },
            },
          },
        },
      },
    },
  },
);

const endpointOf = (routing: object, count: number) => ({
  resource: {
    aws_sagemaker_endpoint_configuration: {
      example: { production_variants: [{ initial_instance_count: count }] },
    },
    aws_sagemaker_endpoint: {
      example: {
        endpoint_config_name: "${aws_sagemaker_endpoint_configuration.example.name}",
        deployment_config: { blue_green_update_policy: { traffic_routing_configuration: routing } },
      },
    },
  },
});

/** One instance cannot be tried first when there is no second one. */
const INSTANCES: Rule = {
  id: "aws-endpoint-instances",
  severity: "medium",
  title: "Endpoints whose updates begin with one instance have two or more.",
  reason: "With one instance the endpoint is gone when that one or its zone fails, and SageMaker refuses the update.",
  fix: "set initial_instance_count to 2 or more",
  source: `${BLUE_GREEN}; Security Hub User Guide: Security Hub CSPM controls for SageMaker AI, SageMaker.4`,
  controls: ["FSBP SageMaker.4"],
  example: { wrong: endpointOf({ type: "CANARY" }, 1), right: endpointOf({ type: "CANARY" }, 2) },
  *check(stack) {
    const least = atLeast(2);
    for (const endpoint of stack.resources("aws_sagemaker_endpoint")) {
      const configuration = stack.target(endpoint.content.endpoint_config_name);
      if (configuration?.type !== "aws_sagemaker_endpoint_configuration" || !hasCanary(endpoint)) continue;
      for (const { argument, value } of valuesAt(configuration.content, "production_variants.initial_instance_count")) {
        if (!least.holds(value)) yield { resource: configuration, argument, found: value, must: least.must };
      }
    }
  },
};

function hasCanary({ content }: Resource): boolean {
  return valuesAt(content, `${ROUTING}.type`).some(({ value }) => value === "CANARY");
}

const CONFIGURATION = "aws_sagemaker_endpoint_configuration.example.name";

const checked = (condition: string) => ({
  resource: {
    aws_sagemaker_endpoint: {
      example: { endpoint_config_name: `\${${CONFIGURATION}}`, lifecycle: { postcondition: [{ condition }] } },
    },
  },
});

/** The condition must be about the configuration that the endpoint is given. */
const TOLD: Rule = {
  id: "aws-endpoint-rollback-told",
  severity: "medium",
  title: "Terraform sees when an update was undone.",
  reason: "After a rollback SageMaker says that all is well, and Terraform would delete the configuration in use.",
  fix: "compare self.endpoint_config_name with the configuration's name in lifecycle.postcondition",
  source: "GitHub: hashicorp/terraform-provider-aws#48997, #46663",
  controls: ["MCSB PV-4"],
  example: {
    wrong: checked("${true}"),
    right: checked(`\${self.endpoint_config_name == ${CONFIGURATION}}`),
  },
  *check(stack) {
    for (const resource of stack.resources("aws_sagemaker_endpoint")) {
      const address = referenceOf(resource.content.endpoint_config_name)?.address;
      const conditions = valuesAt(resource.content, "lifecycle.postcondition.condition");
      // One without a reference is told by another rule.
      if (address === undefined || conditions.some(({ value }) => isAbout(value, address))) continue;
      const must = `must compare self.endpoint_config_name with ${address}.name`;
      yield { resource, argument: "lifecycle.postcondition.condition", found: conditions[0]?.value, must };
    }
  },
};

function isAbout(condition: unknown, address: string): boolean {
  return /self\.endpoint_config_name\s*==/.test(String(condition)) && String(condition).includes(`${address}.`);
}

const watched = { dimensions: { EndpointName: "mlp-dev-acme--churn" } };

const alarmed = (...alarms: string[]) => ({
  resource: {
    aws_cloudwatch_metric_alarm: { example: watched, other: watched },
    aws_sagemaker_endpoint: {
      example: {
        name: "mlp-dev-acme--churn",
        deployment_config: {
          auto_rollback_configuration: {
            alarms: alarms.map((id) => ({ alarm_name: `\${aws_cloudwatch_metric_alarm.${id}.alarm_name}` })),
          },
        },
      },
    },
  },
});

/** Whatever watches an endpoint also takes its updates back. */
const ALL_ALARMS: Rule = {
  id: "aws-endpoint-rollback-alarms",
  severity: "medium",
  title: "Every alarm about an endpoint undoes its bad updates.",
  reason: "A model that fails in the way that the alarm watches would stay.",
  fix: "add the alarm to deployment_config.auto_rollback_configuration.alarms",
  source: ROLLBACK,
  controls: ["MCSB PV-4"],
  example: {
    wrong: alarmed("example"),
    right: alarmed("example", "other"),
  },
  *check(stack) {
    for (const endpoint of stack.resources("aws_sagemaker_endpoint")) {
      const listed = maps(valuesAt(endpoint.content, ALARMS).map(({ value }) => value));
      // That there is one at all is told by another rule, and so is one that is no reference.
      if (!listed.every(({ alarm_name: alarm }) => stack.target(alarm) !== undefined) || listed.length === 0) continue;
      const names = listed.map(({ alarm_name: alarm }) => stack.target(alarm));
      const missing = alarmsOf(stack, endpoint).filter((alarm) => !names.includes(alarm));
      if (missing.length === 0) continue;
      const must = `must have ${missing.map(({ address }) => address).join(" and ")}`;
      yield { resource: endpoint, argument: ALARMS, found: listed, must };
    }
  },
};

function alarmsOf(stack: Stack, { content }: Resource): Resource[] {
  return stack
    .resources("aws_cloudwatch_metric_alarm")
    .filter((alarm) => valuesAt(alarm.content, "dimensions.EndpointName").some(({ value }) => value === content.name));
}

/** Endpoints: an update that fails goes back by itself. */
export const ENDPOINT: readonly Rule[] = [...SETTINGS, ...CANARY, TOLD, INSTANCES, ALL_ALARMS];
