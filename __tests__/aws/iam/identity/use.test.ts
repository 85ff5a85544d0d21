import { usePolicy } from "../../../../lib/aws/iam/identity/use";
import { scopeOf, statementOf, statementsWith } from "../../../support/tenant-scope";

const SCOPE = scopeOf(undefined, "d-000000000001");

test("What is used has the tenant's tag beside the tenant's name.", () => {
  for (const action of ["InvokeEndpoint", "CreatePresignedNotebookInstanceUrl", "StopTrainingJob", "DeleteModel"]) {
    for (const { Condition } of statementsWith(usePolicy(SCOPE), `sagemaker:${action}`)) {
      expect(Condition).toMatchObject({ StringEquals: { "aws:ResourceTag/tenant": "acme" } });
    }
  }
});

test("What Terraform made is not changed or deleted by the tenant.", () => {
  for (const action of ["DeleteEndpoint", "DeleteEndpointConfig", "DeleteModel", "UpdateEndpoint"]) {
    expect(
      statementsWith(usePolicy(SCOPE), `sagemaker:${action}`).map(({ Condition }) => Condition?.StringNotEquals),
    ).toEqual([{ "aws:ResourceTag/managedBy": "terraform" }]);
  }
});

test("The role that can be passed is the tenant's own, to SageMaker.", () => {
  expect(statementsWith(usePolicy(SCOPE), "iam:PassRole")).toEqual([
    expect.objectContaining({
      Resource: "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec",
      Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    }),
  ]);
});

test("Studio is the tenant's by its domain's id, and nothing is said of Studio without one.", () => {
  expect(statementOf(usePolicy(SCOPE), "OpenStudio").Resource).toEqual([
    "arn:aws:sagemaker:eu-central-1:123456789012:user-profile/d-000000000001/*",
  ]);
  expect(JSON.stringify(usePolicy(scopeOf()))).not.toContain("Studio");
});

test("Network interfaces are made in the tenant's subnets with its own security group, and no other.", () => {
  const arns = [statementOf(usePolicy(SCOPE), "MakeInterfaces").Resource ?? []].flat();

  expect(arns.filter((arn) => !arn.endsWith("network-interface/*"))).toEqual([
    "arn:aws:ec2:eu-central-1:123456789012:subnet/subnet-0000000000000001",
    "arn:aws:ec2:eu-central-1:123456789012:subnet/subnet-0000000000000002",
    "arn:aws:ec2:eu-central-1:123456789012:security-group/sg-0000000000000002",
  ]);
});
