import { AlarmTopic } from "../../../lib/aws/tenant/alarm-topic";
import type { Statement } from "../../../lib/aws/iam/policy";
import { awsTenantOf, synthAws } from "../../support/aws-stack";
import { addressOf } from "../../support/references";
import { onlyResource, resourcesOf } from "../../support/synth";

const KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";
const image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:1";
const stackOf = (aws = {}) =>
  synthAws((scope) => new AlarmTopic(scope, "alarms", { tenant: awsTenantOf({ aws }), keyArn: KEY }));

const stack = stackOf({ serving: [{ name: "churn", image, instanceType: "ml.m5.large" }] });
const { Statement: statements } = JSON.parse(onlyResource(stack, "aws_sns_topic_policy").policy as string) as {
  Statement: Statement[];
};

test("What alarms say is encrypted with the tenant's key.", () => {
  expect(onlyResource(stack, "aws_sns_topic").kms_master_key_id).toBe(KEY);
});

test("Only alarms of this tenant, in this account, are told to it.", () => {
  expect(statements.filter(({ Effect }) => Effect === "Allow")).toEqual([
    {
      Sid: "Alarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: "sns:Publish",
      Resource: "arn:aws:sns:eu-central-1:123456789012:mlp-dev-acme--alerts",
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:mlp-dev-acme--*" },
      },
    },
  ]);
});

test("Nothing is told without TLS.", () => {
  expect(statements).toContainEqual(
    expect.objectContaining({
      Effect: "Deny",
      Principal: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }),
  );
});

test("The tenant's owner is told by e-mail.", () => {
  expect(onlyResource(stack, "aws_sns_topic_subscription")).toEqual({
    topic_arn: `\${${addressOf(stack, "alarms/topic")}.arn}`,
    protocol: "email",
    endpoint: "ml@acme.example",
  });
});

test("Nobody is asked to confirm an address when there is nothing that could alarm.", () => {
  expect(resourcesOf(stackOf(), "aws_sns_topic_subscription")).toEqual({});
});
