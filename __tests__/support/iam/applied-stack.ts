import { createHash } from "node:crypto";
import type { AwsAccount } from "../../../lib/blueprint/aws-account";
import { type Arguments, resourcesOf, type StackJson } from "../synth";

/** A stack with what AWS would give in the place of every reference. */
export interface AppliedStack {
  readonly account: AwsAccount;
  readonly resource: Readonly<Record<string, Readonly<Record<string, Arguments>>>>;
}

/** A reference of Terraform to an attribute; variables of IAM are written with two dollars. */
const REFERENCE = /(?<!\$)\$\{((?:data\.)?\w+\.[\w-]+\.\w+)\}/g;

/**
 * A stack as if it had been applied: each reference is replaced by a value of the right form that no other stack has. What
 * the foundation publishes has the same value for every tenant, for all of them read the same parameter. Other expressions,
 * such as the conditions of a resource's life, stay as they are.
 *
 * @param name the stack's name, by which the values differ
 */
export function applied(name: string, stack: StackJson, partition = "aws"): AppliedStack {
  const account = { ...accountOf(stack), partition };
  const resolve = (text: string): string =>
    text.replaceAll(REFERENCE, (_, reference: string) => valueOf({ name, stack, account, resolve }, reference));
  const types = Object.keys(stack.resource).map((type) => [type, replaced(resourcesOf(stack, type), resolve)]);
  return { account, resource: Object.fromEntries(types) as AppliedStack["resource"] };
}

interface Applying {
  readonly name: string;
  readonly stack: StackJson;
  readonly account: AwsAccount;
  readonly resolve: (text: string) => string;
}

/** Attributes that are ARNs of a name that stands in the stack. */
const ARNS: Readonly<Record<string, (content: Record<string, string>, account: AwsAccount) => string>> = {
  aws_ecr_repository: ({ name = "" }, { partition, region, accountId }) =>
    `arn:${partition}:ecr:${region}:${accountId}:repository/${name}`,
  aws_iam_policy: ({ path = "/", name = "" }, { partition, accountId }) =>
    `arn:${partition}:iam::${accountId}:policy${path}${name}`,
  aws_iam_role: ({ path = "/", name = "" }, { partition, accountId }) =>
    `arn:${partition}:iam::${accountId}:role${path}${name}`,
  aws_s3_bucket: ({ bucket = "" }, { partition }) => `arn:${partition}:s3:::${bucket}`,
  aws_sns_topic: ({ name = "" }, { partition, region, accountId }) =>
    `arn:${partition}:sns:${region}:${accountId}:${name}`,
};

/** Ids that AWS gives: what stands before the characters that differ, and how many of those there are. */
const IDS: Readonly<Record<string, readonly [prefix: string, digits: number]>> = {
  "aws_sagemaker_domain.id": ["d-", 12],
  "aws_security_group.id": ["sg-", 17],
  "aws_subnet.id": ["subnet-", 17],
  "aws_vpc.id": ["vpc-", 17],
  "aws_vpc_endpoint.id": ["vpce-", 17],
  "subnet-id": ["subnet-", 17],
  "endpoint-security-group-id": ["sg-", 17],
  "vpc-id": ["vpc-", 17],
  "s3-endpoint-id": ["vpce-", 17],
};

function valueOf({ name, stack, account, resolve }: Applying, reference: string): string {
  const [type = "", id = "", attribute = ""] = reference.replace(/^data\./, "").split(".");
  if (reference.startsWith("data.aws_ssm_parameter.")) {
    const parameter = stack.data?.[type]?.[id]?.name;
    if (typeof parameter !== "string") throw new Error(`the stack reads no parameter ${id}`);
    const kind = Object.keys(IDS).find((form) => parameter.split("/").includes(form)) ?? "";
    return idOf(kind, parameter);
  }
  const content = stack.resource[type]?.[id];
  if (content === undefined) throw new Error(`the stack has no ${reference}`);
  const literal = content[attribute] ?? (type === "aws_s3_bucket" && attribute === "id" ? content.bucket : undefined);
  if (typeof literal === "string") return resolve(literal);
  const arn = attribute === "arn" ? ARNS[type] : undefined;
  if (arn !== undefined) return arn(content as Record<string, string>, account);
  if (type === "aws_kms_key") {
    const { partition, region, accountId } = account;
    const key = digits(`${name} ${type}.${id}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    return attribute === "arn" ? `arn:${partition}:kms:${region}:${accountId}:key/${key}` : key;
  }
  return idOf(`${type}.${attribute}`, `${name} ${reference}`);
}

function idOf(kind: string, seed: string): string {
  const [prefix, count] = IDS[kind] ?? ["fake-", 12];
  return `${prefix}${digits(seed, count)}`;
}

function digits(seed: string, count: number): string {
  return createHash("sha256").update(seed).digest("hex").slice(0, count);
}

function replaced(value: unknown, resolve: (text: string) => string): unknown {
  if (typeof value === "string") return resolve(value);
  if (Array.isArray(value)) return value.map((entry) => replaced(entry, resolve));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replaced(entry, resolve)]));
}

function accountOf(stack: StackJson): Omit<AwsAccount, "partition"> {
  const [provider] = stack.provider.aws ?? [];
  const { region, allowed_account_ids: accounts } = provider ?? {};
  const [accountId] = Array.isArray(accounts) ? (accounts as unknown[]) : [];
  if (typeof region !== "string" || typeof accountId !== "string") throw new Error("the stack has no AWS provider");
  return { region, accountId };
}
