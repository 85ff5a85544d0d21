import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { alone, waitingFor } from "./waiting";

const SOURCE = "Amazon SageMaker AI Developer Guide: CloudWatch Logs for Amazon SageMaker AI";

const logged = (endpoint: object, groups: object) => ({
  resource: {
    aws_sagemaker_endpoint: { example: { name: "mlp-dev-acme--churn", ...endpoint } },
    aws_cloudwatch_log_group: groups,
  },
});
const GROUPS = { example: { name: "/aws/sagemaker/Endpoints/mlp-dev-acme--churn" } };

/** SageMaker makes the log group of an endpoint itself where it finds none: without a key, and for ever. */
export const ENDPOINT_LOGS: readonly Rule[] = [
  {
    id: "aws-endpoint-log-group",
    severity: "medium",
    title: "Every endpoint has its log group in the stack.",
    reason: "SageMaker would make it itself, without the tenant's key and without an end of retention.",
    fix: "add an aws_cloudwatch_log_group named /aws/sagemaker/Endpoints/ and the endpoint's name",
    source: SOURCE,
    controls: ["MCSB LT-3"],
    example: { wrong: logged({}, {}), right: logged({}, GROUPS) },
    *check(stack) {
      for (const resource of stack.resources("aws_sagemaker_endpoint")) {
        if (logGroupsOf(stack, resource).length > 0) continue;
        const must = `must have an aws_cloudwatch_log_group ${nameOf(resource)}`;
        yield { resource, argument: "", found: undefined, must };
      }
    },
  },
  {
    id: "aws-order-endpoint-logs",
    severity: "medium",
    title: "An endpoint waits for its log group.",
    reason: "SageMaker would make it first, without the tenant's key, and Terraform could not make it any more.",
    fix: "add the log group to depends_on",
    source: SOURCE,
    controls: ["MCSB LT-3"],
    example: {
      wrong: logged({}, GROUPS),
      right: logged({ depends_on: ["aws_cloudwatch_log_group.example"] }, GROUPS),
    },
    *check(stack) {
      for (const resource of stack.resources("aws_sagemaker_endpoint")) {
        yield* waitingFor(stack, resource, alone(logGroupsOf(stack, resource)));
      }
    },
  },
];

function logGroupsOf(stack: Stack, endpoint: Resource): Resource[] {
  return stack.resources("aws_cloudwatch_log_group").filter(({ content }) => content.name === nameOf(endpoint));
}

function nameOf({ content }: Resource): string {
  return `/aws/sagemaker/Endpoints/${String(content.name)}`;
}
