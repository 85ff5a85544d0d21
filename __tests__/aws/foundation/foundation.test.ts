import { awsPlatform, awsTenant, TENANT_ACCOUNT } from "../../support/files";
import { wholeAwsPlatform } from "../../support/iam/whole-files";
import { resourcesByPath, resourcesOf, synthStack } from "../../support/synth";

const whole = synthStack("aws-foundation", wholeAwsPlatform());

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
