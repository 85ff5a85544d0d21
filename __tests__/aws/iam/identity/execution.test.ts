import { executionPolicy } from "../../../../lib/aws/iam/identity/execution";
import { scopeOf, statementOf } from "../../../support/tenant-scope";

const SCOPE = scopeOf(undefined, "d-000000000001");

test("Network interfaces are made with the tenant's security group only, and handed to SageMaker only.", () => {
  const execution = executionPolicy(SCOPE);
  const groups = [statementOf(execution, "MakeInterfaces").Resource ?? []]
    .flat()
    .filter((arn) => arn.includes("security-group"));

  expect(groups).toEqual(["arn:aws:ec2:eu-central-1:123456789012:security-group/sg-0000000000000002"]);
  expect(statementOf(execution, "HandInterfacesToSageMaker").Condition).toMatchObject({
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
