import type { DeployBlueprint } from "../../blueprint/aws-deploy";
import { arnsOf, arnsOfTypes, grant } from "./deploy-statements";
import { type PolicyDocument, policy } from "./policy";

/** What watches over what runs: the scaling, the alarms and the budgets of tenants. */
export function deployOperationsPolicy({ tenants }: DeployBlueprint): PolicyDocument {
  const targets = arnsOfTypes(tenants, "application-autoscaling", ["scalable-target/"]);
  return policy(
    grant("Scale", "application-autoscaling", SCALE, targets, {
      StringEquals: { "application-autoscaling:service-namespace": "sagemaker" },
    }),
    grant("TagScaling", "application-autoscaling", ["TagResource", "UntagResource"], targets),
    grant("Alarm", "cloudwatch", ["DeleteAlarms", "PutMetricAlarm", ...TAG], arnsOf(tenants, "cloudwatch", ["alarm:"])),
    // Target tracking makes its alarms with the rights of whoever puts the policy (Application Auto Scaling User Guide,
    // "Permissions validation for Application Auto Scaling API calls on target resources").
    grant(
      "ScalingAlarms",
      "cloudwatch",
      ["DeleteAlarms", "PutMetricAlarm"],
      arnsOfTypes(tenants, "cloudwatch", ["alarm:TargetTracking-"]),
    ),
    grant("Topics", "sns", [...CHANGE_TOPICS, ...TAG], arnsOf(tenants, "sns", [""])),
    grant("Budgets", "budgets", ["ModifyBudget", ...TAG], arnsOf(tenants, "budgets", ["budget/"])),
  );
}

const TAG = ["TagResource", "UntagResource"] as const;

const SCALE = [
  "DeleteScalingPolicy",
  "DeregisterScalableTarget",
  "PutScalingPolicy",
  "RegisterScalableTarget",
] as const;

const CHANGE_TOPICS = [
  "CreateTopic",
  "DeleteTopic",
  "SetSubscriptionAttributes",
  "SetTopicAttributes",
  "Subscribe",
  "Unsubscribe",
] as const;
