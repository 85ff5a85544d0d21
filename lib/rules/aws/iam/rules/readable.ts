import type { PolicyRuleText } from "../rule";
import { MODELS } from "./example-arns";

const RIGHT = { Effect: "Allow", Action: "sagemaker:DescribeModel", Resource: MODELS };

/** A policy that is an expression is known only to Terraform. */
export const opaquePolicy: PolicyRuleText = {
  id: "aws-iam-opaque-policy",
  severity: "high",
  title: "Policies are JSON in the stack itself.",
  reason: "A policy that is an expression is known only when Terraform runs, so nobody can check it.",
  fix: "write it as JSON, in which references may stand",
  source: "Terraform AWS provider: aws_iam_policy",
  controls: ["MCSB PV-2"],
  example: { kind: "identity", wrong: "${data.aws_iam_policy_document.example.json}", right: RIGHT },
};

/** A variable of IAM with one dollar is an expression of Terraform. */
export const bareVariable: PolicyRuleText = {
  id: "aws-iam-bare-variable",
  severity: "medium",
  title: "Variables of IAM are escaped for Terraform.",
  reason: 'Terraform takes "${aws:username}" for an expression of its own, and does not plan.',
  fix: 'write "$${…}"',
  source: "Terraform: Strings and Templates",
  controls: ["MCSB PV-2"],
  example: {
    kind: "identity",
    wrong: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::\${aws:username}--x"}]}`,
    right: RIGHT,
  },
};

/** A policy in an argument of which nobody has said that it holds one. */
export const strayPolicy: PolicyRuleText = {
  id: "aws-iam-stray-policy",
  severity: "medium",
  title: "Policies stand in arguments that are checked.",
  reason: "A policy in an argument that the rules do not read is not checked.",
  fix: "add the argument to lib/rules/aws/iam/stack-policies.ts",
  source: "lib/rules/aws/iam/stack-policies.ts",
  controls: ["MCSB PV-2"],
  example: {
    wrong: { resource: { aws_new_thing: { example: { policy: '{"Statement": [{"Effect": "Allow"}]}' } } } },
    right: { resource: { aws_new_thing: { example: { policy: "none" } } } },
  },
};
