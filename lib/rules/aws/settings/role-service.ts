import { valuesAt } from "../../blocks";
import type { Rule } from "../../rule";
import { hasPolicies, roleUses } from "./role-use";

const notebookWith = (role: string) => ({
  resource: {
    aws_iam_role: {
      exec: { assume_role_policy: '{"Principal":{"Service":"sagemaker.amazonaws.com"}}' },
      user: { assume_role_policy: '{"Principal":{"AWS":"arn:aws:iam::111122223333:role/people"}}' },
    },
    aws_iam_role_policy: Object.fromEntries(
      ["exec", "user"].map((id) => [id, { role: `\${aws_iam_role.${id}.name}` }]),
    ),
    aws_sagemaker_notebook_instance: { example: { role_arn: `\${aws_iam_role.${role}.arn}` } },
  },
});

const domainWith = (policies: object) => ({
  resource: {
    aws_iam_role: { domain: {} },
    aws_iam_role_policy: policies,
    aws_sagemaker_domain: { example: { default_user_settings: { execution_role: "${aws_iam_role.domain.arn}" } } },
  },
});

/**
 * Which role of a stack goes where. It is told by who may take it; where no role of the stack is for a service, rules about
 * trust tell that.
 */
export const ROLE_SERVICE: readonly Rule[] = [
  {
    id: "aws-role-service",
    severity: "high",
    title: "A service is given the role of the stack that is for it.",
    reason: "The role of another service or of people has other rights, and the service could not take it.",
    fix: "refer to the role whose trust names the service and that has policies",
    source: "IAM User Guide: Create a role to delegate permissions to an AWS service",
    controls: ["MCSB PA-7"],
    example: { wrong: notebookWith("user"), right: notebookWith("exec") },
    *check(stack) {
      for (const { resource, argument, value, service, isRight } of roleUses(stack)) {
        if (!isRight) yield { resource, argument, found: value, must: `must be the role that ${service} takes` };
      }
    },
  },
  {
    id: "aws-domain-powerless-role",
    severity: "high",
    title: "The default role of a Studio domain may do nothing.",
    reason: "Every app without a role of its own would have rights that nobody gave it.",
    fix: "give the domain a role without policies, and each profile the tenant's own role",
    source: "Amazon SageMaker AI Developer Guide: How to use SageMaker AI execution roles",
    controls: ["MCSB PA-7"],
    example: { wrong: domainWith({ example: { role: "${aws_iam_role.domain.name}" } }), right: domainWith({}) },
    *check(stack) {
      for (const resource of stack.resources("aws_sagemaker_domain")) {
        for (const { argument, value } of valuesAt(resource.content, "default_user_settings.execution_role")) {
          const role = stack.target(value);
          if (role === undefined || !hasPolicies(stack, role)) continue;
          yield { resource, argument, found: value, must: "must be a role without policies" };
        }
      }
    },
  },
];
