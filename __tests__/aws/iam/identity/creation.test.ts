import { creationPolicy } from "../../../../lib/aws/iam/identity/creation";
import { scopeOf, statementOf, statementsWith } from "../../../support/tenant-scope";

const SCOPE = scopeOf(undefined, "d-000000000001");

test.each([
  "CreateModel",
  "CreateTrainingJob",
  "CreateProcessingJob",
  "CreateTransformJob",
  "CreateEndpointConfig",
  "CreateEndpoint",
])("%s needs the tenant's tag in the request, wherever it is allowed.", (action) => {
  const allowed = statementsWith(creationPolicy(SCOPE), `sagemaker:${action}`);

  expect(allowed).not.toEqual([]);
  for (const { Condition } of allowed) {
    expect(Condition).toMatchObject({ StringEquals: { "aws:RequestTag/tenant": "acme" } });
  }
});

test.each(["CreateTrainingJob", "CreateProcessingJob", "CreateTransformJob"])(
  "%s names a key for what it writes.",
  (action) => {
    for (const { Condition } of statementsWith(creationPolicy(SCOPE), `sagemaker:${action}`)) {
      expect(Condition).toMatchObject({ Null: { "sagemaker:OutputKmsKeyArn": "false" } });
    }
  },
);

test.each(["CreateModel", "CreateTrainingJob", "CreateProcessingJob"])("%s needs the tenant's network.", (action) => {
  for (const { Condition } of statementsWith(creationPolicy(SCOPE), `sagemaker:${action}`)) {
    expect(Condition).toMatchObject({
      Null: { "sagemaker:VpcSubnets": "false", "sagemaker:VpcSecurityGroupIds": "false" },
    });
  }
});

test("A model that a tenant makes reaches nothing, and the containers of its jobs talk to each other encrypted.", () => {
  expect(statementOf(creationPolicy(SCOPE), "CreateModel").Condition).toMatchObject({
    Bool: { "sagemaker:NetworkIsolation": "true" },
  });
  for (const { Condition } of statementsWith(creationPolicy(SCOPE), "sagemaker:CreateTrainingJob")) {
    expect(Condition).toMatchObject({ Bool: { "sagemaker:InterContainerTrafficEncryption": "true" } });
  }
});

test.each(["CreateTrainingJob", "CreateProcessingJob", "CreateTransformJob", "CreateEndpointConfig"])(
  "%s needs the tenant's key for its volumes, or instances whose disks encrypt themselves.",
  (action) => {
    const [withKey, onLocalDisks, ...others] = statementsWith(creationPolicy(SCOPE), `sagemaker:${action}`);

    expect(withKey?.Condition).toMatchObject({ ArnEquals: { "sagemaker:VolumeKmsKeyArn": SCOPE.keyArn } });
    expect(onLocalDisks?.Condition).toMatchObject({
      "ForAnyValue:StringLike": {
        "sagemaker:InstanceTypes": expect.arrayContaining(["ml.g5.*", "ml.p4d.*"]) as unknown,
      },
    });
    expect(others).toEqual([]);
  },
);

test("Tags are added while something is made, and never later.", () => {
  expect(statementsWith(creationPolicy(SCOPE), "sagemaker:AddTags").map(({ Condition }) => Condition)).toEqual([
    { Null: { "sagemaker:TaggingAction": "false" } },
  ]);
});
