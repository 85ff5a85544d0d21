import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";

/** Who takes the role that an argument names. */
const PLACES: readonly { readonly type: string; readonly argument: string; readonly service: string }[] = [
  { type: "aws_sagemaker_notebook_instance", argument: "role_arn", service: "sagemaker.amazonaws.com" },
  { type: "aws_sagemaker_model", argument: "execution_role_arn", service: "sagemaker.amazonaws.com" },
  { type: "aws_sagemaker_user_profile", argument: "user_settings.execution_role", service: "sagemaker.amazonaws.com" },
  { type: "aws_cloudtrail", argument: "cloud_watch_logs_role_arn", service: "cloudtrail.amazonaws.com" },
  { type: "aws_flow_log", argument: "iam_role_arn", service: "vpc-flow-logs.amazonaws.com" },
];

/** What gives a role a policy. */
const POLICIES = ["aws_iam_role_policy_attachment", "aws_iam_role_policy"];

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

/**
 * Each role is for one service or for people. It is told by who may take it; where no role of the stack is for a service, rules
 * about trust tell that.
 */
export const ROLE_SERVICE: Rule = {
  id: "aws-role-service",
  severity: "high",
  title: "A service is given the role of the stack that is for it.",
  reason: "The role of another service or of people has other rights, and the service could not take it.",
  fix: "refer to the role whose trust names the service and that has policies",
  source: "IAM User Guide: Create a role to delegate permissions to an AWS service",
  controls: ["MCSB PA-7"],
  example: { wrong: notebookWith("user"), right: notebookWith("exec") },
  *check(stack) {
    for (const { type, argument, service } of PLACES) {
      for (const resource of stack.resources(type)) {
        for (const { argument: place, value } of valuesAt(resource.content, argument)) {
          const role = stack.target(value);
          if (role?.type !== "aws_iam_role") continue;
          const right = rolesOf(stack, service);
          if (right.length === 0 || right.includes(role)) continue;
          yield { resource, argument: place, found: value, must: `must be the role that ${service} takes` };
        }
      }
    }
  },
};

/** The roles that a service may take and that let it do something. */
function rolesOf(stack: Stack, service: string): Resource[] {
  return stack
    .resources("aws_iam_role")
    .filter((role) => String(role.content.assume_role_policy).includes(`"${service}"`) && hasPolicies(stack, role));
}

function hasPolicies(stack: Stack, role: Resource): boolean {
  return POLICIES.some((type) => stack.resources(type).some(({ content }) => stack.target(content.role) === role));
}

const domainWith = (policies: object) => ({
  resource: {
    aws_iam_role: { domain: {} },
    aws_iam_role_policy: policies,
    aws_sagemaker_domain: { example: { default_user_settings: { execution_role: "${aws_iam_role.domain.arn}" } } },
  },
});

/** Whoever is given no other role gets the domain's. */
export const DOMAIN_ROLE: Rule = {
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
};
