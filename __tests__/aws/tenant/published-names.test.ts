import { PublishedNames } from "../../../lib/aws/tenant/published-names";
import { synthAws } from "../../support/aws-stack";
import { resourcesOf } from "../../support/synth";

const parameters = Object.values(
  resourcesOf(
    synthAws(
      (scope) =>
        new PublishedNames(scope, "names", {
          path: "/mlp/dev/tenant/acme",
          names: { bucket: "mlp-dev-acme--data-abcde", "endpoint/churn": "mlp-dev-acme--churn", "endpoint-churn": "x" },
        }),
    ),
    "aws_ssm_parameter",
  ),
);

test("Names are parameters below the tenant's path, each its own.", () => {
  expect(parameters.map(({ name }) => name).sort()).toEqual([
    "/mlp/dev/tenant/acme/bucket",
    "/mlp/dev/tenant/acme/endpoint-churn",
    "/mlp/dev/tenant/acme/endpoint/churn",
  ]);
});

test("A plan shows them: they are no secrets.", () => {
  expect(parameters[0]).toMatchObject({ type: "String", insecure_value: "mlp-dev-acme--data-abcde" });
  expect(parameters[0]).not.toHaveProperty("value");
});
