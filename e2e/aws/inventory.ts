import type { AwsAccount } from "../../lib/blueprint/aws-account";
import type { RawAnswer, Upstream } from "./shim/shim";

/** A question about what an account holds. */
export interface Question {
  /** What is asked for, in the plural. */
  readonly what: string;
  /** The service in the request's signature. */
  readonly service: string;
  /** The request: of services that speak JSON, the target; of those that speak XML, the parameters; of S3, nothing. */
  readonly request:
    { readonly target: string; readonly input?: object } | { readonly form: string } | { readonly path: string };
  /** Where the names are: the field that holds them, in JSON or in XML. */
  readonly name: string;
  /** Names that do not count, because they are there in every account or stay on AWS too. */
  readonly ignore?: RegExp;
}

const sagemaker = (what: string, operation: string, name: string): Question => ({
  what,
  service: "sagemaker",
  request: { target: `SageMaker.${operation}` },
  name,
});
const ec2 = (what: string, operation: string, name: string): Question => ({
  what,
  service: "ec2",
  request: { form: `Action=${operation}&Version=2016-11-15` },
  name,
});
const iam = (what: string, operation: string, name: string): Question => ({
  what,
  service: "iam",
  request: { form: `Action=${operation}&Version=2010-05-08` },
  name,
});

/** What is asked of every account. What was there before anything was applied does not count either. */
export const QUESTIONS: readonly Question[] = [
  iam("roles", "ListRoles", "RoleName"),
  iam("policies", "ListPolicies&Scope=Local", "PolicyName"),
  iam("identity providers", "ListOpenIDConnectProviders", "Arn"),
  { what: "buckets", service: "s3", request: { path: "/" }, name: "Name" },
  sagemaker("notebooks", "ListNotebookInstances", "NotebookInstanceName"),
  sagemaker("lifecycle configurations", "ListNotebookInstanceLifecycleConfigs", "NotebookInstanceLifecycleConfigName"),
  sagemaker("Studio domains", "ListDomains", "DomainName"),
  sagemaker("user profiles", "ListUserProfiles", "UserProfileName"),
  sagemaker("spaces", "ListSpaces", "SpaceName"),
  sagemaker("models", "ListModels", "ModelName"),
  sagemaker("endpoint configurations", "ListEndpointConfigs", "EndpointConfigName"),
  sagemaker("endpoints", "ListEndpoints", "EndpointName"),
  {
    what: "repositories",
    service: "ecr",
    request: { target: "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories" },
    name: "repositoryName",
  },
  { what: "log groups", service: "logs", request: { target: "Logs_20140328.DescribeLogGroups" }, name: "logGroupName" },
  {
    what: "parameters",
    service: "ssm",
    request: { target: "AmazonSSM.DescribeParameters", input: { MaxResults: 50 } },
    name: "Name",
  },
  {
    what: "alarms",
    service: "monitoring",
    request: { form: "Action=DescribeAlarms&Version=2010-08-01" },
    name: "AlarmName",
  },
  { what: "topics", service: "sns", request: { form: "Action=ListTopics&Version=2010-03-31" }, name: "TopicArn" },
  {
    what: "trails",
    service: "cloudtrail",
    request: { target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.ListTrails" },
    name: "Name",
  },
  {
    what: "key aliases",
    service: "kms",
    request: { target: "TrentService.ListAliases" },
    name: "AliasName",
    ignore: /^alias\/aws\//,
  },
  ec2("networks", "DescribeVpcs", "vpcId"),
  ec2("subnets", "DescribeSubnets", "subnetId"),
  ec2("security groups", "DescribeSecurityGroups", "groupId"),
  // A deleted endpoint is listed for a while, as on AWS.
  ec2(
    "VPC endpoints",
    "DescribeVpcEndpoints&Filter.1.Name=vpc-endpoint-state&Filter.1.Value.1=available",
    "vpcEndpointId",
  ),
  ec2("flow logs", "DescribeFlowLogs", "flowLogId"),
];

/** Everything that accounts hold, as in `123456789012 roles: mlp-dev-acme--exec`. */
export async function inventory(moto: Upstream, accounts: readonly AwsAccount[]): Promise<string[]> {
  const held: string[] = [];
  for (const account of accounts) {
    for (const question of QUESTIONS) {
      const answer = await ask(moto, account, question);
      held.push(...namesIn(question, answer).map((name) => `${account.accountId} ${question.what}: ${name}`));
    }
    held.push(...(await keysInUse(moto, account)).map((key) => `${account.accountId} keys: ${key}`));
  }
  return held;
}

/** The names in an answer. */
export function namesIn({ name, ignore }: Pick<Question, "name" | "ignore">, answer: string): string[] {
  const pattern = answer.trimStart().startsWith("{")
    ? new RegExp(`"${name}":\\s*"([^"]+)"`, "g")
    : new RegExp(`<${name}>([^<]+)</${name}>`, "g");
  const names = [...answer.matchAll(pattern)].map(([, found = ""]) => found);
  return [...new Set(names)].filter((found) => ignore?.test(found) !== true);
}

/** Keys that are not about to be deleted: KMS keeps a deleted key for a week at least. */
async function keysInUse(moto: Upstream, account: AwsAccount): Promise<string[]> {
  const question = (target: string, input: object = {}): Question => ({
    what: "keys",
    service: "kms",
    request: { target: `TrentService.${target}`, input },
    name: "KeyId",
  });
  const ids = namesIn({ name: "KeyId" }, await ask(moto, account, question("ListKeys")));
  const inUse: string[] = [];
  for (const id of ids) {
    const answer = await ask(moto, account, question("DescribeKey", { KeyId: id }));
    const [state] = namesIn({ name: "KeyState" }, answer);
    const [manager] = namesIn({ name: "KeyManager" }, answer);
    if (state !== "PendingDeletion" && manager === "CUSTOMER") inUse.push(id);
  }
  return inUse;
}

async function ask(moto: Upstream, { accountId, region }: AwsAccount, question: Question): Promise<string> {
  const { service, request, what } = question;
  const headers = {
    authorization: `AWS4-HMAC-SHA256 Credential=inventory/20250101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`,
    "x-moto-account-id": accountId,
  };
  const answer = await moto({ method: "POST", url: "/", ...formed(request, headers) });
  if (answer.status !== 200) throw new Error(`moto does not list ${what}: ${textOf(answer)}`);
  return textOf(answer);
}

function formed(request: Question["request"], headers: Record<string, string>) {
  if ("path" in request) return { method: "GET", url: request.path, headers, body: Buffer.alloc(0) };
  if ("form" in request) {
    const type = "application/x-www-form-urlencoded";
    return { headers: { ...headers, "content-type": type }, body: Buffer.from(request.form) };
  }
  const type = { "content-type": "application/x-amz-json-1.1", "x-amz-target": request.target };
  return { headers: { ...headers, ...type }, body: Buffer.from(JSON.stringify(request.input ?? {})) };
}

function textOf({ body }: RawAnswer): string {
  return body.toString("utf8");
}
