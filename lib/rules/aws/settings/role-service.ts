import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import { isPolicyTold } from "../iam/lint-stack";
import { parsePolicy } from "../iam/references";
import { statementsOf } from "../iam/statement-view";
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

const notebookOf = (service: string) => {
  const account = "111122223333";
  const statement = {
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": `arn:aws:${service}:eu-central-1:${account}:*` },
    },
  };
  return {
    resource: {
      aws_iam_role: { exec: { assume_role_policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) } },
      aws_sagemaker_notebook_instance: { example: { role_arn: "${aws_iam_role.exec.arn}" } },
    },
  };
};

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
    id: "aws-role-trust",
    severity: "high",
    title: "A role is for the service that it is given to.",
    reason: "The service could not take it, and another one has its rights.",
    fix: "name the service that uses the role in its trust",
    source: "IAM User Guide: Create a role to delegate permissions to an AWS service",
    controls: ["MCSB PA-7"],
    example: { wrong: notebookOf("cloudtrail"), right: notebookOf("sagemaker") },
    *check(stack) {
      const services = new Map(
        roleUses(stack).flatMap(({ role, service, isRight }) => (isRight ? [[role, service]] : [])),
      );
      for (const [resource, service] of services) {
        const trusted = trustedServices(resource);
        if (trusted.length === 0 || trusted.includes(service) || isPolicyTold(stack, resource)) continue;
        yield { resource, argument: "assume_role_policy", found: trusted.join(", "), must: `must be ${service}` };
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

/** The services that a role's trust lets in. */
function trustedServices({ content }: Resource): string[] {
  const { assume_role_policy: policy } = content;
  return (typeof policy === "string" ? statementsOf(parsePolicy(policy)) : [])
    .filter(({ allows }) => allows)
    .flatMap(({ principals }) => principals.filter(({ type }) => type === "Service").map(({ value }) => value));
}
