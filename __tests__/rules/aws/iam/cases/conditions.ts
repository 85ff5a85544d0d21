import { allow, create, deny, grant, KEY, type LintCase, MODEL, ROLE } from "./statements";

/** Cases of the rules about the conditions of a statement. */
export const CONDITIONS: readonly LintCase[] = [
  {
    rule: "aws-iam-unknown-key",
    title: "has a key that does not exist, as AWS's own example of secure data science does",
    kind: "boundary",
    wrong: deny({ Condition: { Null: { "sagemaker:VpcSecurityGroup": "true" } } }),
    right: deny({ Condition: { Null: { "sagemaker:VpcSecurityGroupIds": "true" } } }),
    value: "sagemaker:VpcSecurityGroup",
  },
  {
    rule: "aws-iam-unknown-key",
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
    rule: "aws-iam-unknown-key",
    title: "has a key that none of its actions has",
    kind: "boundary",
    wrong: deny({ Action: "sagemaker:Describe*", Condition: { Null: { "sagemaker:VpcSubnets": "true" } } }),
    right: deny({ Action: "sagemaker:*", Condition: { Null: { "sagemaker:VpcSubnets": "true" } } }),
    value: "sagemaker:VpcSubnets",
  },
  {
    rule: "aws-iam-unknown-key",
    title: "allows an action by a tag that its requests do not carry",
    kind: "identity",
    wrong: allow({ Condition: { StringEquals: { "aws:RequestTag/tenant": "acme" } } }),
    right: allow({ Condition: { StringEquals: { "aws:ResourceTag/tenant": "acme" } } }),
    value: "aws:RequestTag/tenant",
  },
  {
    rule: "aws-iam-unknown-key",
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
    rule: "aws-iam-deprecated-key",
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
    rule: "aws-iam-unknown-operator",
    title: 'has the operator "String", as a page of AWS does',
    kind: "identity",
    wrong: allow({ Condition: { String: { "aws:ResourceTag/tenant": "acme" } } }),
    right: allow({ Condition: { StringEquals: { "aws:ResourceTag/tenant": "acme" } } }),
    value: "String",
  },
  {
    rule: "aws-iam-unknown-operator",
    title: "makes Null depend on the key",
    kind: "boundary",
    wrong: deny({ Condition: { NullIfExists: { "sagemaker:VpcSubnets": "true" } } }),
    right: deny({ Condition: { Null: { "sagemaker:VpcSubnets": "true" } } }),
    value: "NullIfExists",
  },
  {
    rule: "aws-iam-unfit-operator",
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
    rule: "aws-iam-unfit-operator",
    title: "reads one value of a key with several",
    kind: "boundary",
    wrong: deny({ Condition: { StringNotEquals: { "sagemaker:VpcSubnets": "subnet-1" } } }),
    right: deny({ Condition: { "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" } } }),
    value: "StringNotEquals",
  },
  {
    rule: "aws-iam-unfit-operator",
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
    rule: "aws-iam-unfit-operator",
    title: "has a pattern where none is read",
    kind: "identity",
    wrong: allow({ Condition: { StringEquals: { "aws:ResourceTag/tenant": "acme-*" } } }),
    right: allow({ Condition: { StringLike: { "aws:ResourceTag/tenant": "acme-*" } } }),
    value: "acme-*",
  },
  {
    rule: "aws-iam-unfit-operator",
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
    rule: "aws-iam-several-negated-keys",
    title: "denies only if two keys are missing at once",
    kind: "boundary",
    wrong: deny({ Condition: { Null: { "sagemaker:VpcSubnets": "true", "sagemaker:VpcSecurityGroupIds": "true" } } }),
    right: deny({ Condition: { Null: { "sagemaker:VpcSubnets": "true" } } }),
    value: "sagemaker:VpcSubnets, sagemaker:VpcSecurityGroupIds",
  },
  {
    rule: "aws-iam-several-negated-keys",
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
    rule: "aws-iam-several-negated-keys",
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
    rule: "aws-iam-for-all-values-allow",
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
    rule: "aws-iam-for-all-values-deny",
    title: "denies only if all of the values are wrong",
    kind: "boundary",
    wrong: deny({ Condition: { "ForAllValues:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" } } }),
    right: deny({ Condition: { "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-1" } } }),
    value: "ForAllValues:StringNotEquals",
  },
];
