import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";

/** A role that a resource gives to a service. */
export interface RoleUse {
  readonly resource: Resource;
  readonly argument: string;
  readonly value: unknown;
  readonly role: Resource;
  /** The service that takes it. */
  readonly service: string;
  /** Whether it is a role for that service, or the stack has none. */
  readonly isRight: boolean;
}

const PLACES = [
  { type: "aws_sagemaker_notebook_instance", argument: "role_arn", service: "sagemaker.amazonaws.com" },
  { type: "aws_sagemaker_model", argument: "execution_role_arn", service: "sagemaker.amazonaws.com" },
  { type: "aws_sagemaker_user_profile", argument: "user_settings.execution_role", service: "sagemaker.amazonaws.com" },
  { type: "aws_cloudtrail", argument: "cloud_watch_logs_role_arn", service: "cloudtrail.amazonaws.com" },
  { type: "aws_flow_log", argument: "iam_role_arn", service: "vpc-flow-logs.amazonaws.com" },
] as const;

/** What gives a role a policy. */
const POLICIES = ["aws_iam_role_policy_attachment", "aws_iam_role_policy"] as const;

/** The roles of a stack that services take. */
export function roleUses(stack: Stack): RoleUse[] {
  return PLACES.flatMap(({ type, argument, service }) =>
    stack.resources(type).flatMap((resource) =>
      valuesAt(resource.content, argument).flatMap(({ argument: place, value }) => {
        const role = stack.target(value);
        if (role?.type !== "aws_iam_role") return [];
        const roles = rolesFor(stack, service);
        const isRight = roles.length === 0 || roles.includes(role);
        return [{ resource, argument: place, value, role, service, isRight }];
      }),
    ),
  );
}

/** Whether something in the stack lets a role do something. */
export function hasPolicies(stack: Stack, role: Resource): boolean {
  return POLICIES.some((type) => stack.resources(type).some(({ content }) => stack.target(content.role) === role));
}

/** The roles that a service may take and that let it do something. */
function rolesFor(stack: Stack, service: string): Resource[] {
  return stack
    .resources("aws_iam_role")
    .filter((role) => String(role.content.assume_role_policy).includes(`"${service}"`) && hasPolicies(stack, role));
}
