import { ORDER_ROLE_POLICIES } from "../../../../lib/rules/aws/settings/order-role-policies";
import { ROLE } from "../../../../lib/rules/aws/settings/role";
import { ROLE_POLICIES } from "../../../../lib/rules/aws/settings/role-policies";
import { ROLE_SERVICE } from "../../../../lib/rules/aws/settings/role-service";
import { found } from "./found";

const RULES = [...ORDER_ROLE_POLICIES, ...ROLE, ROLE_POLICIES, ...ROLE_SERVICE];

const role = (id: string) => `\${aws_iam_role.${id}.name}`;
const policy = (id: string) => `\${aws_iam_policy.${id}.arn}`;
const SAGEMAKER = '{"Principal":{"Service":"sagemaker.amazonaws.com"}}';
const PEOPLE = '{"Principal":{"AWS":"arn:aws:iam::111122223333:role/people"}}';

/** A notebook with the role `exec`, and the role `user` of people, which has one policy less. */
function roles() {
  return {
    aws_iam_role: { exec: { assume_role_policy: SAGEMAKER }, user: { assume_role_policy: PEOPLE } },
    aws_iam_policy: { data: {}, use: {}, other: {} },
    aws_iam_role_policy_attachment: {
      data: { role: role("exec"), policy_arn: policy("data") },
      use: { role: role("exec"), policy_arn: policy("use") },
      user: { role: role("user"), policy_arn: policy("use") },
    },
    aws_iam_role_policy_attachments_exclusive: {
      exec: {
        role_name: role("exec"),
        policy_arns: [policy("data"), policy("use")],
        depends_on: ["aws_iam_role_policy_attachment.data", "aws_iam_role_policy_attachment.use"],
      },
      user: {
        role_name: role("user"),
        policy_arns: [policy("use")],
        depends_on: ["aws_iam_role_policy_attachment.user"],
      },
    },
    aws_iam_role_policies_exclusive: {
      exec: { role_name: role("exec"), policy_names: [] as string[] },
      user: { role_name: role("user"), policy_names: [] as string[] },
    },
    aws_sagemaker_notebook_instance: {
      example: {
        role_arn: "${aws_iam_role.exec.arn}",
        depends_on: ["aws_iam_role_policy_attachment.data", "aws_iam_role_policy_attachment.use"],
      },
    },
  };
}
type Roles = ReturnType<typeof roles>;

test("Roles whose lists say what the stack gives them are right.", () => {
  expect(found(RULES, roles())).toEqual([]);
});

const ATTACHMENT = "aws_iam_role_policy_attachment";
const LIST = `${ATTACHMENT}s_exclusive`;

test.each<[string, (stack: Roles) => void, string]>([
  [
    "an attachment to another role",
    ({ [ATTACHMENT]: { data } }) => (data.role = role("user")),
    `${ATTACHMENT}.data policy_arn aws-role-policies`,
  ],
  [
    "an attachment to a role of elsewhere",
    ({ [ATTACHMENT]: { data } }) => (data.role = "somebody"),
    `${ATTACHMENT}.data policy_arn aws-role-policies`,
  ],
  [
    "an attachment of another policy",
    ({ [ATTACHMENT]: { data } }) => (data.policy_arn = policy("other")),
    `${ATTACHMENT}.data policy_arn aws-role-policies`,
  ],
  [
    "a policy that nothing attaches",
    ({ [LIST]: { user } }) => user.policy_arns.push(policy("data")),
    `${LIST}.user policy_arns aws-role-policies`,
  ],
  [
    "a policy of elsewhere in a list",
    ({ [LIST]: { user } }) => user.policy_arns.push("arn:aws:iam::111122223333:policy/x"),
    `${LIST}.user policy_arns aws-role-policies`,
  ],
  ["an empty list", ({ [LIST]: { exec } }) => (exec.policy_arns = []), `${LIST}.exec policy_arns aws-role-policies`],
  [
    "a list that does not wait",
    ({ [LIST]: { user } }) => (user.depends_on = []),
    `${LIST}.user depends_on aws-order-role-lists`,
  ],
  [
    "an inline policy that nobody wrote",
    ({ aws_iam_role_policies_exclusive: { exec } }) => exec.policy_names.push("x"),
    "aws_iam_role_policies_exclusive.exec policy_names aws-role-policies",
  ],
  [
    "a notebook that waits for one policy of two",
    ({ aws_sagemaker_notebook_instance: { example } }) => example.depends_on.pop(),
    "aws_sagemaker_notebook_instance.example depends_on aws-order-role-policies",
  ],
  [
    "a notebook with the role of people",
    ({ aws_sagemaker_notebook_instance: { example } }) => (example.role_arn = "${aws_iam_role.user.arn}"),
    "aws_sagemaker_notebook_instance.example role_arn aws-role-service",
  ],
])("%s is told once.", (_, change, expected) => {
  const stack = roles();
  change(stack);

  expect(found(RULES, stack)).toEqual([expected]);
});

test("A policy of AWS in a list is left to the rules about policies.", () => {
  const stack = roles();
  stack[LIST].user.policy_arns.push("arn:aws:iam::aws:policy/AdministratorAccess");

  expect(found([ROLE_POLICIES], stack)).toEqual([]);
});

test("A role that nothing trusts for SageMaker is left to the rules about trust.", () => {
  const stack = roles();
  stack.aws_iam_role.exec.assume_role_policy = PEOPLE;

  expect(found(RULES, stack)).toEqual([]);
});

test("The powerless default role of a domain needs no lists.", () => {
  const stack = {
    aws_iam_role: { domain: {} },
    aws_sagemaker_domain: { example: { default_user_settings: { execution_role: "${aws_iam_role.domain.arn}" } } },
  };

  expect(found(RULES, stack)).toEqual([]);
});

test("A domain whose default role is that of the tenant is told once.", () => {
  const stack = {
    ...roles(),
    aws_sagemaker_domain: { example: { default_user_settings: { execution_role: "${aws_iam_role.exec.arn}" } } },
  };

  expect(
    found(
      RULES.filter(({ id }) => !id.endsWith("exclusive")),
      stack,
    ),
  ).toEqual(["aws_sagemaker_domain.example default_user_settings.execution_role aws-domain-powerless-role"]);
});
