import { type Fields, grant, type LintCase, trust } from "./statements";

const GITHUB = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
const fromGithub = (subject: Fields) =>
  trust({
    Principal: { Federated: GITHUB },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, ...subject },
  });
const SUBJECT = "token.actions.githubusercontent.com:sub";

/** Cases of the rules about who a statement is for. */
export const PRINCIPALS: readonly LintCase[] = [
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
];
