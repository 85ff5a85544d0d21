import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import type { AwsTenantBlueprint } from "../../blueprint/aws-tenant";
import { awsArn } from "../../blueprint/aws-account";
import { policy, policyJson } from "../iam/policy";

/** The topic of a tenant's alarms. */
export interface AlarmTopicProps {
  /** Whose it is, its name, and who is told. */
  readonly tenant: Pick<AwsTenantBlueprint, "target" | "prefix" | "topic" | "alarmEmails">;
  /** ARN of the tenant's key, which CloudWatch must be allowed to use. */
  readonly keyArn: string;
}

/** Where a tenant's alarms, and no others, are told. AWS asks each address by e-mail whether it wants that. */
export class AlarmTopic extends Construct {
  /** The topic's ARN. */
  readonly topicArn: string;

  constructor(scope: Construct, id: string, { tenant, keyArn }: AlarmTopicProps) {
    super(scope, id);
    const { target, prefix, alarmEmails } = tenant;
    const topic = new SnsTopic(this, "topic", { name: tenant.topic, kmsMasterKeyId: keyArn });
    const arn = awsArn(target, "sns", tenant.topic);
    new SnsTopicPolicy(this, "policy", {
      arn: topic.arn,
      policy: policyJson(
        policy(
          {
            Sid: "Alarms",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: "sns:Publish",
            Resource: arn,
            Condition: {
              StringEquals: { "aws:SourceAccount": target.accountId },
              ArnLike: { "aws:SourceArn": awsArn(target, "cloudwatch", `alarm:${prefix}*`) },
            },
          },
          {
            Sid: "TlsOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "sns:Publish",
            Resource: arn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ),
      ),
    });
    for (const email of alarmEmails) {
      new SnsTopicSubscription(this, email, { topicArn: topic.arn, protocol: "email", endpoint: email });
    }
    this.topicArn = topic.arn;
  }
}
