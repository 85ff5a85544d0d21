import { awsPlatform } from "../../support/files";
import { wholeAwsPlatform, wholeAwsTenant } from "../../support/iam/whole-files";
import { resourcesOf, synthStack } from "../../support/synth";

const whole = synthStack("aws-foundation", wholeAwsPlatform());

test("The foundation tells tenants what only AWS knows, in parameters that anybody may read who may read parameters.", () => {
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

test("What the foundation publishes is what tenants read.", () => {
  const tenant = synthStack("tenant-acme", awsPlatform(), [wholeAwsTenant("acme")]);
  const published = new Set(Object.values(resourcesOf(whole, "aws_ssm_parameter")).map(({ name }) => name));
  const read = Object.values(tenant.data?.aws_ssm_parameter ?? {}).map(({ name }) => name);

  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((name) => !published.has(name))).toEqual([]);
});
