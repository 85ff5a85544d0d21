import { actionsMatching } from "../../../lib/rules/aws/iam/known-actions";
import type { PolicyDocument } from "../../../lib/aws/iam/policy";
import { isWildcardOnly } from "../../../lib/rules/aws/iam/service-data/service-data";
import { type Arguments, type StackJson, synthStack } from "../synth";
import { applied } from "./applied-stack";
import { verdict } from "./evaluator";
import type { ContextValue } from "./request";
import { wholeAwsPlatform, wholeAwsTenant } from "./whole-files";

/** The foundation with everything that one can have. */
export const whole = synthStack("aws-foundation", wholeAwsPlatform());
/** The stack of a tenant with everything that one can have, once it is applied. */
export const tenant = applied("tenant-acme", synthStack("tenant-acme", wholeAwsPlatform(), [wholeAwsTenant("acme")]));
/** What is in that stack: each resource with its type. */
export const TENANT_RESOURCES = Object.entries(tenant.resource).flatMap(([type, resources]) =>
  Object.values(resources).map((resource): [string, Arguments] => [type, resource]),
);
/** The account of the platform. */
export const ACCOUNT = "123456789012";
/** The tags of what a tenant has. */
export const TAGS = { platform: ["mlp"], instance: ["dev"], tenant: ["acme"] };
/** Tags as values of condition keys, such as `aws:RequestTag/tenant`. */
export const tagsAs = (key: string, tags: Record<string, readonly string[]> = TAGS): Record<string, ContextValue> =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [`${key}/${name}`, value]));

/** What a key, or a role, says in whose policy nothing is missing. */
const OPEN: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "All",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: ["kms:*", "sts:*"],
      Resource: "*",
    },
  ],
};

const EVERYTHING: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }],
};

/** One of the roles that workflows take. */
export type DeployRole = "deploy" | "plan";

/** How a role is asked. */
export interface Asked {
  /** What the request says, by condition key. Default: nothing. */
  readonly known?: Record<string, ContextValue>;
  /** The foundation. Default: the one with everything. */
  readonly stack?: StackJson;
  /** Which of the two is asked alone, as if the other allowed everything. Default: both are asked. */
  readonly only?: "policies" | "boundary";
}

const read = new Map<StackJson, ReadonlyMap<string, PolicyDocument>>();

/** The policies of the deploy roles, as `identity` and `boundary`. */
function policiesOf(stack: StackJson): ReadonlyMap<string, PolicyDocument> {
  const known = read.get(stack);
  if (known !== undefined) return known;
  const entries = Object.entries(applied("aws-foundation", stack).resource.aws_iam_policy ?? {}).flatMap(
    ([id, { policy }]): [string, PolicyDocument][] => {
      const part = /^deploy-roles_(\w+)-policy/.exec(id)?.[1];
      return part === undefined ? [] : [[part, JSON.parse(String(policy)) as PolicyDocument]];
    },
  );
  const policies = new Map(entries);
  read.set(stack, policies);
  return policies;
}

/** Whether a role of the foundation may do something, by its policies and its boundary. */
export function may(
  role: DeployRole,
  action: string,
  resource: string,
  { known = {}, stack = whole, only }: Asked = {},
) {
  const policies = policiesOf(stack);
  const attached = role === "plan" ? ["read"] : ["identity", "data", "workloads", "operations", "read"];
  const named = (part: string) => {
    const document = policies.get(part);
    if (document === undefined) throw new Error(`the foundation has no policy ${part} of the deploy roles`);
    return document;
  };
  const target = actionsMatching(action).every(isWildcardOnly) ? "*" : resource;
  return verdict(
    {
      identity: only === "boundary" ? [EVERYTHING] : attached.map(named),
      boundary: only === "policies" ? EVERYTHING : named("boundary"),
      ...(/^(kms|sts):/.test(action) ? { resource: OPEN } : {}),
    },
    {
      asker: { roleArn: `arn:aws:iam::${ACCOUNT}:role/mlp-dev/platform/mlp-dev--${role}` },
      action,
      resource: target,
      context: { known: lower(known), others: "absent" },
    },
  );
}

function lower(known: Record<string, ContextValue>): Record<string, ContextValue> {
  return Object.fromEntries(Object.entries(known).map(([key, value]) => [key.toLowerCase(), value]));
}

/** The boundary of a tenant. */
export const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/mlp-dev/tenant/acme/mlp-dev-acme--boundary`;
/** What requests of Terraform say besides tags. */
export const OF_TERRAFORM: Record<string, ContextValue> = {
  "iam:PermissionsBoundary": [BOUNDARY],
  "kms:GrantIsForAWSResource": ["true"],
  "application-autoscaling:service-namespace": ["sagemaker"],
};
