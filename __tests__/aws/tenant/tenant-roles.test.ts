import { TenantRoles } from "../../../lib/aws/tenant/tenant-roles";
import type { AwsTenantBlueprint } from "../../../lib/blueprint/aws-tenant";
import { awsTenantOf, synthAws } from "../../support/aws-stack";
import { resourcesByPath } from "../../support/synth";
import { scopeOf } from "../../support/tenant-scope";

const PEOPLE = ["arn:aws:iam::111122223333:role/acme-sso"];
const roles = (tenant: AwsTenantBlueprint) => synthAws((stack) => new TenantRoles(stack, "roles", scopeOf(tenant)));
const withPeople = roles(awsTenantOf({ aws: { principals: PEOPLE } }));

test("Both roles are under the tenant's boundary.", () => {
  const [boundary] = Object.keys(withPeople.resource.aws_iam_policy ?? {}).filter((id) => id.includes("boundary"));
  const boundaries = Object.entries(resourcesByPath(withPeople, "aws_iam_role")).map(
    ([path, { permissions_boundary }]) => [path, permissions_boundary],
  );

  expect(boundaries).toEqual([
    ["roles/exec", `\${aws_iam_policy.${boundary}.arn}`],
    ["roles/user", `\${aws_iam_policy.${boundary}.arn}`],
  ]);
});

test("Only SageMaker's role may write logs and hand over network interfaces.", () => {
  const attached = Object.keys(resourcesByPath(withPeople, "aws_iam_role_policy_attachment"));

  expect(attached).toEqual([
    "roles/exec/create",
    "roles/exec/data",
    "roles/exec/execution",
    "roles/exec/use",
    "roles/user/create",
    "roles/user/data",
    "roles/user/use",
  ]);
});

test("What is attached to a role or written into it by hand is taken away again.", () => {
  const inline = Object.values(resourcesByPath(withPeople, "aws_iam_role_policies_exclusive"));
  const attached = Object.values(resourcesByPath(withPeople, "aws_iam_role_policy_attachments_exclusive"));

  expect(inline.map(({ policy_names }) => policy_names)).toEqual([[], []]);
  expect(attached.map(({ policy_arns }) => (policy_arns as string[]).length)).toEqual([4, 3]);
});

test("A tenant whose file names nobody has no user role, so that nobody can take one.", () => {
  const nobody = roles(awsTenantOf());

  expect(Object.keys(resourcesByPath(nobody, "aws_iam_role"))).toEqual(["roles/exec"]);
});

test("Policies that IAM would not take stop the synthesis with what to change in the file.", () => {
  const images = Array.from(
    { length: 60 },
    (_, index) => `763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training-${index}`,
  );

  expect(() => roles(awsTenantOf({ aws: { images } }))).toThrow(
    /the policy "boundary" of tenant acme would have \d+ characters, and IAM takes 6144: its file names 60 repositories and 0 models that are not its own .*copy some of them/,
  );
});
