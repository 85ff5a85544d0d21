import type { AwsAccount } from "../../../lib/blueprint/aws-account";
import { type PolicyDocument, policy } from "../../../lib/aws/iam/policy";
import type { Arguments, StackJson } from "../synth";
import { applied, type AppliedStack } from "./applied-stack";

/** A role of a tenant, with all that decides what it may do and who takes it. */
export interface RoleOfStack {
  readonly arn: string;
  readonly identity: readonly PolicyDocument[];
  readonly boundary: PolicyDocument | undefined;
  readonly trust: PolicyDocument;
}

/** What a tenant's stack has that another tenant could reach for. */
export interface TenantOfStack {
  /** The tenant's id. */
  readonly tenant: string;
  readonly account: AwsAccount;
  /** What its names begin with, as in mlp-dev-acme--. */
  readonly prefix: string;
  /** Its roles, by what their names end in. */
  readonly roles: Readonly<Record<string, RoleOfStack>>;
  readonly bucketArn: string;
  readonly keyArn: string;
  /** With "alias/". */
  readonly keyAlias: string;
  readonly repositoryArn: string;
  readonly securityGroupId: string;
  /** Absent when it has no Studio. */
  readonly domainId: string | undefined;
  /** Ids of the subnets of its notebooks, jobs and models. */
  readonly subnetIds: readonly string[];
  /** The policies of its bucket, key and repository by the ARN of each. */
  readonly resourcePolicies: Readonly<Record<string, PolicyDocument>>;
}

/** What a tenant's stack would have after it was applied. */
export function tenantOfStack(tenant: string, json: StackJson): TenantOfStack {
  const stack = applied(`tenant-${tenant}`, json);
  const { account } = stack;
  const { partition, region, accountId } = account;
  const exec = only(stack, "aws_iam_role", ({ name }) => String(name).endsWith("--exec"));
  const prefix = String(exec.name).replace(/exec$/, "");
  // The ARN of the key is what the bucket is encrypted with.
  const encryption = JSON.stringify(only(stack, "aws_s3_bucket_server_side_encryption_configuration"));
  const keyArn = /"kms_master_key_id":"([^"]+)"/.exec(encryption)?.[1] ?? "";
  const bucketArn = `arn:${partition}:s3:::${String(only(stack, "aws_s3_bucket", ofTenant(prefix)).bucket)}`;
  const repository = only(stack, "aws_ecr_repository");
  const repositoryArn = `arn:${partition}:ecr:${region}:${accountId}:repository/${String(repository.name)}`;
  const endpoints = JSON.stringify(all(stack, "aws_sagemaker_model"));
  const domain = all(stack, "aws_sagemaker_user_profile")[0]?.domain_id;
  return {
    tenant,
    account,
    prefix,
    roles: Object.fromEntries(all(stack, "aws_iam_role").map((role) => [nameAfter(prefix, role), roleOf(stack, role)])),
    bucketArn,
    keyArn,
    keyAlias: String(only(stack, "aws_kms_alias", ofTenant(`alias/${prefix}`)).name),
    repositoryArn,
    securityGroupId: /sg-[0-9a-f]{17}/.exec(endpoints)?.[0] ?? "",
    domainId: typeof domain === "string" ? domain : undefined,
    subnetIds: [...new Set(endpoints.match(/subnet-[0-9a-f]{17}/g))],
    resourcePolicies: {
      [bucketArn]: parsed(only(stack, "aws_s3_bucket_policy", ofBucket(bucketArn)).policy),
      [keyArn]: parsed(
        only(stack, "aws_kms_key", ({ description }) => String(description).includes("one tenant")).policy,
      ),
      [repositoryArn]: parsed(only(stack, "aws_ecr_repository_policy").policy),
    },
  };
}

/** A policy as IAM reads it, from an argument of an applied stack. */
export function parsed(text: unknown): PolicyDocument {
  const unknown = /(?<!\$)\$\{[^}]*\}/.exec(String(text));
  if (unknown !== null) throw new Error(`a policy holds ${unknown[0]}, which nobody knows before Terraform runs`);
  const document = JSON.parse(String(text).replaceAll("$${", "${")) as {
    Statement: PolicyDocument["Statement"][number][];
  };
  return policy(...[document.Statement].flat());
}

function roleOf(stack: AppliedStack, role: Arguments): RoleOfStack {
  const { partition, accountId } = stack.account;
  const attachments = all(stack, "aws_iam_role_policy_attachment").filter((entry) => entry.role === role.name);
  const inline = all(stack, "aws_iam_role_policy").filter((entry) => entry.role === role.name);
  const boundary = role.permissions_boundary;
  return {
    arn: `arn:${partition}:iam::${accountId}:role${String(role.path)}${String(role.name)}`,
    identity: [
      ...attachments.map((entry) => policyOf(stack, entry.policy_arn)),
      ...inline.map((entry) => parsed(entry.policy)),
    ],
    boundary: boundary === undefined ? undefined : policyOf(stack, boundary),
    trust: parsed(role.assume_role_policy),
  };
}

/** AWS's own policy that denies everything ("AWS managed policy reference"). */
const DENY_ALL = policy({ Sid: "AWSDenyAll", Effect: "Deny", Action: "*", Resource: "*" });

function policyOf(stack: AppliedStack, arn: unknown): PolicyDocument {
  if (String(arn).endsWith(":aws:policy/AWSDenyAll")) return DENY_ALL;
  const { partition, accountId } = stack.account;
  const found = all(stack, "aws_iam_policy").find(
    ({ path, name }) => arn === `arn:${partition}:iam::${accountId}:policy${String(path)}${String(name)}`,
  );
  if (found === undefined) throw new Error(`the stack has no policy ${String(arn)}`);
  return parsed(found.policy);
}

function all(stack: AppliedStack, type: string): Arguments[] {
  return Object.values(stack.resource[type] ?? {});
}

function only(stack: AppliedStack, type: string, is: (content: Arguments) => boolean = () => true): Arguments {
  const [found, ...others] = all(stack, type).filter(is);
  if (found === undefined || others.length > 0) throw new Error(`there is not one ${type} of the tenant`);
  return found;
}

/** Whether a name is one of the tenant's data: in an account of its own there are the foundation's resources too. */
function ofTenant(prefix: string): (content: Arguments) => boolean {
  return ({ bucket, name }) => String(bucket ?? name).startsWith(`${prefix}data`);
}

function ofBucket(arn: string): (content: Arguments) => boolean {
  return ({ bucket }) => arn.endsWith(`:${String(bucket)}`);
}

function nameAfter(prefix: string, role: Arguments): string {
  return String(role.name).slice(prefix.length);
}
