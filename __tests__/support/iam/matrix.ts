import type { PolicyDocument } from "../../../lib/aws/iam/policy";
import { keysOfAction } from "../../../lib/rules/aws/iam/service-data/service-data";
import { type Cell, cellsOf, resourcesOfType } from "./catalogue";
import { verdict } from "./evaluator";
import { type Context, roleContext, withKnown } from "./request";
import type { TenantOfStack } from "./tenant-of-stack";
import type { Truth } from "./truth";

/** Who tries: a role with its policies. */
export interface Attacker {
  readonly arn: string;
  readonly identity: readonly PolicyDocument[];
  readonly boundary: PolicyDocument | undefined;
}

/**
 * What of somebody's a role may do in some context, an action and a resource each. Whoever asks chooses everything but who
 * they are: parameters, tags of the request, and even those of the resource.
 */
export function openCells(attacker: Attacker, owner: TenantOfStack): string[] {
  return mayBeAllowed(attacker, owner).map(({ action: { id }, resource }) => `${id} ${resource}`);
}

/**
 * Which parameters of a role's own requests may point at somebody else's, an action, a key and a value each: every key of
 * every action that the role may do on what is its owner's, with a foreign value, and everything else as whoever asks likes.
 */
export function openReferences(attacker: Attacker, owner: TenantOfStack, victim: TenantOfStack): string[] {
  const context = roleContext(attacker.arn);
  return mayBeAllowed(attacker, owner)
    .flatMap((cell) =>
      foreignValues(cell, owner, victim)
        .filter(([key, values]) => asked(attacker, owner, cell, withKnown(context, { [key]: values })) !== false)
        .map(([key, values]) => `${cell.action.id} ${key} ${values.join(" ")}`),
    )
    .filter((line, index, all) => all.indexOf(line) === index);
}

/** What a role may do with what is its owner's: "always", or "if" some condition of the request is right. */
export function ownRights(attacker: Attacker, owner: TenantOfStack): string[] {
  const context = withKnown(roleContext(attacker.arn), { "aws:ResourceTag/tenant": [owner.tenant] });
  const rights = cellsOf(owner).flatMap((cell) => {
    const truth = asked(attacker, owner, cell, context);
    return truth === false ? [] : [`${cell.action.id} ${cell.type || "*"} ${truth === null ? "if" : "always"}`];
  });
  return [...new Set(rights)].sort();
}

/** What of somebody's a role may do in some context, whatever else there is in it. */
function mayBeAllowed(attacker: Attacker, owner: TenantOfStack): Cell[] {
  const context = roleContext(attacker.arn);
  return cellsOf(owner).filter((cell) => asked(attacker, owner, cell, context) !== false);
}

function asked(
  { arn, identity, boundary }: Attacker,
  owner: TenantOfStack,
  { action, resource }: Cell,
  context: Context,
): Truth {
  return verdict(
    { identity, boundary, resource: policyOf(owner, resource) },
    { asker: { roleArn: arn }, action: action.id, resource, context },
  );
}

/** Of SageMaker and of logs, no resource has a policy. */
function policyOf({ resourcePolicies, roles }: TenantOfStack, resource: string): PolicyDocument | undefined {
  if (/^arn:[^:]*:(sagemaker|logs):/.test(resource)) return undefined;
  const role = Object.values(roles).find(({ arn }) => arn === resource);
  const [, of] =
    Object.entries(resourcePolicies).find(([arn]) => resource === arn || resource.startsWith(`${arn}/`)) ?? [];
  return of ?? role?.trust;
}

/** What a parameter of a request may point at instead of one's own, by the key that holds it. */
const REFERENCES: Readonly<Record<string, (victim: TenantOfStack) => string[]>> = {
  "sagemaker:ModelArn": (victim) => resourcesOfType("sagemaker", "model", victim),
  "sagemaker:VpcSubnets": () => ["subnet-ffffffffffffffff0"],
  "sagemaker:VpcSecurityGroupIds": ({ securityGroupId }) => [securityGroupId],
  "sagemaker:VolumeKmsKeyArn": ({ keyArn }) => [keyArn],
  "sagemaker:OutputKmsKeyArn": ({ keyArn }) => [keyArn],
  "sagemaker:DomainSharingOutputKmsKeyArn": ({ keyArn }) => [keyArn],
  "sagemaker:FeatureGroupOnlineStoreKmsKeyArn": ({ keyArn }) => [keyArn],
  "sagemaker:FeatureGroupOfflineStoreKmsKeyArn": ({ keyArn }) => [keyArn],
  "sagemaker:FileSystemId": () => ["fs-ffffffffffffffff0"],
  "sagemaker:ImageArns": (victim) => resourcesOfType("sagemaker", "image", victim),
  "sagemaker:ImageVersionArns": (victim) => resourcesOfType("sagemaker", "image-version", victim),
  "sagemaker:NotebookInstanceLifecycleConfigArns": (victim) =>
    resourcesOfType("sagemaker", "notebook-instance-lifecycle-config", victim),
  "sagemaker:StudioLifecycleConfigArns": (victim) => resourcesOfType("sagemaker", "studio-lifecycle-config", victim),
  "sagemaker:WorkteamArn": (victim) => resourcesOfType("sagemaker", "workteam", victim),
  "s3:x-amz-server-side-encryption-aws-kms-key-id": ({ keyArn }) => [keyArn],
  "iam:PassedToService": () => ["lambda.amazonaws.com", "ec2.amazonaws.com"],
  // What is made or changed with another tenant's tag. Of other services no policy looks at tags.
  "aws:RequestTag/${TagKey}": ({ tenant }) => [tenant],
};

/** Keys of SageMaker that point at nothing: they say how something is made, or what it is already. */
const SETTINGS: readonly string[] = [
  "sagemaker:AcceleratorTypes",
  "sagemaker:CurrentCustomerMetadataProperties/${MetadataKey}",
  "sagemaker:CurrentModelLifeCycleStage",
  "sagemaker:CurrentModelLifeCycleStageStatus",
  "sagemaker:DirectGatedModelAccess",
  "sagemaker:EnableRemoteDebug",
  "sagemaker:FileSystemAccessMode",
  "sagemaker:FileSystemDirectoryPath",
  "sagemaker:FileSystemType",
  "sagemaker:InstanceTypes",
  "sagemaker:InterContainerTrafficEncryption",
  "sagemaker:KeepAlivePeriod",
  "sagemaker:MaxRuntimeInSeconds",
  "sagemaker:NetworkIsolation",
  // No request says it: the owner of a space is of the space's own domain.
  "sagemaker:OwnerUserProfileArn",
  "sagemaker:ResourceTag/${TagKey}",
  "sagemaker:ServerlessMaxConcurrency",
  "sagemaker:ServerlessMemorySize",
  "sagemaker:SpaceSharingType",
  "sagemaker:TaggingAction",
  // One of several models of the endpoint itself.
  "sagemaker:TargetModel",
];

/** Keys of SageMaker, of actions that a role may do, of which nobody has said whether they point at something. */
export function undecidedKeys(attacker: Attacker, owner: TenantOfStack): string[] {
  const keys = mayBeAllowed(attacker, owner).flatMap(({ action }) => [...keysOfAction(action)]);
  const decided = [...Object.keys(REFERENCES), ...SETTINGS];
  return [...new Set(keys)].filter((key) => key.startsWith("sagemaker:") && !decided.includes(key));
}

/** Keys with several values, in which a foreign value may stand beside one's own. */
const LISTS: Readonly<Record<string, (owner: TenantOfStack) => readonly string[]>> = {
  "sagemaker:VpcSubnets": ({ subnetIds }) => subnetIds,
  "sagemaker:VpcSecurityGroupIds": ({ securityGroupId }) => [securityGroupId],
};

function foreignValues(
  { action }: Cell,
  owner: TenantOfStack,
  victim: TenantOfStack,
): [key: string, values: readonly string[]][] {
  return [...keysOfAction(action)].flatMap((template) => {
    if (template.startsWith("aws:RequestTag/") && action.service !== "sagemaker") return [];
    const key = template.replace("${TagKey}", "tenant");
    const foreign = REFERENCES[template]?.(victim).filter((value) => !value.includes("*")) ?? [];
    const own = LISTS[template]?.(owner) ?? [];
    return foreign.flatMap((value): [string, string[]][] => [
      [key, [value]],
      ...(own.length === 0 ? [] : [[key, [...own, value]] as [string, string[]]]),
    ]);
  });
}
