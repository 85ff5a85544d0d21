import {
  ACCOUNT,
  type Asked,
  may,
  OF_TERRAFORM,
  tagsAs,
  tenant,
  TENANT_RESOURCES,
  whole,
} from "../../support/iam/deploy-roles";
import { applied } from "../../support/iam/applied-stack";
import { NEEDS, PART_OF_OTHERS } from "../../support/iam/terraform-needs";
import { wholeAwsPlatform } from "../../support/iam/whole-files";
import { synthStack } from "../../support/synth";

describe("the deploy role", () => {
  test("knows every type of resource that a tenant can have", () => {
    const unknown = Object.keys(tenant.resource).filter((type) => !(type in NEEDS) && !PART_OF_OTHERS.includes(type));

    expect(unknown).toEqual([]);
  });

  test.each(Object.keys(NEEDS))("makes, changes, reads and deletes %s of a tenant", (type) => {
    const { arn, make, change, read } = NEEDS[type] ?? { arn: () => "", make: [], change: [], read: [] };
    const refused = TENANT_RESOURCES.filter(([of]) => of === type).flatMap(([, resource]) => {
      const creates = {
        ...OF_TERRAFORM,
        "ec2:CreateAction": make.map((action) => action.replace("ec2:", "")).slice(0, 1),
      };
      return [
        ...make.filter(
          (action) =>
            may("deploy", action, arn(resource), { known: { ...creates, ...tagsAs("aws:RequestTag") } }) !== true,
        ),
        ...[...change, ...read].filter(
          (action) =>
            may("deploy", action, arn(resource), { known: { ...OF_TERRAFORM, ...tagsAs("aws:ResourceTag") } }) !== true,
        ),
      ];
    });

    expect(refused).toEqual([]);
  });
});

describe.each(["deploy", "plan"] as const)("the %s role changes nothing of the foundation:", (role) => {
  const foundation = applied("aws-foundation", whole);
  const own = (type: string, id: string) =>
    Object.entries(foundation.resource[type] ?? {}).find(([key]) => key.includes(id))?.[1] ?? {};
  const boundaryJson = JSON.parse(String(own("aws_iam_policy", "boundary-policy").policy)) as {
    Statement: { Sid: string; Resource: string[] }[];
  };
  const kept = boundaryJson.Statement.find(({ Sid }) => Sid === "FoundationStays")?.Resource ?? [];
  const platformRole = `arn:aws:iam::${ACCOUNT}:role/mlp-dev/platform/mlp-dev--`;
  const everyTag = { known: { ...tagsAs("aws:ResourceTag"), ...tagsAs("aws:RequestTag"), ...OF_TERRAFORM } };

  test.each([
    ["its own role", `${platformRole}deploy`, ["iam:UpdateAssumeRolePolicy", "iam:DeleteRole", "iam:AttachRolePolicy"]],
    [
      "the role of plans",
      `${platformRole}plan`,
      ["iam:UpdateAssumeRolePolicy", "iam:AttachRolePolicy", "iam:PassRole"],
    ],
    [
      "its boundary",
      `arn:aws:iam::${ACCOUNT}:policy/mlp-dev/platform/mlp-dev--deploy-boundary`,
      ["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:DeletePolicy"],
    ],
    [
      "the identity provider",
      `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
      [
        "iam:DeleteOpenIDConnectProvider",
        "iam:UpdateOpenIDConnectProviderThumbprint",
        "iam:AddClientIDToOpenIDConnectProvider",
      ],
    ],
    [
      "the trail",
      `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/mlp-dev-trail`,
      ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors"],
    ],
    [
      "the trail's bucket",
      `arn:aws:s3:::${String(own("aws_s3_bucket", "trail").bucket)}`,
      ["s3:PutBucketPolicy", "s3:DeleteBucket", "s3:PutLifecycleConfiguration"],
    ],
    [
      "what is in the trail's bucket",
      `arn:aws:s3:::${String(own("aws_s3_bucket", "trail").bucket)}/AWSLogs/x`,
      ["s3:GetObject", "s3:DeleteObject", "s3:PutObject"],
    ],
    [
      "its keys, even if they had a tenant's tags",
      kept.find((arn) => arn.includes(":key/")) ?? "",
      ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:CreateGrant", "kms:Decrypt"],
    ],
    [
      "the security group of endpoints, even if it had a tenant's tags",
      kept.find((arn) => arn.includes(":security-group/")) ?? "",
      [
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:RevokeSecurityGroupIngress",
        "ec2:DeleteSecurityGroup",
        "ec2:CreateTags",
      ],
    ],
    [
      "what it tells tenants",
      `arn:aws:ssm:eu-central-1:${ACCOUNT}:parameter/mlp/dev/foundation/vpc-id`,
      ["ssm:PutParameter", "ssm:DeleteParameter"],
    ],
    [
      "log groups that tenants share",
      `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:/aws/sagemaker/TrainingJobs:*`,
      ["logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:FilterLogEvents"],
    ],
    [
      "the network",
      `arn:aws:ec2:eu-central-1:${ACCOUNT}:vpc-endpoint/vpce-1`,
      ["ec2:ModifyVpcEndpoint", "ec2:DeleteVpcEndpoints", "ec2:CreateInternetGateway", "ec2:CreateRoute"],
    ],
  ])("not %s, neither by its policies nor by any others under its boundary", (_, resource, actions) => {
    const allowed = (asked: Asked) => actions.filter((action) => may(role, action, resource, asked) !== false);

    expect(allowed({ known: OF_TERRAFORM, only: "policies" })).toEqual([]);
    expect(allowed({ ...everyTag, only: "boundary" })).toEqual([]);
  });

  test("but reads how it is set up", () => {
    expect(may(role, "iam:GetRole", `${platformRole}deploy`)).toBe(true);
    expect(may(role, "kms:GetKeyPolicy", kept.find((arn) => arn.includes(":key/")) ?? "")).toBe(true);
    expect(may(role, "s3:GetBucketPolicy", `arn:aws:s3:::${String(own("aws_s3_bucket", "trail").bucket)}`)).toBe(true);
  });

  test.each([
    ["s3:GetObject", "arn:aws:s3:::mlp-dev-acme--data-aaaaa/x"],
    ["s3:PutObject", "arn:aws:s3:::mlp-dev-acme--data-aaaaa/x"],
    ["kms:Decrypt", `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1`],
    [
      "sagemaker:CreatePresignedNotebookInstanceUrl",
      `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:notebook-instance/mlp-dev-acme--research`,
    ],
    ["sagemaker:CreatePresignedDomainUrl", `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:user-profile/d-1/ada`],
    ["sagemaker:InvokeEndpoint", `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:endpoint/mlp-dev-acme--churn`],
    ["ecr:BatchGetImage", `arn:aws:ecr:eu-central-1:${ACCOUNT}:repository/mlp-dev/acme/images`],
    ["sts:AssumeRole", `arn:aws:iam::${ACCOUNT}:role/mlp-dev/tenant/acme/mlp-dev-acme--exec`],
  ])("nor comes to tenants' data by %s", (action, resource) => {
    expect(may(role, action, resource, { ...everyTag, only: "policies" })).toBe(false);
    expect(may(role, action, resource, { ...everyTag, only: "boundary" })).toBe(false);
  });
});

test("The policies fit into IAM with the longest names.", () => {
  const long = synthStack("aws-foundation", {
    ...wholeAwsPlatform(),
    prefix: "mlplatfm",
    instance: "producti",
    backend: {
      s3: {
        bucket: "a".repeat(63),
        region: "us-gov-west-1",
        kmsKeyId: `arn:aws:kms:eu-central-1:123456789012:key/${"a".repeat(36)}`,
      },
    },
  });
  const sizes = Object.values(applied("aws-foundation", long).resource.aws_iam_policy ?? {}).map(
    ({ policy }) => String(policy).length,
  );

  expect(sizes.filter((size) => size > 6144)).toEqual([]);
});
