import { type AwsAccount, awsArn } from "../../blueprint/aws-account";
import type { LogGroupName } from "../../blueprint/aws-network";
import type { AwsTrail } from "../../blueprint/aws-trail";
import { type PolicyDocument, policy, type Statement } from "./policy";

/** What writes to a log group that is there already. */
const WRITE = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"] as const;

/** The most that a service of AWS does by a role of the foundation: it writes to certain log groups. */
export function serviceBoundaryPolicy(groups: readonly LogGroupName[]): PolicyDocument {
  return policy(writesTo(...groups), findsLogGroups());
}

/** What flow logs are written with (VPC User Guide, "IAM role for publishing flow logs to CloudWatch Logs"). */
export function flowLogPolicy(group: LogGroupName): PolicyDocument {
  return policy(writesTo(group), findsLogGroups());
}

/** The flow logs of this account take the role, and of no other (same page). */
export function flowLogTrust(account: AwsAccount): PolicyDocument {
  return serviceTrust("FlowLogs", "vpc-flow-logs.amazonaws.com", account, awsArn(account, "ec2", "vpc-flow-log/*"));
}

/**
 * What a trail writes to its log group with: streams of its own (CloudTrail User Guide, "Role policy document for
 * CloudTrail to use CloudWatch Logs for monitoring").
 */
export function trailLogPolicy({ accountId, region }: AwsAccount, { logGroup }: AwsTrail): PolicyDocument {
  return policy({
    Sid: "WriteLogs",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: `${logGroup.arn}:log-stream:${accountId}_CloudTrail_${region}*`,
  });
}

/** The trail takes the role, and no other trail. */
export function trailTrust(account: AwsAccount, { arn }: AwsTrail): PolicyDocument {
  return serviceTrust("Trail", "cloudtrail.amazonaws.com", account, arn);
}

function writesTo(...groups: readonly LogGroupName[]): Statement {
  return { Sid: "WriteLogs", Effect: "Allow", Action: WRITE, Resource: groups.map(({ arn }) => `${arn}:*`) };
}

/** IAM cannot scope this one. It says names of log groups and nothing of what is in them. */
function findsLogGroups(): Statement {
  return { Sid: "FindLogGroups", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" };
}

function serviceTrust(sid: string, service: string, { accountId }: AwsAccount, sourceArn: string): PolicyDocument {
  return policy({
    Sid: sid,
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": sourceArn },
    },
  });
}
