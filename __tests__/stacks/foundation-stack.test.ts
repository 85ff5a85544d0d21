import { awsPlatform, awsTenant, blueprintOf, temporaryFolder, TENANT_ACCOUNT } from "../support/files";
import { wholeAwsPlatform, wholeAwsTenant } from "../support/iam/whole-files";
import { addressOf } from "../support/references";
import { resourcesByPath, resourcesOf, stackText, synthesizeTo, synthStack } from "../support/synth";

const whole = synthStack("aws-foundation", wholeAwsPlatform());

test("Tenants change nothing in it, whatever they have.", () => {
  const texts = [[], [wholeAwsTenant("acme"), awsTenant("globex")]].map((tenants) => {
    const folder = temporaryFolder();
    synthesizeTo(folder, blueprintOf(wholeAwsPlatform(), tenants));
    return stackText(folder, "aws-foundation");
  });

  expect(texts[1]).toBe(texts[0]);
});

test("Every role in it has a boundary.", () => {
  const roles = Object.entries(resourcesByPath(whole, "aws_iam_role"));

  expect(roles.map(([path, { permissions_boundary: boundary }]) => [path, boundary])).toEqual([
    ["deploy-roles/deploy/role", `\${${addressOf(whole, "deploy-roles/boundary-policy")}.arn}`],
    ["deploy-roles/plan/role", `\${${addressOf(whole, "deploy-roles/boundary-policy")}.arn}`],
    ["foundation/flow-log/role/role", `\${${addressOf(whole, "foundation/service-boundary")}.arn}`],
    ["foundation/trail/role/role", `\${${addressOf(whole, "foundation/service-boundary")}.arn}`],
  ]);
});

test("Every log group is encrypted with the account's own key, and kept for as long as the file says.", () => {
  const groups = Object.values(resourcesOf(whole, "aws_cloudwatch_log_group"));
  const key = `\${${addressOf(whole, "foundation/log-key/key")}.arn}`;

  expect(groups.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "/aws/sagemaker/NotebookInstances",
      "/aws/sagemaker/ProcessingJobs",
      "/aws/sagemaker/TrainingJobs",
      "/aws/sagemaker/TransformJobs",
      "/aws/sagemaker/studio",
    ]),
  );
  expect(groups.map(({ kms_key_id: id, retention_in_days: days }) => [id, days])).toEqual(groups.map(() => [key, 365]));
});

test("The key of log groups is used for every one of them, and for no other.", () => {
  const { policy } = resourcesByPath(whole, "aws_kms_key")["foundation/log-key/key"] ?? {};
  const { Statement: statements } = JSON.parse(String(policy)) as {
    Statement: { Condition?: { ArnLike?: Record<string, string[]> } }[];
  };
  const arns = statements.flatMap(({ Condition }) => Object.values(Condition?.ArnLike ?? {})).flat();

  expect(arns.map((arn) => arn.replace(/^.*log-group:/, "")).sort()).toEqual(
    Object.values(resourcesOf(whole, "aws_cloudwatch_log_group"))
      .map(({ name }) => String(name))
      .sort(),
  );
});

test("It tells tenants what only AWS knows, in parameters that anybody may read who may read parameters.", () => {
  const parameters = Object.values(resourcesOf(whole, "aws_ssm_parameter"));

  expect(parameters.map(({ name }) => name).sort()).toEqual([
    "/mlp/dev/foundation/endpoint-security-group-id",
    "/mlp/dev/foundation/s3-endpoint-id",
    "/mlp/dev/foundation/s3-prefix-list-id",
    "/mlp/dev/foundation/subnet-id/eu-central-1a",
    "/mlp/dev/foundation/subnet-id/eu-central-1b",
    "/mlp/dev/foundation/vpc-id",
  ]);
  expect(new Set(parameters.map(({ type }) => type))).toEqual(new Set(["String"]));
  expect(parameters.filter((parameter) => "value" in parameter)).toEqual([]);
});

test("What it publishes is what tenants read.", () => {
  const tenant = synthStack("tenant-acme", awsPlatform(), [wholeAwsTenant("acme")]);
  const published = new Set(Object.values(resourcesOf(whole, "aws_ssm_parameter")).map(({ name }) => name));
  const read = Object.values(tenant.data?.aws_ssm_parameter ?? {}).map(({ name }) => name);

  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((name) => !published.has(name))).toEqual([]);
});

test("What holds data cannot be destroyed, unless the platform is on its way out.", () => {
  const guarded = (stack: typeof whole) =>
    ["aws_s3_bucket", "aws_kms_key"].flatMap((type) =>
      Object.values(resourcesOf(stack, type)).map(({ lifecycle }) => lifecycle),
    );
  const retiring = synthStack("aws-foundation", { ...wholeAwsPlatform(), lifecycle: "retiring" });

  expect(guarded(whole)).toEqual(Array(4).fill({ prevent_destroy: true }));
  expect(guarded(retiring)).toEqual(Array(4).fill({ prevent_destroy: false }));
});

test("A tenant's own account has the same foundation, under the tenant's names, in the tenant's stack.", () => {
  const tenant = awsTenant("acme", { aws: { isolation: "account", accountId: TENANT_ACCOUNT } });
  const stackOf = (name: string) => synthStack(name, awsPlatform(), [tenant]);
  const platform = Object.keys(resourcesByPath(stackOf("aws-foundation"), "aws_vpc_endpoint"));
  const own = stackOf("tenant-acme");

  expect(Object.keys(resourcesByPath(own, "aws_vpc_endpoint"))).toHaveLength(platform.length);
  expect(JSON.stringify(own.resource.aws_vpc_endpoint)).not.toContain("123456789012");
  expect(Object.values(resourcesOf(own, "aws_cloudtrail")).map(({ name }) => name)).toEqual(["mlp-dev-acme-trail"]);
  expect(Object.values(resourcesOf(own, "aws_s3_bucket")).map(({ bucket }) => String(bucket))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^mlp-dev-acme--trail-/)]),
  );
});
