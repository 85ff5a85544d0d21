import { creationPolicy, dataPolicy, executionPolicy, usePolicy } from "../../../lib/aws/iam/identity";
import type { PolicyDocument, Statement } from "../../../lib/aws/iam/policy";
import { awsTenantOf } from "../../support/aws-stack";
import { scopeOf, statementOf } from "../../support/tenant-scope";

const SCOPE = scopeOf(undefined, "d-000000000001");
const POLICIES: readonly [string, PolicyDocument][] = [
  ["creation", creationPolicy(SCOPE)],
  ["use", usePolicy(SCOPE)],
  ["data", dataPolicy(SCOPE)],
  ["execution", executionPolicy(SCOPE)],
];
const statements = POLICIES.flatMap(([, { Statement: all }]) => all);
const actionsOf = ({ Action = [] }: Statement) => [Action].flat();
const statementsWith = (action: string) => statements.filter((statement) => actionsOf(statement).includes(action));

test("No policy allows actions by a pattern, so that an action that AWS adds is not allowed by itself.", () => {
  expect(statements.flatMap(actionsOf).filter((action) => action.includes("*"))).toEqual([]);
});

test("Every resource is the tenant's, but for what cannot be scoped.", () => {
  const wide = statements.filter(({ Resource }) => Resource === "*").map(({ Sid }) => Sid);

  expect(wide).toEqual(["RegistryToken", "Metrics", "SeeNetwork"]);
});

test.each([
  "CreateModel",
  "CreateTrainingJob",
  "CreateProcessingJob",
  "CreateTransformJob",
  "CreateEndpointConfig",
  "CreateEndpoint",
])("%s needs the tenant's tag in the request, wherever it is allowed.", (action) => {
  const allowed = statementsWith(`sagemaker:${action}`);

  expect(allowed).not.toEqual([]);
  for (const { Condition } of allowed) {
    expect(Condition).toMatchObject({ StringEquals: { "aws:RequestTag/tenant": "acme" } });
  }
});

test.each(["CreateTrainingJob", "CreateProcessingJob", "CreateTransformJob"])(
  "%s names a key for what it writes.",
  (action) => {
    for (const { Condition } of statementsWith(`sagemaker:${action}`)) {
      expect(Condition).toMatchObject({ Null: { "sagemaker:OutputKmsKeyArn": "false" } });
    }
  },
);

test.each(["CreateModel", "CreateTrainingJob", "CreateProcessingJob"])("%s needs the tenant's network.", (action) => {
  for (const { Condition } of statementsWith(`sagemaker:${action}`)) {
    expect(Condition).toMatchObject({
      Null: { "sagemaker:VpcSubnets": "false", "sagemaker:VpcSecurityGroupIds": "false" },
    });
  }
});

test("A model that a tenant makes reaches nothing, and the containers of its jobs talk to each other encrypted.", () => {
  expect(statementOf(creationPolicy(SCOPE), "CreateModel").Condition).toMatchObject({
    Bool: { "sagemaker:NetworkIsolation": "true" },
  });
  for (const { Condition } of statementsWith("sagemaker:CreateTrainingJob")) {
    expect(Condition).toMatchObject({ Bool: { "sagemaker:InterContainerTrafficEncryption": "true" } });
  }
});

test.each(["CreateTrainingJob", "CreateProcessingJob", "CreateTransformJob", "CreateEndpointConfig"])(
  "%s needs the tenant's key for its volumes, or instances whose disks encrypt themselves.",
  (action) => {
    const [withKey, onLocalDisks, ...others] = statementsWith(`sagemaker:${action}`);

    expect(withKey?.Condition).toMatchObject({ ArnEquals: { "sagemaker:VolumeKmsKeyArn": SCOPE.keyArn } });
    expect(onLocalDisks?.Condition).toMatchObject({
      "ForAnyValue:StringLike": {
        "sagemaker:InstanceTypes": expect.arrayContaining(["ml.g5.*", "ml.p4d.*"]) as unknown,
      },
    });
    expect(others).toEqual([]);
  },
);

test("What is used has the tenant's tag beside the tenant's name.", () => {
  for (const action of ["InvokeEndpoint", "CreatePresignedNotebookInstanceUrl", "StopTrainingJob", "DeleteModel"]) {
    for (const { Condition } of statementsWith(`sagemaker:${action}`)) {
      expect(Condition).toMatchObject({ StringEquals: { "aws:ResourceTag/tenant": "acme" } });
    }
  }
});

test("What Terraform made is not changed or deleted by the tenant.", () => {
  for (const action of ["DeleteEndpoint", "DeleteEndpointConfig", "DeleteModel", "UpdateEndpoint"]) {
    expect(statementsWith(`sagemaker:${action}`).map(({ Condition }) => Condition?.StringNotEquals)).toEqual([
      { "aws:ResourceTag/managedBy": "terraform" },
    ]);
  }
});

test("Tags are added while something is made, and never later.", () => {
  expect(statementsWith("sagemaker:AddTags").map(({ Condition }) => Condition)).toEqual([
    { Null: { "sagemaker:TaggingAction": "false" } },
  ]);
});

test("The role that can be passed is the tenant's own, to SageMaker.", () => {
  expect(statementsWith("iam:PassRole")).toEqual([
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

test("Logs of groups that tenants share are read and written by the tenant's own streams only.", () => {
  const shared = statements.filter(({ Resource }) => JSON.stringify(Resource).includes("TrainingJobs"));

  expect(shared.map(({ Sid }) => Sid)).toEqual(["ReadOwnStreams", "WriteOwnStreams"]);
  for (const { Resource } of shared) {
    for (const arn of [Resource ?? []].flat()) {
      expect(arn).toMatch(/:log-stream:(mlp-dev-acme--\*|d-000000000001\/\*)$/);
    }
  }
  expect(shared.flatMap(actionsOf)).not.toContain("logs:FilterLogEvents");
});

test("Images and models outside the tenant's own are read one by one.", () => {
  const image = "763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-inference";
  const tenant = awsTenantOf({
    aws: {
      images: [image],
      serving: [
        {
          name: "churn",
          image: `${image}:2.5`,
          modelData: "s3://shared-models/churn/3/model.tar.gz",
          instanceType: "ml.m5.large",
        },
      ],
    },
  });
  const elsewhere = dataPolicy(scopeOf(tenant));

  expect(statementOf(elsewhere, "ModelsElsewhere")).toMatchObject({
    Action: "s3:GetObject",
    Resource: ["arn:aws:s3:::shared-models/churn/3/model.tar.gz"],
  });
  expect(statementOf(elsewhere, "ImagesElsewhere")).toMatchObject({
    Action: expect.not.arrayContaining(["ecr:PutImage"]) as unknown,
    Resource: ["arn:aws:ecr:eu-central-1:763104351884:repository/pytorch-inference"],
  });
  expect(dataPolicy(scopeOf()).Statement.map(({ Sid }) => Sid)).not.toContain("ImagesElsewhere");
});

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
