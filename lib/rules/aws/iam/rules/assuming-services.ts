import type { StatementRule } from "../rule";
import { ACCOUNT } from "./example-arns";

/** The services that take roles of the platform, each with what for. */
export const ASSUMING_SERVICES: Readonly<Record<string, string>> = {
  "cloudtrail.amazonaws.com": "writes the audit trail to a log group",
  "sagemaker.amazonaws.com": "runs notebooks, jobs, models and Studio",
  "vpc-flow-logs.amazonaws.com": "writes flow logs to a log group",
};

/** Each further service is a way to run code with a role that nobody looks at. */
export const assumingService: StatementRule = {
  id: "aws-iam-assuming-service",
  severity: "high",
  title: "Roles are taken by the services that the platform uses.",
  reason: "Whoever may pass the role to another service runs code with it outside of what is checked here.",
  fix: `name one of ${Object.keys(ASSUMING_SERVICES).join(", ")}`,
  source: "IAM User Guide: Create a role to delegate permissions to an AWS service",
  controls: ["MCSB PA-7"],
  uses: ["trust"],
  example: { kind: "trust", wrong: taken("lambda.amazonaws.com"), right: taken("sagemaker.amazonaws.com") },
  check: ({ allows, principals }) =>
    principals
      .filter(({ type, value }) => allows && type === "Service" && ASSUMING_SERVICES[value] === undefined)
      .map(({ value }) => ({ value, must: "must be a service that takes roles of the platform" })),
};

function taken(Service: string) {
  const Condition = {
    StringEquals: { "aws:SourceAccount": ACCOUNT },
    ArnLike: { "aws:SourceArn": sourcesOf(Service) },
  };
  return { Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole", Condition };
}

function sourcesOf(service: string): string {
  return `arn:aws:${service.split(".")[0] ?? ""}:eu-central-1:${ACCOUNT}:*`;
}
