import { executionPolicy } from "../../../../lib/aws/iam/identity/execution";
import { scopeOf, statementOf } from "../../../support/tenant-scope";

const SCOPE = scopeOf(undefined, "d-000000000001");

test("Network interfaces are handed to SageMaker only.", () => {
  expect(statementOf(executionPolicy(SCOPE), "HandInterfacesToSageMaker").Condition).toMatchObject({
    StringEquals: { "ec2:AuthorizedService": "sagemaker.amazonaws.com" },
  });
});

test("Metrics go to namespaces of jobs and to the tenant's own, never to those that endpoints' alarms look at.", () => {
  expect(statementOf(executionPolicy(SCOPE), "Metrics").Condition).toEqual({
    StringLike: {
      "cloudwatch:namespace": [
        "/aws/sagemaker/ProcessingJobs",
        "/aws/sagemaker/TrainingJobs",
        "/aws/sagemaker/TransformJobs",
        "mlp-dev-acme--*",
      ],
    },
  });
});
