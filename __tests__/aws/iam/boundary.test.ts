import { boundaryPolicy } from "../../../lib/aws/iam/boundary";
import { creationPolicy } from "../../../lib/aws/iam/identity/creation";
import { dataPolicy } from "../../../lib/aws/iam/identity/data";
import { executionPolicy } from "../../../lib/aws/iam/identity/execution";
import { usePolicy } from "../../../lib/aws/iam/identity/use";
import type { PolicyDocument } from "../../../lib/aws/iam/policy";
import { sizeOf } from "../../../lib/aws/iam/size";
import { MOST_CHARACTERS } from "../../../lib/blueprint/policy-size";
import { longestScope } from "../../../lib/aws/iam/tenant-scope";
import { awsTenantOf } from "../../support/aws-stack";
import { scopeOf, statementOf } from "../../support/tenant-scope";

const SCOPE = scopeOf(undefined, "d-000000000001");
const actionsOf = ({ Statement: statements }: PolicyDocument, effect: string) =>
  statements.filter(({ Effect }) => Effect === effect).flatMap(({ Action = [] }) => Action);
const matches = (pattern: string, action: string) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(action);

describe("the boundary of a tenant's roles", () => {
  const boundary = boundaryPolicy(SCOPE);

  test("denies everything outside of the tenant's own names, but for what IAM cannot scope and SageMaker needs", () => {
    const { Effect, NotAction, NotResource, Condition } = statementOf(boundary, "Outside");

    expect({ Effect, Condition }).toEqual({ Effect: "Deny" });
    expect(NotAction).toEqual(["cloudwatch:PutMetricData", "ec2:Describe*", "ecr:GetAuthorizationToken"]);
    expect(NotResource).toEqual([
      "arn:aws:sagemaker:eu-central-1:123456789012:endpoint/mlp-dev-acme--*",
      "arn:aws:sagemaker:eu-central-1:123456789012:endpoint-config/mlp-dev-acme--*",
      "arn:aws:sagemaker:eu-central-1:123456789012:model/mlp-dev-acme--*",
      "arn:aws:sagemaker:eu-central-1:123456789012:notebook-instance/mlp-dev-acme--*",
      "arn:aws:sagemaker:eu-central-1:123456789012:processing-job/mlp-dev-acme--*",
      "arn:aws:sagemaker:eu-central-1:123456789012:training-job/mlp-dev-acme--*",
      "arn:aws:sagemaker:eu-central-1:123456789012:transform-job/mlp-dev-acme--*",
      "arn:aws:sagemaker:eu-central-1:123456789012:app/d-000000000001/*",
      "arn:aws:sagemaker:eu-central-1:123456789012:domain/d-000000000001",
      "arn:aws:sagemaker:eu-central-1:123456789012:space/d-000000000001/*",
      "arn:aws:sagemaker:eu-central-1:123456789012:user-profile/d-000000000001/*",
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/NotebookInstances:log-stream:mlp-dev-acme--*",
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/ProcessingJobs:log-stream:mlp-dev-acme--*",
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:log-stream:mlp-dev-acme--*",
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/TransformJobs:log-stream:mlp-dev-acme--*",
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/studio:log-stream:d-000000000001/*",
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/Endpoints/mlp-dev-acme--*",
      "arn:aws:ec2:eu-central-1:123456789012:network-interface/*",
      "arn:aws:ec2:eu-central-1:123456789012:security-group/sg-0000000000000002",
      "arn:aws:ec2:eu-central-1:123456789012:subnet/*",
      expect.stringMatching(/^arn:aws:s3:::mlp-dev-acme--data-[a-z2-7]{5}$/),
      expect.stringMatching(/^arn:aws:s3:::mlp-dev-acme--data-[a-z2-7]{5}\/\*$/),
      SCOPE.keyArn,
      "arn:aws:ecr:eu-central-1:123456789012:repository/mlp-dev/acme/*",
      "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec",
      "arn:aws:ssm:eu-central-1:123456789012:parameter/mlp/dev/tenant/acme",
      "arn:aws:ssm:eu-central-1:123456789012:parameter/mlp/dev/tenant/acme/*",
    ]);
  });

  test("allows every verb that the roles' own policies give, and none that they do not", () => {
    const verbs = actionsOf(boundary, "Allow");
    const given = [creationPolicy, usePolicy, dataPolicy, executionPolicy].flatMap((of) =>
      actionsOf(of(SCOPE), "Allow"),
    );

    expect(given.filter((action) => !verbs.some((verb) => matches(verb, action)))).toEqual([]);
    expect(verbs.filter((verb) => !given.some((action) => matches(verb, action)))).toEqual([]);
  });

  test.each([
    ["sagemaker:UpdateNotebookInstance", "its lifecycle configuration and its code repository could be another's"],
    ["sagemaker:CreateNotebookInstance", "its code repository could be another tenant's"],
    ["sagemaker:CreateHyperParameterTuningJob", "its parent could be another tenant's job"],
    ["sagemaker:UpdateDomain", "its images and subnets could be another tenant's"],
    ["sagemaker:UpdateUserProfile", "its role and file system could be another tenant's"],
    ["sagemaker:UpdateSpace", "its file system could be another tenant's"],
    ["sagemaker:CreateMonitoringSchedule", "the endpoint that it watches could be another tenant's"],
    ["sagemaker:UpdateMonitoringSchedule", "the same"],
    ["sagemaker:CreateFeatureGroup", "its table in Glue could be another tenant's"],
    ["sagemaker:CreatePipeline", "its definition could name anything"],
    ["sagemaker:CreateInferenceComponent", "its endpoint could be another tenant's"],
    ["sagemaker:DeleteTags", "the tenant's tag could go"],
    ["sagemaker:PutResourcePolicy", "it is of the whole account"],
    ["s3:PutBucketPolicy", "it could let others in"],
    ["s3:DeleteObjectVersion", "what was overwritten could not be restored"],
    ["kms:PutKeyPolicy", "it could let others in"],
    ["kms:ScheduleKeyDeletion", "the data would be lost"],
    ["ecr:SetRepositoryPolicy", "it could let others in"],
    ["iam:DeleteRolePermissionsBoundary", "nothing would hold the role any more"],
    ["iam:CreateRole", "a role without a boundary could be made"],
    ["sts:AssumeRole", "another tenant's role could be taken"],
    ["logs:DescribeLogGroups", "it tells the names of other tenants' endpoints"],
  ])("never allows %s: %s", (action) => {
    expect(actionsOf(boundary, "Allow").filter((verb) => matches(verb, action))).toEqual([]);
  });

  test("has one condition key a statement, for the keys of a Deny must all be true", () => {
    const keys = boundary.Statement.map(({ Condition = {} }) => new Set(Object.values(Condition).flatMap(Object.keys)));

    expect(keys.filter(({ size }) => size > 1)).toEqual([]);
    expect(keys.filter(({ size }) => size === 1)).toHaveLength(10);
  });

  test("denies a foreign parameter only where there is one: a negated operator is also true of a missing key", () => {
    const negated = boundary.Statement.filter(({ Condition = {} }) =>
      Object.keys(Condition).some((operator) => /^(String|Arn)Not/.test(operator)),
    );

    expect(negated.map(({ Sid }) => Sid)).toEqual([
      "ForeignModel",
      "ForeignVolumeKey",
      "ForeignOutputKey",
      "ForeignTag",
    ]);
    for (const { Condition = {} } of negated) {
      const [key] = Object.keys(Condition.Null ?? {});
      expect(Condition).toEqual({
        [Object.keys(Condition)[0] ?? ""]: { [String(key)]: expect.anything() as unknown },
        Null: { [String(key)]: "false" },
      });
    }
  });

  test("says nothing of Studio for a tenant without it", () => {
    const { NotResource } = statementOf(boundaryPolicy(scopeOf()), "Outside");

    expect(JSON.stringify(NotResource)).not.toMatch(/:(app|domain|space|user-profile)\/|studio/);
    expect(boundaryPolicy(scopeOf()).Statement.map(({ Sid }) => Sid)).not.toContain("ForeignImage");
  });
});

test.each([
  ["aws", "ap-southeast-1"],
  ["aws-us-gov", "us-gov-west-1"],
  ["aws-cn", "cn-northwest-1"],
])(
  "With the longest ids, everything switched on and four zones, IAM in %s takes every policy.",
  (partition, region) => {
    const zones = ["a", "b", "c", "d"].map((zone) => `${region}${zone}`);
    const tenant = awsTenantOf(
      { aws: { studio: { users: ["ada"] }, principals: [`arn:${partition}:iam::123456789012:role/people`] } },
      {
        prefix: "mlpabcde",
        instance: "instance",
        aws: {
          partition,
          region,
          deployers: [`arn:${partition}:iam::123456789012:role/terraform`],
          foundation: { addressSpace: "10.40.0.0/20", availabilityZones: zones },
        },
      },
      "abcdefghijklmnop",
    );
    const scope = longestScope({ ...scopeOf(tenant, "d-1"), subnetIds: zones });
    const sizes = [boundaryPolicy, creationPolicy, usePolicy, dataPolicy, executionPolicy].map((of) =>
      sizeOf(of(scope)),
    );

    expect(sizes.filter((size) => size > MOST_CHARACTERS.managedPolicy)).toEqual([]);
    // The boundary has room for a few repositories and models of others.
    expect(sizes[0]).toBeLessThanOrEqual(6000);
  },
);
