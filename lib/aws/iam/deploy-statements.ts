import { awsArn } from "../../blueprint/aws-account";
import type { DeployBlueprint, DeployScope } from "../../blueprint/aws-deploy";
import type { Conditions, Statement, Texts } from "./policy";

/** A grant, with actions by verb: `grant("Sid", "kms", ["CreateKey"], …)`. */
export function grant(
  sid: string,
  service: string,
  verbs: readonly string[],
  resource: Texts,
  condition?: Conditions,
): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Action: verbs.map((verb) => `${service}:${verb}`),
    Resource: resource,
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}

/** What is a tenant's already, by its tags: for what has an id that AWS gives, and no name. */
export function ofTenant({ tags }: DeployBlueprint): Conditions {
  return tagged("aws:ResourceTag", tags);
}

/** What is made as a tenant's, with its tags. */
export function forTenant({ tags }: DeployBlueprint): Conditions {
  return tagged("aws:RequestTag", tags);
}

/** The platform's own resources have no tag `tenant`. */
function tagged(key: string, { platform, instance }: DeployBlueprint["tags"]): Conditions {
  return {
    Null: { [`${key}/tenant`]: "false" },
    StringEquals: { [`${key}/instance`]: instance, [`${key}/platform`]: platform },
  };
}

/** ARNs of resources whose names are those of a scope: `arnsOf(scope, "sagemaker", ["model/", "endpoint/"])`. */
export function arnsOf({ account, names }: DeployScope, service: string, types: readonly string[]): string[] {
  return types.map((type) => awsArn(account, service, `${type}${names}`));
}

/** ARNs of resources of certain types, of whoever: a condition or another statement says whose. */
export function arnsOfTypes({ account }: DeployScope, service: string, types: readonly string[]): string[] {
  return types.map((type) => awsArn(account, service, `${type}*`));
}

/** ARNs of the roles, or the policies, of a scope. */
export function iamArn({ account, path }: DeployScope, kind: "role" | "policy"): string {
  return awsArn(account, "iam", `${kind}${path}`);
}

/** ARN of the buckets of a scope. */
export function bucketsOf({ account, names }: DeployScope): string {
  return `arn:${account.partition}:s3:::${names}`;
}

/** Types of SageMaker that Terraform makes by name. */
export const NAMED_BY_TERRAFORM = [
  "endpoint/",
  "endpoint-config/",
  "model/",
  "notebook-instance/",
  "notebook-instance-lifecycle-config/",
] as const;

/** Types of SageMaker that are in a Studio domain, whose id AWS gives, and the domain itself. */
export const OF_STUDIO = ["domain/", "space/", "user-profile/"] as const;
