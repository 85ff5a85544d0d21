import { addressesIn } from "../../references";
import { type Expectation, is, matching, refersTo } from "../../expectation";
import { companion } from "../../companion";
import { list, valuesAt } from "../../blocks";
import type { Rule } from "../../rule";
import { type Setting, settings } from "../../setting";

const DEVELOPER_GUIDE = "Amazon SageMaker AI Developer Guide";
const SCALED_UPDATES = `${DEVELOPER_GUIDE}: Update endpoints that use auto scaling`;
const REGISTER = `${DEVELOPER_GUIDE}: Register a model`;

const BY_CONFIGURATION: Expectation = {
  must: "must name an aws_sagemaker_endpoint_configuration of this stack",
  holds: (triggers) =>
    list(triggers).some(
      (trigger) => typeof trigger === "string" && /^(\$\{)?aws_sagemaker_endpoint_configuration\./.test(trigger),
    ),
  right: ["aws_sagemaker_endpoint_configuration.example.name"],
  wrong: [],
};

function replaced(id: string, what: string): Setting {
  return {
    id,
    severity: "medium",
    title: `Another configuration of an endpoint makes its ${what} anew.`,
    argument: "lifecycle.replace_triggered_by",
    must: BY_CONFIGURATION,
    fix: "set lifecycle.replace_triggered_by to the address of this stack's aws_sagemaker_endpoint_configuration",
    reason: "SageMaker refuses another instance type while the endpoint is a target of autoscaling.",
    source: SCALED_UPDATES,
    controls: ["MCSB PV-4"],
  };
}

function ofTarget(argument: string): Setting {
  return {
    id: `aws-scaling-policy-${argument.replaceAll("_", "-")}`,
    severity: "low",
    title: `A scaling policy is about a target of its stack (${argument}).`,
    argument,
    must: refersTo(["aws_appautoscaling_target"], argument),
    reason: "The policy would be made before its target, or scale something else.",
    source: "Application Auto Scaling API Reference: PutScalingPolicy",
    controls: ["MCSB AM-4"],
  };
}

const SETTINGS = [
  ...settings("aws_appautoscaling_target", [
    {
      id: "aws-scaling-endpoint",
      severity: "medium",
      title: "Autoscaling changes the endpoint of its stack.",
      argument: "resource_id",
      must: matching(
        /^endpoint\/\$\{aws_sagemaker_endpoint\.[^{}]+\}\/variant\/[\w-]+$/,
        "must be endpoint/, a reference to an aws_sagemaker_endpoint, and /variant/ with a name",
        {
          right: "endpoint/${aws_sagemaker_endpoint.example.name}/variant/main",
          wrong: "endpoint/somebody-elses/variant/main",
        },
      ),
      reason: "The rights of whoever runs Terraform reach endpoints of all tenants.",
      source: REGISTER,
      controls: ["MCSB AM-4"],
    },
    {
      id: "aws-scaling-dimension",
      severity: "low",
      title: "Autoscaling changes the number of instances.",
      argument: "scalable_dimension",
      must: is("sagemaker:variant:DesiredInstanceCount"),
      reason: "The instances would not follow the load.",
      source: REGISTER,
      controls: ["MCSB PV-4"],
    },
    {
      id: "aws-scaling-service",
      severity: "low",
      title: "Autoscaling is about SageMaker.",
      argument: "service_namespace",
      must: is("sagemaker"),
      reason: "The instances would not follow the load.",
      source: REGISTER,
      controls: ["MCSB PV-4"],
    },
    replaced("aws-scaling-target-replaced", "scaling target"),
  ]),
  ...settings("aws_appautoscaling_policy", [
    ofTarget("scalable_dimension"),
    ofTarget("service_namespace"),
    replaced("aws-scaling-policy-replaced", "scaling policy"),
  ]),
];

const POLICY = companion({
  id: "aws-scaling-target-policy",
  severity: "low",
  title: "What may scale has a policy by which it does.",
  of: "aws_appautoscaling_target",
  needs: "aws_appautoscaling_policy",
  by: "resource_id",
  reason: "The instances would not follow the load.",
  source: REGISTER,
  controls: ["MCSB PV-4"],
});

const scaled = (least: number) => ({
  resource: {
    aws_sagemaker_endpoint_configuration: { example: { production_variants: [{ initial_instance_count: 2 }] } },
    aws_sagemaker_endpoint: {
      example: { endpoint_config_name: "${aws_sagemaker_endpoint_configuration.example.name}" },
    },
    aws_appautoscaling_target: {
      example: { resource_id: "endpoint/${aws_sagemaker_endpoint.example.name}/variant/main", min_capacity: least },
    },
  },
});

/** Autoscaling takes no instance away that the file asks for. */
const LEAST: Rule = {
  id: "aws-scaling-minimum",
  severity: "medium",
  title: "Autoscaling leaves two instances of an endpoint that has two or more.",
  reason: "With one instance the endpoint is gone when that one or its zone fails.",
  fix: "set min_capacity to 2 or more",
  source: "Security Hub User Guide: Security Hub CSPM controls for SageMaker AI, SageMaker.4",
  controls: ["FSBP SageMaker.4"],
  example: { wrong: scaled(1), right: scaled(2) },
  *check(stack) {
    for (const target of stack.resources("aws_appautoscaling_target")) {
      const { resource_id: id, min_capacity: least } = target.content;
      const endpoint = addressesIn(id).flatMap((address) => stack.find(address) ?? [])[0];
      const configuration = stack.target(endpoint?.content.endpoint_config_name);
      const counts = valuesAt(configuration?.content, "production_variants.initial_instance_count");
      if (!counts.some(({ value }) => Number(value) > 1) || Number(least) > 1) continue;
      yield { resource: target, argument: "min_capacity", found: least, must: "must be 2 or more" };
    }
  },
};

/** Autoscaling of endpoints. */
export const ENDPOINT_SCALING: readonly Rule[] = [...SETTINGS, POLICY, LEAST];
