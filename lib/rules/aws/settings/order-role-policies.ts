import type { Rule } from "../../rule";
import { ATTACHED, grantsByPolicy, listOf } from "./role-grants";
import { roleUses } from "./role-use";
import { waitingFor } from "./waiting";

const notebookAfter = (dependsOn: string[]) => ({
  resource: {
    aws_iam_role: { exec: {} },
    aws_iam_role_policy_attachment: { data: { role: "${aws_iam_role.exec.name}" } },
    aws_sagemaker_notebook_instance: { example: { role_arn: "${aws_iam_role.exec.arn}", depends_on: dependsOn } },
  },
});

const listAfter = (dependsOn: string[]) => ({
  resource: {
    aws_iam_role: { exec: {} },
    aws_iam_policy: { data: {} },
    aws_iam_role_policy_attachment: {
      data: { role: "${aws_iam_role.exec.name}", policy_arn: "${aws_iam_policy.data.arn}" },
    },
    aws_iam_role_policy_attachments_exclusive: {
      example: {
        role_name: "${aws_iam_role.exec.name}",
        policy_arns: ["${aws_iam_policy.data.arn}"],
        depends_on: dependsOn,
      },
    },
  },
});

/** A reference to a role waits for the role, and not for what it may do. */
export const ORDER_ROLE_POLICIES: readonly Rule[] = [
  {
    id: "aws-order-role-policies",
    severity: "medium",
    title: "What takes a role waits for the role's policies, and is deleted before them.",
    reason: "A notebook or model that starts before its role may read anything fails, and another apply hides it.",
    fix: "add the role's policies to depends_on",
    source: "Terraform: The depends_on Meta-Argument",
    controls: ["MCSB IM-3"],
    example: { wrong: notebookAfter([]), right: notebookAfter(["aws_iam_role_policy_attachment.data"]) },
    *check(stack) {
      for (const { resource, role, isRight } of roleUses(stack)) {
        if (isRight) yield* waitingFor(stack, resource, grantsByPolicy(stack, role));
      }
    },
  },
  {
    id: "aws-order-role-lists",
    severity: "low",
    title: "The list of a role's policies waits for the attachments.",
    reason: "The list would attach the policies first, and take for its own what the attachments then make.",
    fix: "add the role's attachments to depends_on",
    source: "Terraform AWS provider: aws_iam_role_policy_attachments_exclusive",
    controls: ["MCSB PA-7"],
    example: { wrong: listAfter([]), right: listAfter(["aws_iam_role_policy_attachment.data"]) },
    *check(stack) {
      for (const resource of stack.resources("aws_iam_role_policy_attachments_exclusive")) {
        const role = stack.target(resource.content.role_name);
        if (role === undefined || listOf(stack, ATTACHED, role) !== resource) continue;
        const attachments = grantsByPolicy(stack, role).filter(([{ type }]) => type === ATTACHED.type);
        yield* waitingFor(stack, resource, attachments);
      }
    },
  },
];
