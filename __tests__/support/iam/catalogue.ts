import {
  type Action,
  actionsOf,
  isWildcardOnly,
  serviceData,
} from "../../../lib/rules/aws/iam/service-data/service-data";
import type { TenantOfStack } from "./tenant-of-stack";

/** Services whose every action is asked about. */
export const ASKED_SERVICES = ["sagemaker", "s3", "kms", "logs", "ecr", "iam", "sts"] as const;

/** An action on one thing of somebody. */
export interface Cell {
  readonly action: Action;
  /** The resource's type; empty for an action that has none. */
  readonly type: string;
  readonly resource: string;
}

const cells = new WeakMap<TenantOfStack, readonly Cell[]>();

/** Every action on every type of resource that it can be about, as the owner would name such a resource. */
export function cellsOf(owner: TenantOfStack): readonly Cell[] {
  const known = cells.get(owner);
  if (known !== undefined) return known;
  const all = allCells(owner);
  cells.set(owner, all);
  return all;
}

function allCells(owner: TenantOfStack): Cell[] {
  return ASKED_SERVICES.flatMap((service) =>
    actionsOf(service).flatMap((action): Cell[] =>
      isWildcardOnly(action)
        ? [{ action, type: "", resource: "*" }]
        : [...action.required, ...action.optional].flatMap((type) =>
            resourcesOfType(service, type, owner).map((resource) => ({ action, type, resource })),
          ),
    ),
  );
}

/** ARNs of a type of resource of somebody, and patterns of all that may have such an ARN. */
export function resourcesOfType(service: string, type: string, owner: TenantOfStack): string[] {
  const own = SPECIAL[`${service}:${type}`]?.(owner);
  if (own !== undefined) return own;
  const { prefix, account } = owner;
  const template = serviceData(service)?.resourceTypes[type]?.arn ?? "";
  const filled = template
    .replace("${Partition}", account.partition)
    .replace("${Region}", account.region)
    .replace("${Account}", account.accountId);
  const named = (name: string) => filled.replaceAll(/\$\{[^{}]+\}/g, name);
  // One that is there, and the name space in which the owner makes others.
  return [named(`${prefix}churn`), named(`${prefix}*`)];
}

/** Log groups of SageMaker that everybody's jobs and notebooks write to. */
const SHARED_GROUPS = ["NotebookInstances", "ProcessingJobs", "TrainingJobs", "TransformJobs"];

/** Types whose ARNs do not begin with the owner's prefix, or not only. */
const SPECIAL: Readonly<Record<string, (owner: TenantOfStack) => string[]>> = {
  "sagemaker:domain": (owner) => inDomain(owner, "domain", ""),
  "sagemaker:user-profile": (owner) => inDomain(owner, "user-profile", "/ada"),
  "sagemaker:space": (owner) => inDomain(owner, "space", "/ada"),
  "sagemaker:app": (owner) => [...inDomain(owner, "app", "/ada/JupyterLab/default"), ...inDomain(owner, "app", "/*")],
  "s3:bucket": ({ bucketArn }) => [bucketArn],
  "s3:object": ({ bucketArn }) => [`${bucketArn}/models/churn.tar.gz`, `${bucketArn}/*`],
  "kms:key": ({ keyArn }) => [keyArn],
  "kms:alias": (owner) => [arn(owner, "kms", owner.keyAlias)],
  "ecr:repository": ({ repositoryArn }) => [repositoryArn, repositoryArn.replace(/[^/]+$/, "*")],
  "iam:role": rolesOf,
  "sts:role": rolesOf,
  "iam:policy": ({ roles, prefix }) =>
    Object.values(roles)
      .slice(0, 1)
      .map(({ arn: role }) => role.replace(":role/", ":policy/").replace(/[^/]+$/, `${prefix}boundary`)),
  "logs:log-group": (owner) => {
    const own = `log-group:/aws/sagemaker/Endpoints/${owner.prefix}churn`;
    const shared = [...SHARED_GROUPS, "studio"].map((group) => `log-group:/aws/sagemaker/${group}`);
    // Actions on the streams of a group at once name the group so, as their refusals show.
    return [own, ...shared].flatMap((group) => [arn(owner, "logs", group), arn(owner, "logs", `${group}:log-stream:`)]);
  },
  "logs:log-stream": (owner) => {
    const streams = [
      `log-group:/aws/sagemaker/Endpoints/${owner.prefix}churn:log-stream:AllTraffic/i-1`,
      ...SHARED_GROUPS.map((group) => `log-group:/aws/sagemaker/${group}:log-stream:${owner.prefix}churn/algo-1`),
      ...SHARED_GROUPS.map((group) => `log-group:/aws/sagemaker/${group}:log-stream:${owner.prefix}*`),
      ...(owner.domainId === undefined
        ? []
        : [`log-group:/aws/sagemaker/studio:log-stream:${owner.domainId}/ada/JupyterLab/default`]),
    ];
    return streams.map((stream) => arn(owner, "logs", stream));
  },
};

/** A tenant without Studio has no domain that anybody could reach for. */
function inDomain(owner: TenantOfStack, type: string, rest: string): string[] {
  return owner.domainId === undefined ? [] : [arn(owner, "sagemaker", `${type}/${owner.domainId}${rest}`)];
}

function rolesOf({ roles }: TenantOfStack): string[] {
  return Object.values(roles).map(({ arn: role }) => role);
}

function arn({ account: { partition, region, accountId } }: TenantOfStack, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}
