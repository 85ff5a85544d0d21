import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { waitingFor } from "./waiting";

/** Who takes a role as soon as it is made. A Studio domain is none: its default role may do nothing. */
const USERS = [
  { type: "aws_sagemaker_notebook_instance", argument: "role_arn" },
  { type: "aws_sagemaker_model", argument: "execution_role_arn" },
  { type: "aws_sagemaker_user_profile", argument: "user_settings.execution_role" },
  { type: "aws_cloudtrail", argument: "cloud_watch_logs_role_arn" },
  { type: "aws_flow_log", argument: "iam_role_arn" },
] as const;

/** What gives a role its rights. */
const POLICIES = ["aws_iam_role_policy_attachment", "aws_iam_role_policy"] as const;

const notebookAfter = (dependsOn: string[]) => ({
  resource: {
    aws_iam_role: { exec: {} },
    aws_iam_role_policy_attachment: { data: { role: "${aws_iam_role.exec.name}" } },
    aws_sagemaker_notebook_instance: { example: { role_arn: "${aws_iam_role.exec.arn}", depends_on: dependsOn } },
  },
});

/** A reference to a role waits for the role, and not for what it may do. */
export const ORDER_ROLE_POLICIES: Rule = {
  id: "aws-order-role-policies",
  severity: "medium",
  title: "What takes a role waits for the role's policies, and is deleted before them.",
  reason: "A notebook or model that starts before its role may read anything fails, and a retry of Terraform hides it.",
  fix: "add the role's policies to depends_on",
  source: "Terraform AWS provider: aws_iam_role_policy_attachment; SageMaker Developer Guide: execution roles",
  controls: ["MCSB IM-3"],
  example: { wrong: notebookAfter([]), right: notebookAfter(["aws_iam_role_policy_attachment.data"]) },
  *check(stack) {
    for (const { type, argument } of USERS) {
      for (const resource of stack.resources(type)) {
        yield* waitingFor(stack, resource, policiesOf(stack, resource, argument));
      }
    }
  },
};

/** The policies of the roles that an argument names. */
function policiesOf(stack: Stack, { content }: Resource, argument: string): Resource[] {
  const roles = valuesAt(content, argument).flatMap(({ value }) => stack.target(value) ?? []);
  return POLICIES.flatMap((type) =>
    stack.resources(type).filter((policy) => roles.some((role) => stack.target(policy.content.role) === role)),
  );
}
