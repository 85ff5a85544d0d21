import { editPolicy, type EditedStatement, resourceOf, rulesFor, sampleStack } from "./edits";

type Edit = (statement: EditedStatement) => void;
type Row = readonly [what: string, place: readonly [type: string, id: string, sid: string], edit: Edit, rule: string];

const condition =
  (operator: string, key: string, ...values: string[]): Edit =>
  ({ Condition }) => {
    const of = (Condition[operator] ??= {});
    of[key] = [of[key] ?? [], values].flat();
  };
const instead =
  (changes: Partial<Record<keyof EditedStatement, unknown>>): Edit =>
  (statement) => {
    Object.assign(statement, changes);
  };

const BUCKET = "aws_s3_bucket_policy";
const KEY = "aws_kms_key";
const POLICY = "aws_iam_policy";
const MODELS = "arn:aws:sagemaker:eu-central-1:123456789012:model";

const OF_TENANT: readonly Row[] = [
  [
    "TLS denied instead of asked for",
    [BUCKET, "bucket", "TlsOnly"],
    instead({ Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    "aws-bucket-policy-tls",
  ],
  ["TLS for one action", [BUCKET, "bucket", "TlsOnly"], instead({ Action: "s3:GetObject" }), "aws-bucket-policy-tls"],
  [
    "TLS for one role",
    [BUCKET, "bucket", "TlsOnly"],
    instead({ Principal: { AWS: "arn:aws:iam::123456789012:role/x" } }),
    "aws-bucket-policy-tls",
  ],
  [
    "TLS with an exception",
    [BUCKET, "bucket", "TlsOnly"],
    condition("StringNotEquals", "aws:PrincipalTag/x", "y"),
    "aws-bucket-policy-tls",
  ],
  [
    "another key in a bucket",
    [BUCKET, "bucket", "OwnKeyOnly"],
    condition(
      "ArnNotEquals",
      "s3:x-amz-server-side-encryption-aws-kms-key-id",
      "arn:aws:kms:eu-central-1:123456789012:key/1",
    ),
    "aws-bucket-policy-key",
  ],
  [
    "every role in a bucket",
    [BUCKET, "bucket", "PrincipalsOnly"],
    condition("ArnNotEquals", "aws:PrincipalArn", "*"),
    "aws-policy-own-names",
  ],
  [
    "another account in a bucket",
    [BUCKET, "bucket", "PrincipalsOnly"],
    condition("ArnNotEquals", "aws:PrincipalArn", "arn:aws:iam::999999999999:role/x"),
    "aws-policy-own-account",
  ],
  [
    "another account as a key's principal",
    [KEY, "key", "Use"],
    instead({ Principal: { AWS: "arn:aws:iam::999999999999:root" } }),
    "aws-policy-own-account",
  ],
  [
    "an administrator that decrypts",
    [KEY, "key", "Administration"],
    ({ Action }) => Action.push("kms:Decrypt"),
    "aws-key-policy-use",
  ],
  [
    "an administrator that does everything",
    [KEY, "key", "Administration"],
    instead({ Action: "kms:*" }),
    "aws-key-policy-default",
  ],
  [
    "logs of every tenant by a key",
    [KEY, "key", "Logs"],
    instead({
      Condition: {
        ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:123456789012:log-group:*" },
      },
    }),
    "aws-policy-own-names",
  ],
  [
    "an action outside of what is the tenant's",
    [POLICY, "boundary", "Outside"],
    ({ NotAction }) => NotAction.push("s3:*"),
    "aws-tenant-boundary-denies",
  ],
  [
    "everything as the tenant's own",
    [POLICY, "boundary", "Outside"],
    ({ NotResource }) => NotResource.push("*"),
    "aws-policy-own-names",
  ],
  [
    "models of tenants with a longer name",
    [POLICY, "boundary", "Outside"],
    ({ NotResource }) => NotResource.push(`${MODELS}/mlp-dev-acme*`),
    "aws-policy-own-names",
  ],
  [
    "a key by its id",
    [POLICY, "boundary", "Outside"],
    ({ NotResource }) => NotResource.push("arn:aws:kms:eu-central-1:123456789012:key/1"),
    "aws-policy-own-names",
  ],
  [
    "a subnet by its id",
    [POLICY, "boundary", "ForeignSubnet"],
    condition("ForAnyValue:StringNotEquals", "sagemaker:VpcSubnets", "subnet-1"),
    "aws-tenant-boundary-denies",
  ],
  [
    "a reference denied for one action",
    [POLICY, "boundary", "ForeignModel"],
    instead({ Action: "sagemaker:CreateModel" }),
    "aws-tenant-boundary-denies",
  ],
  [
    "another tenant's tag",
    [POLICY, "boundary", "ForeignTag"],
    condition("StringNotEquals", "aws:RequestTag/tenant", "globex"),
    "aws-policy-own-names",
  ],
  [
    "roles in the ceiling",
    [POLICY, "boundary", "Ceiling"],
    ({ Action }) => Action.push("iam:*"),
    "aws-tenant-boundary-ceiling",
  ],
  [
    "other roles in the ceiling",
    [POLICY, "boundary", "Ceiling"],
    ({ Action }) => Action.push("sts:AssumeRole"),
    "aws-tenant-boundary-ceiling",
  ],
  [
    "another tenant's models",
    [POLICY, "use", "Use"],
    instead({ Resource: `${MODELS}/mlp-dev-globex--*` }),
    "aws-policy-own-names",
  ],
  [
    "another tenant's tag on what is used",
    [POLICY, "use", "Use"],
    condition("StringEquals", "aws:ResourceTag/tenant", "globex"),
    "aws-policy-own-names",
  ],
  [
    "the platform's role to pass",
    [POLICY, "use", "PassOwnRole"],
    instead({ Resource: "arn:aws:iam::123456789012:role/mlp-dev/platform/mlp-dev--deploy" }),
    "aws-policy-own-names",
  ],
  [
    "objects of every bucket",
    [POLICY, "data", "Objects"],
    instead({ Resource: "arn:aws:s3:::*/*" }),
    "aws-iam-unscoped-resource",
  ],
  [
    "every role in a repository",
    ["aws_ecr_repository_policy", "repository", "PrincipalsOnly"],
    condition("ArnNotEquals", "aws:PrincipalArn", "arn:aws:iam::123456789012:role/*"),
    "aws-policy-own-names",
  ],
  [
    "alarms of every account",
    ["aws_sns_topic_policy", "alarms", "Alarms"],
    instead({
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:*:*:alarm:*" },
      },
    }),
    "aws-policy-own-names",
  ],
];

const OF_FOUNDATION: readonly Row[] = [
  [
    "writing to other accounts' buckets",
    ["aws_vpc_endpoint", "s3-endpoint", "Read"],
    ({ Action }) => Action.push("s3:PutObject"),
    "aws-endpoint-policy-own-account",
  ],
  [
    "a bucket of anybody's",
    ["aws_vpc_endpoint", "s3-endpoint", "OfAws"],
    instead({ Resource: "arn:aws:s3:::evil/*" }),
    "aws-endpoint-policy-own-account",
  ],
  [
    "another account's principals",
    ["aws_vpc_endpoint", "s3-endpoint", "OwnAccount"],
    condition("StringEquals", "aws:PrincipalAccount", "999999999999"),
    "aws-policy-own-account",
  ],
  [
    "another account's resources",
    ["aws_vpc_endpoint", "s3-endpoint", "OwnAccount"],
    condition("StringEqualsIfExists", "aws:ResourceAccount", "999999999999"),
    "aws-policy-own-account",
  ],
  [
    "roles with any boundary",
    [POLICY, "boundary-policy", "NoRoleWithoutBoundary"],
    condition("StringNotLike", "iam:PermissionsBoundary", "*"),
    "aws-deploy-boundary-denies",
  ],
  [
    "every role to take",
    [POLICY, "boundary-policy", "OtherRolesStay"],
    instead({ NotResource: "*" }),
    "aws-deploy-boundary-denies",
  ],
  [
    "a boundary of AWS's own",
    [POLICY, "identity-policy", "MakeRoles"],
    condition("StringLike", "iam:PermissionsBoundary", "arn:aws:iam::aws:policy/AdministratorAccess"),
    "aws-policy-conditions",
  ],
  [
    "every role of the account",
    [POLICY, "identity-policy", "ChangeRoles"],
    instead({ Resource: "arn:aws:iam::123456789012:role/*" }),
    "aws-policy-platform-names",
  ],
  [
    "logs of everything by a service",
    [POLICY, "service-boundary", "WriteLogs"],
    instead({ Resource: "*" }),
    "aws-service-boundary-ceiling",
  ],
];

const CASES = [
  ...OF_TENANT.map(([what, place, edit, rule]) => ({ stack: "tenant-acme", what, place, edit, rule })),
  ...OF_FOUNDATION.map(([what, place, edit, rule]) => ({ stack: "aws-foundation", what, place, edit, rule })),
];

test.each(CASES)("$rule tells of $what in $stack, and no other rule does.", ({ stack, place, edit, rule }) => {
  const changed = sampleStack(stack);
  const [type, id, sid] = place;
  editPolicy(resourceOf(changed, type, id), (statements) => {
    const statement = statements.find(({ Sid }) => Sid === sid);
    if (statement === undefined) throw new Error(`no statement ${sid}`);
    edit(statement);
  });

  expect(rulesFor(stack, changed)).toEqual([rule]);
});

describe.each(["tenant-acme", "tenant-acme-eu"])("The boundary of a role of %s", (stack) => {
  test.each([
    ["is missing", undefined, "aws-iam-role-boundary"],
    ["is of another tenant", "arn:aws:iam::123456789012:policy/mlp-dev/tenant/globex/x", "aws-iam-role-boundary"],
    ["is a policy of AWS", "arn:aws:iam::aws:policy/AdministratorAccess", "aws-iam-role-boundary"],
    ["is a policy of its own rights", "${aws_iam_policy.aws_roles_data_400ED78A.arn}", "aws-tenant-boundary-denies"],
  ])("that %s is told once.", (_, boundary, rule) => {
    const changed = sampleStack(stack);
    resourceOf(changed, "aws_iam_role", "exec").permissions_boundary = boundary;

    expect(rulesFor(stack, changed)).toEqual([rule]);
  });
});
