import { wholeAwsPlatform } from "../../support/iam/whole-files";
import { addressOf } from "../../support/references";
import { resourcesByPath, synthStack } from "../../support/synth";

const whole = synthStack("aws-foundation", wholeAwsPlatform());

test("Every role of the foundation has a boundary.", () => {
  const roles = Object.entries(resourcesByPath(whole, "aws_iam_role"));

  expect(roles.map(([path, { permissions_boundary: boundary }]) => [path, boundary])).toEqual([
    ["deploy-roles/deploy/role", `\${${addressOf(whole, "deploy-roles/boundary-policy")}.arn}`],
    ["deploy-roles/plan/role", `\${${addressOf(whole, "deploy-roles/boundary-policy")}.arn}`],
    ["foundation/flow-log/role/role", `\${${addressOf(whole, "foundation/service-boundary")}.arn}`],
    ["foundation/trail/role/role", `\${${addressOf(whole, "foundation/service-boundary")}.arn}`],
  ]);
});

test.each(["deploy-roles/deploy", "deploy-roles/plan", "foundation/flow-log/role", "foundation/trail/role"])(
  "The role %s keeps its own policies, and loses what somebody gives it by hand.",
  (role) => {
    const ofRole = (type: string) =>
      Object.entries(resourcesByPath(whole, type)).filter(([path]) => path.startsWith(`${role}/`));
    const attached = ofRole("aws_iam_role_policy_attachment").map(([, { policy_arn: arn }]) => String(arn));
    const inline = ofRole("aws_iam_role_policy").map(([path]) => `\${${addressOf(whole, path)}.name}`);
    const attachments = resourcesByPath(whole, "aws_iam_role_policy_attachments_exclusive")[`${role}/attachments`];
    const policies = resourcesByPath(whole, "aws_iam_role_policies_exclusive")[`${role}/inline-policies`];

    expect(attached.length + inline.length).toBeGreaterThan(0);
    expect([...(attachments?.policy_arns as string[])].sort()).toEqual(attached.sort());
    expect([...(policies?.policy_names as string[])].sort()).toEqual(inline.sort());
  },
);
