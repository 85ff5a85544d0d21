import type { Rule } from "../../rule";
import { waitingFor } from "./waiting";

const listAfter = (dependsOn: string[]) => ({
  resource: {
    aws_iam_role: { exec: {} },
    aws_iam_role_policy_attachment: { data: { role: "${aws_iam_role.exec.name}" } },
    aws_iam_role_policy_attachments_exclusive: {
      example: { role_name: "${aws_iam_role.exec.name}", depends_on: dependsOn },
    },
  },
});

/** Terraform's list of a role's policies attaches what it names and finds nowhere. */
export const ORDER_ROLE_LISTS: Rule = {
  id: "aws-order-role-lists",
  severity: "low",
  title: "The list of a role's policies waits for the attachments.",
  reason: "The list would attach the policies first, and the attachments would fail or be taken for others' work.",
  fix: "add the role's attachments to depends_on",
  source: "Terraform AWS provider: aws_iam_role_policy_attachments_exclusive",
  controls: ["MCSB PA-7"],
  example: { wrong: listAfter([]), right: listAfter(["aws_iam_role_policy_attachment.data"]) },
  *check(stack) {
    for (const resource of stack.resources("aws_iam_role_policy_attachments_exclusive")) {
      const role = stack.target(resource.content.role_name);
      const attachments = stack
        .resources("aws_iam_role_policy_attachment")
        .filter(({ content }) => role !== undefined && stack.target(content.role) === role);
      yield* waitingFor(stack, resource, attachments);
    }
  },
};
