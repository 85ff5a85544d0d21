import type { PolicyKindName } from "../../../../lib/aws/iam/lint/policy-kind";

type Fields = Readonly<Record<string, unknown>>;

/** A statement that breaks a rule, and the same as it should be. */
export interface LintCase {
  readonly rule: string;
  /** What is wrong, as the end of "a statement that …". */
  readonly title: string;
  readonly kind: PolicyKindName;
  readonly wrong: Fields;
  readonly right: Fields;
  /** The value that the finding must name. */
  readonly value: string;
}

const MODEL = "arn:aws:sagemaker:eu-central-1:123456789012:model/mlp-dev-acme--*";
const ROLE = "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/mlp-dev-acme--exec";
const KEY = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000001";

/** An Allow and a Deny of an identity policy or a boundary, and an Allow of a resource's policy. */
const allow = (changes: Fields): Fields => ({
  Effect: "Allow",
  Action: "sagemaker:DescribeModel",
  Resource: MODEL,
  ...changes,
});
const deny = (changes: Fields): Fields => ({
  Effect: "Deny",
  Action: "sagemaker:CreateModel",
  Resource: "*",
  ...changes,
});
const grant = (changes: Fields): Fields => ({
  Effect: "Allow",
  Principal: { AWS: ROLE },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::mlp-dev-acme--data/*",
  ...changes,
});
const trust = (changes: Fields): Fields => ({
  Effect: "Allow",
  Principal: { AWS: ROLE },
  Action: "sts:AssumeRole",
  ...changes,
});
const pass = (changes: Fields): Fields =>
  allow({
    Action: "iam:PassRole",
    Resource: ROLE,
    Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    ...changes,
  });
const create = (Condition: Fields, Action: unknown = "sagemaker:CreateModel") => allow({ Action, Condition });

const GITHUB = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
const fromGithub = (subject: Fields) =>
  trust({
    Principal: { Federated: GITHUB },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, ...subject },
  });
const SUBJECT = "token.actions.githubusercontent.com:sub";

/** At least one case per rule about statements. */
export const CASES: readonly LintCase[] = [
  {
    rule: "unknown-action",
    title: "names an action that is not there",
    kind: "identity",
    wrong: allow({ Action: ["sagemaker:DescribeModel", "sagemaker:DescribeModels"] }),
    right: allow({ Action: ["sagemaker:DescribeModel", "SageMaker:describemodelCARD"] }),
    value: "sagemaker:DescribeModels",
  },
  {
    rule: "unknown-action",
    title: "has a pattern that matches no action",
    kind: "boundary",
    wrong: deny({ Action: "sagemaker:Fetch*" }),
    right: deny({ Action: "sagemaker:Describe*" }),
    value: "sagemaker:Fetch*",
  },
  {
    rule: "unknown-action",
    title: "leaves out an action that is not there",
    kind: "boundary",
    wrong: deny({ Action: undefined, NotAction: "ecr:GetAuthorisationToken" }),
    right: deny({ Action: undefined, NotAction: "ecr:GetAuthorizationToken" }),
    value: "ecr:GetAuthorisationToken",
  },
  {
    rule: "unknown-action",
    title: "names a service whose data is not here",
    kind: "identity",
    wrong: allow({ Action: "lambda:InvokeFunction" }),
    right: allow({}),
    value: "lambda:InvokeFunction",
  },
  {
    rule: "unknown-action",
    title: "names an action without its service",
    kind: "identity",
    wrong: allow({ Action: "DescribeModel" }),
    right: allow({}),
    value: "DescribeModel",
  },
  {
    rule: "deprecated-action",
    title: "names a deprecated action",
    kind: "identity",
    wrong: allow({
      Action: "elasticfilesystem:CreateTags",
      Resource: "arn:aws:elasticfilesystem:*:*:file-system/fs-1",
    }),
    right: allow({
      Action: "elasticfilesystem:TagResource",
      Resource: "arn:aws:elasticfilesystem:*:*:file-system/fs-1",
    }),
    value: "elasticfilesystem:CreateTags",
  },
  {
    rule: "every-action",
    title: "allows every action",
    kind: "identity",
    wrong: allow({ Action: "*" }),
    right: allow({ Action: "sagemaker:Describe*" }),
    value: "*",
  },
  {
    rule: "every-action",
    title: "allows every action but some",
    kind: "boundary",
    wrong: allow({ Action: undefined, NotAction: "iam:*" }),
    right: deny({ Action: undefined, NotAction: "sagemaker:*" }),
    value: "iam:*",
  },
  {
    rule: "unknown-key",
    title: "has a key that does not exist, as AWS's own example of secure data science does",
    kind: "boundary",
    wrong: deny({ Condition: { Null: { "sagemaker:VpcSecurityGroup": "true" } } }),
    right: deny({ Condition: { Null: { "sagemaker:VpcSecurityGroupIds": "true" } } }),
    value: "sagemaker:VpcSecurityGroup",
  },
  {
    rule: "unknown-key",
    title: "has a key that its action does not have",
    kind: "boundary",
    wrong: deny({
      Action: ["sagemaker:CreateModel", "sagemaker:UpdateEndpoint"],
      Condition: { Null: { "sagemaker:VpcSubnets": "true" } },
    }),
    right: deny({
      Action: ["sagemaker:CreateModel", "sagemaker:CreateTrainingJob"],
      Condition: { Null: { "sagemaker:VpcSubnets": "true" } },
    }),
    value: "sagemaker:VpcSubnets",
  },
  {
    rule: "unknown-key",
    title: "has a key that none of its actions has",
    kind: "boundary",
    wrong: deny({ Action: "sagemaker:Describe*", Condition: { Null: { "sagemaker:VpcSubnets": "true" } } }),
    right: deny({ Action: "sagemaker:*", Condition: { Null: { "sagemaker:VpcSubnets": "true" } } }),
    value: "sagemaker:VpcSubnets",
  },
  {
    rule: "unknown-key",
    title: "allows an action by a tag that its requests do not carry",
    kind: "identity",
    wrong: allow({ Condition: { StringEquals: { "aws:RequestTag/tenant": "acme" } } }),
    right: allow({ Condition: { StringEquals: { "aws:ResourceTag/tenant": "acme" } } }),
    value: "aws:RequestTag/tenant",
  },
  {
    rule: "unknown-key",
    title: "allows an action by an encryption context that it does not have",
    kind: "key",
    wrong: grant({
      Action: "kms:DescribeKey",
      Resource: "*",
      Condition: { StringLike: { "kms:EncryptionContext:aws:logs:arn": "x" } },
    }),
    right: grant({
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { StringLike: { "kms:EncryptionContext:aws:logs:arn": "x" } },
    }),
    value: "kms:EncryptionContext:aws:logs:arn",
  },
  {
    rule: "deprecated-key",
    title: "has a key that another one replaces",
    kind: "boundary",
    wrong: deny({
      Action: "sagemaker:CreateTrainingJob",
      Condition: { ArnNotEquals: { "sagemaker:VolumeKmsKey": KEY } },
    }),
    right: deny({
      Action: "sagemaker:CreateTrainingJob",
      Condition: { ArnNotEquals: { "sagemaker:VolumeKmsKeyArn": KEY } },
    }),
    value: "sagemaker:VolumeKmsKey",
  },
  {
    rule: "unknown-operator",
    title: 'has the operator "String", as a page of AWS does',
    kind: "identity",
    wrong: allow({ Condition: { String: { "aws:ResourceTag/tenant": "acme" } } }),
    right: allow({ Condition: { StringEquals: { "aws:ResourceTag/tenant": "acme" } } }),
    value: "String",
  },
  {
    rule: "unknown-operator",
    title: "makes Null depend on the key",
    kind: "boundary",
    wrong: deny({ Condition: { NullIfExists: { "sagemaker:VpcSubnets": "true" } } }),
    right: deny({ Condition: { Null: { "sagemaker:VpcSubnets": "true" } } }),
    value: "NullIfExists",
  },
  {
    rule: "unfit-operator",
    title: "compares a text as if it were true or false",
    kind: "boundary",
    wrong: deny({
      Action: "sagemaker:CreateNotebookInstance",
      Condition: { Bool: { "sagemaker:RootAccess": "true" } },
    }),
    right: deny({
      Action: "sagemaker:CreateNotebookInstance",
      Condition: { StringEquals: { "sagemaker:RootAccess": "Enabled" } },
    }),
    value: "Bool",
  },
  {
    rule: "unfit-operator",
    title: "reads one value of a key with several",
    kind: "boundary",
    wrong: deny({ Condition: { StringNotEquals: { "sagemaker:VpcSubnets": "subnet-1" } } }),
    right: deny({ Condition: { "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" } } }),
    value: "StringNotEquals",
  },
  {
    rule: "unfit-operator",
    title: "reads several values of a key with one",
    kind: "boundary",
    wrong: deny({
      Action: "iam:PassRole",
      Condition: { "ForAnyValue:StringNotEquals": { "iam:PassedToService": "x" } },
    }),
    right: deny({ Action: "iam:PassRole", Condition: { StringNotEquals: { "iam:PassedToService": "x" } } }),
    value: "ForAnyValue:StringNotEquals",
  },
  {
    rule: "unfit-operator",
    title: "has a pattern where none is read",
    kind: "identity",
    wrong: allow({ Condition: { StringEquals: { "aws:ResourceTag/tenant": "acme-*" } } }),
    right: allow({ Condition: { StringLike: { "aws:ResourceTag/tenant": "acme-*" } } }),
    value: "acme-*",
  },
  {
    rule: "unfit-operator",
    title: "compares an ARN with something else",
    kind: "boundary",
    wrong: deny({
      Action: "sagemaker:CreateTransformJob",
      Condition: { ArnNotLike: { "sagemaker:ModelArn": "mlp-dev-acme--*" } },
    }),
    right: deny({ Action: "sagemaker:CreateTransformJob", Condition: { ArnNotLike: { "sagemaker:ModelArn": MODEL } } }),
    value: "mlp-dev-acme--*",
  },
  {
    rule: "unscoped-resource",
    title: "allows on everything what can be scoped",
    kind: "identity",
    wrong: allow({ Resource: "*" }),
    right: allow({ Action: "sagemaker:ListModels", Resource: "*" }),
    value: "*",
  },
  {
    rule: "unscoped-resource",
    title: "allows on everything of the account what can be scoped",
    kind: "inline",
    wrong: allow({ Resource: "arn:aws:sagemaker:*:123456789012:*" }),
    right: allow({}),
    value: "arn:aws:sagemaker:*:123456789012:*",
  },
  {
    rule: "unscoped-resource",
    title: "allows on everything but some what can be scoped",
    kind: "identity",
    wrong: allow({ Resource: undefined, NotResource: MODEL }),
    right: allow({}),
    value: MODEL,
  },
  {
    rule: "unscoped-resource",
    title: "allows metrics of every namespace",
    kind: "identity",
    wrong: allow({ Action: "cloudwatch:PutMetricData", Resource: "*" }),
    right: allow({
      Action: "cloudwatch:PutMetricData",
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": "acme" } },
    }),
    value: "*",
  },
  {
    rule: "several-negated-keys",
    title: "denies only if two keys are missing at once",
    kind: "boundary",
    wrong: deny({ Condition: { Null: { "sagemaker:VpcSubnets": "true", "sagemaker:VpcSecurityGroupIds": "true" } } }),
    right: deny({ Condition: { Null: { "sagemaker:VpcSubnets": "true" } } }),
    value: "sagemaker:VpcSubnets, sagemaker:VpcSecurityGroupIds",
  },
  {
    rule: "several-negated-keys",
    title: "denies only if two keys are wrong at once",
    kind: "boundary",
    wrong: deny({
      Condition: {
        Bool: { "sagemaker:NetworkIsolation": "false" },
        "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" },
      },
    }),
    right: deny({
      Condition: {
        Null: { "sagemaker:VpcSubnets": "false" },
        "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" },
      },
    }),
    value: "sagemaker:NetworkIsolation, sagemaker:VpcSubnets",
  },
  {
    rule: "several-negated-keys",
    title: "may also say who is exempt, but of two keys that a request chooses",
    kind: "bucket",
    wrong: grant({
      Effect: "Deny",
      Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" }, Null: { "s3:x-amz-acl": "true" } },
    }),
    right: grant({
      Effect: "Deny",
      Condition: {
        StringNotEquals: { "aws:SourceVpce": "vpce-1" },
        ArnEquals: { "aws:PrincipalArn": ROLE },
        Bool: { "aws:ViaAWSService": "false" },
      },
    }),
    value: "aws:SourceVpce, s3:x-amz-acl",
  },
  {
    rule: "for-all-values-allow",
    title: "allows what has none of the values",
    kind: "identity",
    wrong: create({
      "ForAllValues:StringEquals": { "sagemaker:VpcSubnets": "subnet-1" },
      StringEquals: { "aws:RequestTag/tenant": "acme" },
    }),
    right: create({
      "ForAllValues:StringEquals": { "sagemaker:VpcSubnets": "subnet-1" },
      StringEquals: { "aws:RequestTag/tenant": "acme" },
      Null: { "sagemaker:VpcSubnets": "false" },
    }),
    value: "ForAllValues:StringEquals",
  },
  {
    rule: "for-all-values-deny",
    title: "denies only if all of the values are wrong",
    kind: "boundary",
    wrong: deny({ Condition: { "ForAllValues:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" } } }),
    right: deny({ Condition: { "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" } } }),
    value: "ForAllValues:StringNotEquals",
  },
  {
    rule: "inexact-pass-role",
    title: "passes any role of the tenant",
    kind: "identity",
    wrong: pass({ Resource: "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/*" }),
    right: pass({ Resource: "${aws_iam_role.exec.arn}" }),
    value: "arn:aws:iam::123456789012:role/mlp-dev/tenant/acme/*",
  },
  {
    rule: "inexact-pass-role",
    title: "passes the role to any service",
    kind: "identity",
    wrong: pass({ Condition: undefined }),
    right: pass({}),
    value: "iam:PassRole",
  },
  {
    rule: "inexact-pass-role",
    title: "passes the role to two services",
    kind: "inline",
    wrong: pass({
      Condition: { StringEquals: { "iam:PassedToService": ["sagemaker.amazonaws.com", "ec2.amazonaws.com"] } },
    }),
    right: pass({}),
    value: "sagemaker.amazonaws.com, ec2.amazonaws.com",
  },
  {
    rule: "inexact-pass-role",
    title: "passes a role by a pattern of actions, to whatever service",
    kind: "identity",
    wrong: pass({
      Action: "iam:Pass*",
      Condition: { StringEqualsIfExists: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    }),
    right: pass({ Action: "iam:Pass*" }),
    value: "iam:PassRole",
  },
  {
    rule: "create-without-tag",
    title: "makes something without the tenant's tag",
    kind: "identity",
    wrong: create({ Bool: { "sagemaker:NetworkIsolation": "true" } }),
    right: create({ StringEquals: { "aws:RequestTag/tenant": "acme" } }),
    value: "sagemaker:CreateModel",
  },
  {
    rule: "create-without-tag",
    title: "makes something with the tenant's tag if it has one",
    kind: "identity",
    wrong: create({ StringEqualsIfExists: { "aws:RequestTag/tenant": "acme" } }),
    right: create({ Null: { "aws:RequestTag/tenant": "false" } }),
    value: "sagemaker:CreateModel",
  },
  {
    rule: "create-without-tag",
    title: "makes something by a pattern of actions",
    kind: "identity",
    wrong: create({}, "sagemaker:CreateTra*"),
    right: create({}, ["sagemaker:CreateApp", "sagemaker:CreatePresignedNotebookInstanceUrl"]),
    value: "sagemaker:CreateTrainingJob",
  },
  {
    rule: "confused-deputy",
    title: "trusts a service whatever account it acts for",
    kind: "trust",
    wrong: trust({
      Principal: { Service: "sagemaker.amazonaws.com" },
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sagemaker:*:*:*" } },
    }),
    right: trust({
      Principal: { Service: "sagemaker.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
    }),
    value: "sagemaker.amazonaws.com",
  },
  {
    rule: "confused-deputy",
    title: "lets a service in whatever it acts for",
    kind: "key",
    wrong: grant({ Principal: { Service: "logs.eu-central-1.amazonaws.com" }, Action: "kms:Decrypt", Resource: "*" }),
    right: grant({
      Principal: { Service: "logs.eu-central-1.amazonaws.com" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:123456789012:*" } },
    }),
    value: "logs.eu-central-1.amazonaws.com",
  },
  {
    rule: "open-federation",
    title: "trusts the workflows of everybody",
    kind: "trust",
    wrong: fromGithub({ StringLike: { [SUBJECT]: "repo:*" } }),
    right: fromGithub({ StringLike: { [SUBJECT]: "repo:acme/ml:*" } }),
    value: GITHUB,
  },
  {
    rule: "open-federation",
    title: "trusts a provider without a condition on the subject",
    kind: "trust",
    wrong: fromGithub({}),
    right: fromGithub({
      StringEquals: {
        [SUBJECT]: "repo:acme/ml:ref:refs/heads/main",
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
      },
    }),
    value: GITHUB,
  },
  {
    rule: "wildcard-principal",
    title: "lets everybody into a bucket",
    kind: "bucket",
    wrong: grant({ Principal: "*" }),
    right: grant({ Principal: "*", Effect: "Deny" }),
    value: "*",
  },
  {
    rule: "wildcard-principal",
    title: "lets everybody use an endpoint",
    kind: "endpoint",
    wrong: grant({
      Principal: { AWS: "*" },
      Resource: "*",
      Condition: { StringEqualsIfExists: { "aws:PrincipalAccount": "123456789012" } },
    }),
    right: grant({
      Principal: { AWS: "*" },
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
    }),
    value: "*",
  },
  {
    rule: "wildcard-principal",
    title: "lets everybody go through an endpoint to everywhere",
    kind: "endpoint",
    wrong: grant({ Principal: "*", Resource: ["arn:aws:s3:::one/*", "arn:aws:s3:::*"] }),
    right: grant({ Principal: "*", Resource: ["arn:aws:s3:::one/*", "arn:aws:s3:::two"] }),
    value: "*",
  },
  {
    rule: "wildcard-principal",
    title: "trusts everybody, on whatever condition",
    kind: "trust",
    wrong: trust({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } } }),
    right: trust({}),
    value: "*",
  },
  {
    rule: "variable-before-wildcard",
    title: "has a pattern that begins where a variable may be empty",
    kind: "identity",
    wrong: allow({ Resource: "arn:aws:s3:::data/${aws:PrincipalTag/tenant}*" }),
    right: allow({ Resource: "arn:aws:s3:::data/${aws:PrincipalTag/tenant}--*" }),
    value: "arn:aws:s3:::data/${aws:PrincipalTag/tenant}*",
  },
];
