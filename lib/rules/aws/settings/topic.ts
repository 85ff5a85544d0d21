import { companion } from "../../companion";
import { oneOf, refersTo } from "../../expectation";
import type { Rule } from "../../rule";
import { settings } from "../../setting";
import { OWN_KEY } from "./reference-types";

const SNS = "Amazon SNS Developer Guide";

/** Topics: encrypted with the tenant's key, closed to others, and told over TLS. */
export const TOPIC: readonly Rule[] = [
  ...settings("aws_sns_topic", [
    {
      id: "aws-topic-key",
      severity: "medium",
      title: "Messages are encrypted with a key of their stack.",
      argument: "kms_master_key_id",
      must: OWN_KEY,
      reason: "Without one SNS keeps messages as they are; with a key of AWS's alarms cannot be sent.",
      source: `${SNS}: Securing Amazon SNS data with server-side encryption; CKV_AWS_26`,
      controls: ["Security Hub SNS.1"],
    },
  ]),
  companion({
    id: "aws-topic-policy",
    severity: "high",
    title: "Every topic has a policy.",
    of: "aws_sns_topic",
    needs: "aws_sns_topic_policy",
    by: "arn",
    reason: "SNS gives a topic to everybody in the account, who could send false alarms and read true ones.",
    source: `${SNS}: Example cases for Amazon SNS access control; CKV_AWS_169`,
    controls: ["FSBP SNS.4"],
  }),
  ...settings("aws_sns_topic_subscription", [
    {
      id: "aws-subscription-protocol",
      severity: "medium",
      title: "Messages leave a topic encrypted, or as e-mail.",
      argument: "protocol",
      must: oneOf(["email", "email-json", "https", "sqs", "lambda", "firehose"], "http"),
      reason: "Everybody on the way could read them.",
      source: `${SNS}: Amazon SNS event destinations`,
      controls: ["MCSB DP-3"],
    },
    {
      id: "aws-subscription-topic",
      severity: "medium",
      title: "Subscriptions are to a topic of their stack.",
      argument: "topic_arn",
      must: refersTo(["aws_sns_topic"], "arn"),
      reason: "Another tenant's alarms would be told.",
      source: `${SNS}: Amazon SNS event destinations`,
      controls: ["MCSB IR-2"],
    },
  ]),
];
