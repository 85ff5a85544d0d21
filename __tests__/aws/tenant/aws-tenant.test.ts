import { AwsTenant } from "../../../lib/aws/tenant/aws-tenant";
import { awsTenantOf, synthAws } from "../../support/aws-stack";
import { TENANT_ACCOUNT } from "../../support/files";
import { addresses, onlyResource, resourcesByPath, resourcesOf } from "../../support/synth";

const EVERYTHING = {
  aws: {
    principals: ["arn:aws:iam::111122223333:role/acme-sso"],
    notebooks: [{ name: "research", instanceType: "ml.t3.medium" }],
    studio: { users: ["ada"] },
    serving: [
      {
        name: "churn",
        image: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:churn-3",
        instanceType: "ml.m5.large",
        scaling: { max: 4 },
      },
    ],
    budget: { monthlyUsd: 100 },
  },
};
const stackOf = (changes: Parameters<typeof awsTenantOf>[0] = {}, retiring = false) =>
  synthAws((stack) => new AwsTenant(stack, "aws", { tenant: awsTenantOf(changes), retiring }));

const whole = stackOf(EVERYTHING);
const protectedIn = (stack: typeof whole) =>
  Object.entries(stack.resource)
    .flatMap(([type, resources]) => Object.values(resources).map(({ lifecycle }) => ({ type, lifecycle })))
    .filter(({ lifecycle }) => (lifecycle as { prevent_destroy?: boolean } | undefined)?.prevent_destroy === true)
    .map(({ type }) => type);

test("In the platform's account a tenant has no network, trail or log group of the foundation's own.", () => {
  const types = Object.keys(whole.resource);

  expect(types.filter((type) => /^aws_(vpc|subnet|route|cloudtrail|flow_log|default_)/.test(type))).toEqual([
    "aws_vpc_security_group_egress_rule",
    "aws_vpc_security_group_ingress_rule",
  ]);
  expect(Object.keys(whole.data ?? {})).toEqual(["aws_ssm_parameter"]);
});

test("In an account of its own it has all of it, and reads nothing that was published elsewhere.", () => {
  const own = stackOf({ aws: { isolation: "account", accountId: TENANT_ACCOUNT } });

  expect(Object.keys(own.resource)).toEqual(expect.arrayContaining(["aws_vpc", "aws_vpc_endpoint", "aws_cloudtrail"]));
  expect(own.data).toBeUndefined();
});

test("No user, group or key of access is made, and no role without a boundary.", () => {
  expect(Object.keys(whole.resource).filter((type) => /^aws_iam_(user|group|access_key)/.test(type))).toEqual([]);
  expect(
    Object.values(resourcesOf(whole, "aws_iam_role")).filter(({ permissions_boundary: boundary }) => !boundary),
  ).toEqual([]);
});

test("The Studio domain is made before the boundary that names it, and with a role that may do nothing.", () => {
  const domain = onlyResource(whole, "aws_sagemaker_domain") as { default_user_settings: { execution_role: string } };
  const boundary = resourcesByPath(whole, "aws_iam_policy")["aws/roles/boundary"];

  expect(domain.default_user_settings.execution_role).toMatch(/^\$\{aws_iam_role\.aws_studio-role_.*\.arn\}$/);
  expect(boundary?.policy).toMatch(/user-profile\/\$\{aws_sagemaker_domain\.[^}]*\.id\}\/\*/);
});

test("Users of Studio work with the tenant's own role.", () => {
  const profile = onlyResource(whole, "aws_sagemaker_user_profile") as { user_settings: { execution_role: string } };

  expect(profile.user_settings.execution_role).toMatch(/^\$\{aws_iam_role\.aws_roles_exec_.*\.arn\}$/);
});

test("What SageMaker runs is made when its role can do what it must, and the bucket admits it.", () => {
  for (const type of ["aws_sagemaker_model", "aws_sagemaker_notebook_instance", "aws_sagemaker_user_profile"]) {
    const { depends_on } = onlyResource(whole, type);

    expect(
      (depends_on as string[]).filter((address) => address.startsWith("aws_iam_role_policy_attachment.")),
    ).toHaveLength(4);
    expect(depends_on).toEqual(expect.arrayContaining([expect.stringMatching(/^aws_s3_bucket_policy\./)]));
  }
});

test("What holds data cannot be destroyed, until the tenant retires.", () => {
  expect(protectedIn(whole)).toEqual([
    "aws_ecr_repository",
    "aws_kms_key",
    "aws_s3_bucket",
    "aws_sagemaker_domain",
    "aws_sagemaker_notebook_instance",
    "aws_sagemaker_space",
  ]);
  expect(protectedIn(stackOf(EVERYTHING, true))).toEqual([]);
});

test("A tenant that retires has the same resources, so that there is something to destroy.", () => {
  expect(addresses(stackOf(EVERYTHING, true))).toEqual(addresses(whole));
});

test("A tenant is told its own names, because it may list nothing.", () => {
  const names = Object.values(resourcesOf(whole, "aws_ssm_parameter")).map(({ name }) => name);

  expect(names).toEqual(
    expect.arrayContaining([
      "/mlp/dev/tenant/acme/bucket",
      "/mlp/dev/tenant/acme/endpoint/churn",
      "/mlp/dev/tenant/acme/notebook/research",
      "/mlp/dev/tenant/acme/studio-domain-id",
    ]),
  );
});

test("The smallest tenant has a key, a bucket, a repository, a security group and a role, and nothing that computes.", () => {
  const types = Object.keys(stackOf().resource);

  expect(types).toEqual(
    expect.arrayContaining([
      "aws_ecr_repository",
      "aws_iam_role",
      "aws_kms_key",
      "aws_s3_bucket",
      "aws_security_group",
    ]),
  );
  expect(types.filter((type) => /sagemaker|budget|autoscaling/.test(type))).toEqual([]);
});
