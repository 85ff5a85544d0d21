import { PublishedEnvironment } from "../../../lib/aws/tenant/published-environment";
import { TerraformOutput } from "../../../lib/terraform/cdktf";
import { awsTenantOf, synthAws } from "../../support/aws-stack";

const { place } = awsTenantOf();
if (place.isolation !== "shared-account") throw new Error("the tenant has an account of its own");
const { parameters } = place;

const stack = synthAws((scope) => {
  const environment = new PublishedEnvironment(scope, "environment", parameters);
  new TerraformOutput(scope, "subnets", { value: environment.subnetIds });
});

test("A tenant reads the foundation's parameters by their literal names, and no state.", () => {
  const names = Object.values(stack.data?.aws_ssm_parameter ?? {}).map(({ name }) => name);

  expect(names.sort()).toEqual([
    "/mlp/dev/foundation/endpoint-security-group-id",
    "/mlp/dev/foundation/s3-endpoint-id",
    "/mlp/dev/foundation/s3-prefix-list-id",
    "/mlp/dev/foundation/subnet-id/eu-central-1a",
    "/mlp/dev/foundation/subnet-id/eu-central-1b",
    "/mlp/dev/foundation/vpc-id",
  ]);
});

test("The values are not sensitive, so that plans show the policies that they stand in.", () => {
  expect(JSON.stringify(stack.output)).toMatch(/\.insecure_value\}/);
});
