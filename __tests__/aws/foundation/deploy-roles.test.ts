import type { PolicyDocument } from "../../../lib/aws/iam/policy";
import { actionsMatching } from "../../../lib/aws/iam/lint/known-actions";
import { isWildcardOnly } from "../../../lib/aws/iam/service-data/service-data";
import { awsPlatform, type Content } from "../../support/files";
import { applied } from "../../support/iam/applied-stack";
import { verdict } from "../../support/iam/evaluator";
import type { ContextValue } from "../../support/iam/request";
import { NEEDS, PART_OF_OTHERS } from "../../support/iam/terraform-needs";
import { wholeAwsPlatform, wholeAwsTenant } from "../../support/iam/whole-files";
import { type Arguments, resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const whole = synthStack("aws-foundation", wholeAwsPlatform());
const tenant = applied("tenant-acme", synthStack("tenant-acme", wholeAwsPlatform(), [wholeAwsTenant("acme")]));
const TENANT_RESOURCES = Object.entries(tenant.resource).flatMap(([type, resources]) =>
  Object.values(resources).map((resource): [string, Arguments] => [type, resource]),
);
const ACCOUNT = "123456789012";
const TAGS = { platform: ["mlp"], instance: ["dev"], tenant: ["acme"] };
const tagsAs = (key: string, tags: Record<string, readonly string[]> = TAGS): Record<string, ContextValue> =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [`${key}/${name}`, value]));

/** What a key, or a role, says in whose policy nothing is missing. */
const OPEN: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "All",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: ["kms:*", "sts:*"],
      Resource: "*",
    },
  ],
};

const EVERYTHING: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }],
};

type Role = "deploy" | "plan";

interface Asked {
  readonly known?: Record<string, ContextValue>;
  readonly stack?: StackJson;
  /** Which of the two is asked alone, as if the other allowed everything. Default: both are asked. */
  readonly only?: "policies" | "boundary";
}

const read = new Map<StackJson, ReadonlyMap<string, PolicyDocument>>();

/** The policies of the deploy roles, as `identity` and `boundary`. */
function policiesOf(stack: StackJson): ReadonlyMap<string, PolicyDocument> {
  const known = read.get(stack);
  if (known !== undefined) return known;
  const entries = Object.entries(applied("aws-foundation", stack).resource.aws_iam_policy ?? {}).flatMap(
    ([id, { policy }]): [string, PolicyDocument][] => {
      const part = /^deploy-roles_(\w+)-policy/.exec(id)?.[1];
      return part === undefined ? [] : [[part, JSON.parse(String(policy)) as PolicyDocument]];
    },
  );
  const policies = new Map(entries);
  read.set(stack, policies);
  return policies;
}

/** Whether a role of the foundation may do something, by its policies and its boundary. */
function may(role: Role, action: string, resource: string, { known = {}, stack = whole, only }: Asked = {}) {
  const policies = policiesOf(stack);
  const attached = role === "plan" ? ["read"] : ["identity", "data", "workloads", "operations", "read"];
  const named = (part: string) => {
    const document = policies.get(part);
    if (document === undefined) throw new Error(`the foundation has no policy ${part} of the deploy roles`);
    return document;
  };
  const target = actionsMatching(action).every(isWildcardOnly) ? "*" : resource;
  return verdict(
    {
      identity: only === "boundary" ? [EVERYTHING] : attached.map(named),
      boundary: only === "policies" ? EVERYTHING : named("boundary"),
      ...(/^(kms|sts):/.test(action) ? { resource: OPEN } : {}),
    },
    {
      asker: { roleArn: `arn:aws:iam::${ACCOUNT}:role/mlp-dev/platform/mlp-dev--${role}` },
      action,
      resource: target,
      context: { known: lower(known), others: "absent" },
    },
  );
}

function lower(known: Record<string, ContextValue>): Record<string, ContextValue> {
  return Object.fromEntries(Object.entries(known).map(([key, value]) => [key.toLowerCase(), value]));
}

const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/mlp-dev/tenant/acme/mlp-dev-acme--boundary`;
/** What requests of Terraform say besides tags. */
const OF_TERRAFORM: Record<string, ContextValue> = {
  "iam:PermissionsBoundary": [BOUNDARY],
  "kms:GrantIsForAWSResource": ["true"],
  "application-autoscaling:service-namespace": ["sagemaker"],
};

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

  test("makes keys with a tenant's tags, and none without", () => {
    const { tenant, ...platformTags } = TAGS;

    expect(may("deploy", "kms:CreateKey", "*", { known: tagsAs("aws:RequestTag", { tenant, ...platformTags }) })).toBe(
      true,
    );
    expect(may("deploy", "kms:CreateKey", "*", { known: tagsAs("aws:RequestTag", platformTags) })).toBe(false);
    expect(may("deploy", "kms:CreateKey", "*")).toBe(false);
  });

  test("attaches policies of tenants to roles of tenants, and nothing of AWS's or the platform's", () => {
    const attaches = (policy: string) =>
      may("deploy", "iam:AttachRolePolicy", `arn:aws:iam::${ACCOUNT}:role/mlp-dev/tenant/acme/mlp-dev-acme--exec`, {
        known: { "iam:PolicyARN": [policy] },
      });

    expect(attaches(BOUNDARY.replace("boundary", "use"))).toBe(true);
    expect(attaches("arn:aws:iam::aws:policy/AdministratorAccess")).toBe(false);
    expect(attaches(`arn:aws:iam::${ACCOUNT}:policy/mlp-dev/platform/mlp-dev--deploy-identity`)).toBe(false);
  });
});

describe("a role that the deploy role makes", () => {
  const makes = (boundary: ContextValue, name = "tenant/acme/mlp-dev-acme--exec", only?: Asked["only"]) =>
    may("deploy", "iam:CreateRole", `arn:aws:iam::${ACCOUNT}:role/mlp-dev/${name}`, {
      known: { "iam:PermissionsBoundary": boundary },
      ...(only === undefined ? {} : { only }),
    });

  test("is under a boundary of a tenant, or under one that denies everything", () => {
    expect(makes([BOUNDARY])).toBe(true);
    expect(makes(["arn:aws:iam::aws:policy/AWSDenyAll"])).toBe(true);
  });

  test.each([
    ["without a boundary", "absent" as const],
    ["under a policy of AWS", ["arn:aws:iam::aws:policy/AdministratorAccess"] as const],
    [
      "under a policy of the platform",
      [`arn:aws:iam::${ACCOUNT}:policy/mlp-dev/platform/mlp-dev--deploy-boundary`] as const,
    ],
    ["under a policy of another platform", [BOUNDARY.replace("mlp-dev/", "mlp-prod/")] as const],
  ])("is not made %s, neither by its policies nor by any others under its boundary", (_, boundary) => {
    expect(makes(boundary, undefined, "policies")).toBe(false);
    expect(makes(boundary, undefined, "boundary")).toBe(false);
  });

  test.each(["platform/mlp-dev--admin", "admin"])("is not made as %s", (name) => {
    expect(makes([BOUNDARY], name)).toBe(false);
  });

  test("never loses its boundary, and has no policy written into it", () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/mlp-dev/tenant/acme/mlp-dev-acme--exec`;

    expect(may("deploy", "iam:DeleteRolePermissionsBoundary", role)).toBe(false);
    expect(may("deploy", "iam:PutRolePolicy", role)).toBe(false);
    expect(may("deploy", "iam:PutRolePermissionsBoundary", role, { known: { "iam:PermissionsBoundary": ["x"] } })).toBe(
      false,
    );
  });

  test.each([
    ["exec", "sagemaker.amazonaws.com", true],
    ["domain", "sagemaker.amazonaws.com", true],
    ["user", "sagemaker.amazonaws.com", false],
    ["exec", "ec2.amazonaws.com", false],
    ["exec", "lambda.amazonaws.com", false],
  ])("as %s is passed to %s: %s", (what, service, allowed) => {
    const role = `arn:aws:iam::${ACCOUNT}:role/mlp-dev/tenant/acme/mlp-dev-acme--${what}`;

    expect(may("deploy", "iam:PassRole", role, { known: { "iam:PassedToService": [service] } })).toBe(allowed);
  });
});

test("The deploy role takes the role that terraform has in an account of a tenant's own; the plan role takes none.", () => {
  const role = "arn:aws:iam::210987654321:role/mlp-dev--deploy";

  expect(may("deploy", "sts:AssumeRole", role)).toBe(true);
  expect(may("plan", "sts:AssumeRole", role)).toBe(false);
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

describe("the plan role", () => {
  test.each(Object.keys(NEEDS))("reads %s of a tenant, and neither makes nor changes it", (type) => {
    const { arn, make, change, read } = NEEDS[type] ?? { arn: () => "", make: [], change: [], read: [] };
    const known = { ...tagsAs("aws:ResourceTag"), ...tagsAs("aws:RequestTag"), ...OF_TERRAFORM };
    const resources = TENANT_RESOURCES.filter(([of]) => of === type).map(([, resource]) => arn(resource));
    const lookOnly = new Set(["s3:ListBucketVersions"]);

    for (const resource of resources) {
      expect(read.filter((action) => may("plan", action, resource, { known }) !== true)).toEqual([]);
      expect(
        [...make, ...change].filter(
          (action) => !lookOnly.has(action) && may("plan", action, resource, { known }) !== false,
        ),
      ).toEqual([]);
    }
  });
});

describe("workflows of GitHub", () => {
  const trustOf = (role: Role, stack = whole) =>
    JSON.parse(
      String(resourcesByPath(stack, "aws_iam_role")[`deploy-roles/${role}/role`]?.assume_role_policy),
    ) as unknown;
  const github = (changes: Content) =>
    synthStack(
      "aws-foundation",
      awsPlatform({
        aws: {
          foundation: {
            addressSpace: "10.40.0.0/20",
            github: { repository: "acme/ml", environment: "production", ...changes },
          },
        },
      }),
    );
  const trust = (principal: string, subject: string) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "GitHub",
        Effect: "Allow",
        Principal: { Federated: principal },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": subject,
          },
        },
      },
    ],
  });

  test("get the deploy role in one environment of one repository, and nowhere else", () => {
    const [id] = Object.keys(whole.resource.aws_iam_openid_connect_provider ?? {});

    expect(trustOf("deploy")).toEqual(
      trust(`\${aws_iam_openid_connect_provider.${id}.arn}`, "repo:acme/ml:environment:production"),
    );
  });

  test("get the plan role for pull requests of that repository, and nowhere else", () => {
    const [id] = Object.keys(whole.resource.aws_iam_openid_connect_provider ?? {});

    expect(trustOf("plan")).toEqual(
      trust(`\${aws_iam_openid_connect_provider.${id}.arn}`, "repo:acme/ml:pull_request"),
    );
  });

  test("come by the identity provider that the account has already, when the file says so", () => {
    const stack = github({ provider: "existing" });

    expect(stack.resource).not.toHaveProperty("aws_iam_openid_connect_provider");
    expect(trustOf("deploy", stack)).toEqual(
      trust(
        `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
        "repo:acme/ml:environment:production",
      ),
    );
  });

  test("get no role when the file says nothing of them", () => {
    const stack = synthStack("aws-foundation", awsPlatform());

    expect(Object.keys(resourcesByPath(stack, "aws_iam_role")).filter((path) => path.includes("deploy"))).toEqual([]);
  });
});

describe("states in S3", () => {
  const KEY = "arn:aws:kms:eu-central-1:123456789012:key/state";
  const stack = synthStack("aws-foundation", {
    ...wholeAwsPlatform(),
    backend: { s3: { bucket: "acme-tfstate", region: "eu-central-1", kmsKeyId: KEY } },
  });
  const state = (name: string) => `arn:aws:s3:::acme-tfstate/mlp/dev/${name}/terraform.tfstate`;

  test.each(["s3:GetObject", "s3:PutObject"])("of tenants are the deploy role's: %s", (action) => {
    expect(may("deploy", action, state("tenant-acme"), { stack })).toBe(true);
  });

  test("are encrypted with their own key by it", () => {
    expect(may("deploy", "kms:GenerateDataKey", KEY, { stack })).toBe(true);
  });

  test("of the foundation are not", () => {
    expect(may("deploy", "s3:GetObject", state("aws-foundation"), { stack })).toBe(false);
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
