import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What IAM knows about an action. */
export interface ActionData {
  /** Read, Write, List, or with a word before it, as in "Permissions management, Write". */
  readonly level: string;
  /** Resource types that the policies must allow, each by an ARN of its own. */
  readonly required: readonly string[];
  /** Resource types that a request may be about, beside those. */
  readonly optional: readonly string[];
  /** Condition keys that the request carries, whatever resource it is about. */
  readonly keys: readonly string[];
  /** What AWS says of an action that should not be used any more. */
  readonly deprecated?: string;
}

/** What IAM knows about a type of resource. */
export interface ResourceTypeData {
  /** What its ARN looks like, as in "arn:${Partition}:sagemaker:${Region}:${Account}:model/${ModelName}". */
  readonly arn: string;
  /** Condition keys that such a resource brings along. */
  readonly keys: readonly string[];
}

/** What IAM knows about a condition key. */
export interface ConditionKeyData {
  /** String, ARN, Bool, Numeric, Date or IPAddress; with "ArrayOf" before it when a request may have several values. */
  readonly type: string;
  /** The key to use instead, or what AWS says of a key that should not be used any more. */
  readonly deprecated?: string;
}

/** What IAM knows about a service: an extract of AWS's service authorization reference. */
export interface ServiceData {
  /** Its actions, by name, as in "CreateModel". */
  readonly actions: Readonly<Record<string, ActionData>>;
  /** Its types of resources, by name, as in "model". */
  readonly resourceTypes: Readonly<Record<string, ResourceTypeData>>;
  /** Its condition keys, by name, as in "sagemaker:ModelArn" or "aws:RequestTag/${TagKey}". */
  readonly keys: Readonly<Record<string, ConditionKeyData>>;
}

/** An action with its name. */
export interface Action extends ActionData {
  /** The service, as in "sagemaker". */
  readonly service: string;
  /** Without the service. */
  readonly name: string;
  /** As policies name it, such as "sagemaker:CreateModel". */
  readonly id: string;
}

/**
 * The services that policies of this project name. To name another one, add it and run `npm run iam-data`. A policy that
 * names a service beside these does not pass the lint.
 */
export const SERVICES = [
  "application-autoscaling",
  "budgets",
  "cloudtrail",
  "cloudwatch",
  "ec2",
  "ecr",
  "elasticfilesystem",
  "events",
  "iam",
  "kms",
  "logs",
  "s3",
  "sagemaker",
  "sns",
  "ssm",
  "sts",
] as const;

const services = new Map<string, ServiceData | undefined>();

/** The data of a service, read when it is first asked for. Undefined for a service that is not in the extract. */
export function serviceData(service: string): ServiceData | undefined {
  const name = service.toLowerCase();
  if (!services.has(name)) {
    const known = (SERVICES as readonly string[]).includes(name);
    services.set(name, known ? (readExtract(name) as ServiceData) : undefined);
  }
  return services.get(name);
}

let globals: Readonly<Record<string, ConditionKeyData>> | undefined;

/** Condition keys that every service has, such as aws:PrincipalArn. */
export function globalKeys(): Readonly<Record<string, ConditionKeyData>> {
  return (globals ??= readExtract("global-keys") as Record<string, ConditionKeyData>);
}

const actions = new Map<string, readonly Action[]>();

/** The actions of a service in the order of their names. */
export function actionsOf(service: string): readonly Action[] {
  let all = actions.get(service);
  if (all === undefined) {
    const entries = Object.entries(serviceData(service)?.actions ?? {});
    all = entries.map(([name, data]) => ({ service, name, id: `${service}:${name}`, ...data }));
    actions.set(service, all);
  }
  return all;
}

/** Condition keys that a request for an action can have: its own, and those of the types it can be about. */
export function keysOfAction({ service, keys, required, optional }: Action): ReadonlySet<string> {
  const types = serviceData(service)?.resourceTypes ?? {};
  return new Set([...keys, ...[...required, ...optional].flatMap((type) => types[type]?.keys ?? [])]);
}

/** Whether IAM cannot narrow an action to resources, so that a policy must write "*" for them. */
export function isWildcardOnly({ required, optional }: ActionData): boolean {
  return required.length + optional.length === 0;
}

function readExtract(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, `${name}.json`), "utf8"));
}
