import type { Fields } from "../../../../../lib/rules/aws/iam/rule";
import { grant, type LintCase, trust } from "./statements";

const GITHUB = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
const fromGithub = (subject: Fields) =>
  trust({
    Principal: { Federated: GITHUB },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, ...subject },
  });
const trailKey = (context: Fields) =>
  grant({
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: "kms:GenerateDataKey*",
    Resource: "*",
    Condition: {
      StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-central-1:123456789012:trail/x" },
      ...context,
    },
  });
const SUBJECT = "token.actions.githubusercontent.com:sub";

/** Cases of the rules about who a statement is for. */
export const PRINCIPALS: readonly LintCase[] = [
  {
    rule: "aws-iam-confused-deputy",
    title: "trusts a service whatever account it acts for",
    kind: "trust",
    wrong: trust({
      Principal: { Service: "sagemaker.amazonaws.com" },
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sagemaker:*:123456789012:*" } },
    }),
    right: trust({
      Principal: { Service: "sagemaker.amazonaws.com" },
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:sagemaker:*:123456789012:*" },
      },
    }),
    value: "sagemaker.amazonaws.com",
  },
  {
    rule: "aws-iam-confused-deputy",
    title: "lets a service in for resources of every account",
    kind: "topic",
    wrong: grant({
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:*:*:rule/x" } },
    }),
    right: grant({
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:*:123456789012:rule/x" } },
    }),
    value: "events.amazonaws.com",
  },
  {
    rule: "aws-iam-confused-deputy",
    title: "lets CloudTrail encrypt for any trail",
    kind: "key",
    wrong: trailKey({}),
    right: trailKey({
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:123456789012:*" },
    }),
    value: "cloudtrail.amazonaws.com",
  },
  {
    rule: "aws-iam-confused-deputy",
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
    rule: "aws-iam-open-federation",
    title: "trusts the workflows of every branch",
    kind: "trust",
    wrong: fromGithub({ StringLike: { [SUBJECT]: "repo:acme/ml:*" } }),
    right: fromGithub({ StringLike: { [SUBJECT]: "repo:acme/ml:environment:production" } }),
    value: GITHUB,
  },
  {
    rule: "aws-iam-open-federation",
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
    rule: "aws-iam-wildcard-principal",
    title: "lets everybody into a bucket",
    kind: "bucket",
    wrong: grant({ Principal: "*" }),
    right: grant({ Principal: "*", Effect: "Deny" }),
    value: "*",
  },
  {
    rule: "aws-iam-wildcard-principal",
    title: "lets everybody of the account into a bucket",
    kind: "bucket",
    wrong: grant({
      Principal: { AWS: "*" },
      Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
    }),
    right: grant({ Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } } }),
    value: "*",
  },
  {
    rule: "aws-iam-wildcard-principal",
    title: "trusts everybody, on whatever condition",
    kind: "trust",
    wrong: trust({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } } }),
    right: trust({}),
    value: "*",
  },
  {
    rule: "aws-iam-wildcard-principal",
    title: "trusts an account",
    kind: "trust",
    wrong: trust({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
    right: trust({}),
    value: "arn:aws:iam::123456789012:root",
  },
  {
    rule: "aws-iam-session-tags",
    title: "lets a session bring tags along",
    kind: "trust",
    wrong: trust({ Action: ["sts:AssumeRole", "sts:TagSession"] }),
    right: trust({ Action: ["sts:AssumeRole", "sts:SetSourceIdentity"] }),
    value: "sts:TagSession",
  },
  {
    rule: "aws-iam-assuming-service",
    title: "lets a service take a role that runs anybody's code",
    kind: "trust",
    wrong: trust({ Principal: { Service: "lambda.amazonaws.com" } }),
    right: trust({}),
    value: "lambda.amazonaws.com",
  },
  {
    rule: "aws-iam-one-service",
    title: "lets two services take a role",
    kind: "trust",
    wrong: trust({ Principal: { Service: ["sagemaker.amazonaws.com", "ec2.amazonaws.com"] } }),
    right: trust({}),
    value: "sagemaker.amazonaws.com, ec2.amazonaws.com",
  },
  {
    rule: "aws-iam-open-federation",
    title: "trusts workflows that ask for another audience",
    kind: "trust",
    wrong: trust({
      Principal: { Federated: GITHUB },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: { [SUBJECT]: "repo:acme/ml:pull_request", "token.actions.githubusercontent.com:aud": "acme" },
      },
    }),
    right: fromGithub({ StringLike: { [SUBJECT]: "repo:acme/ml:pull_request" } }),
    value: GITHUB,
  },
];
