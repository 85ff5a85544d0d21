import type { GrantedResource } from "../../../blueprint/roles";
import { referenceOf } from "../../references";
import type { Stack } from "../../stack";
import { armTypeOf, parseArmId } from "../arm-id";
import { tenantOf } from "../../tenant";
import { isOfAnotherTenant } from "../owner";
import { all, first } from "../read";

const ML = "Microsoft.MachineLearningServices/workspaces";
const STORAGE = "microsoft.storage/storageaccounts";

/** What roles are assigned on, by ARM type; storage accounts and private endpoints are told apart below. */
const KINDS: Readonly<Record<string, GrantedResource>> = {
  "microsoft.machinelearningservices/workspaces": "workspace",
  "microsoft.machinelearningservices/workspaces/onlineendpoints": "onlineEndpoint",
  "microsoft.keyvault/vaults": "keyVault",
  "microsoft.containerregistry/registries": "registry",
  "microsoft.insights/components": "insights",
  "microsoft.cognitiveservices/accounts": "openAi",
  "microsoft.compute/virtualmachines": "machine",
  "microsoft.network/networkinterfaces": "networkInterface",
  "microsoft.network/bastionhosts": "bastion",
  "microsoft.network/privateendpoints": "storageEndpoint",
};

/** A scope of a role assignment. */
export interface Scope {
  /** What it is. */
  readonly kind: GrantedResource;
  /** Whether it belongs to the workspace that tenants share, and so to another stack. */
  readonly isShared: boolean;
}

/** What a scope is; undefined for what no role is assigned on here, such as a group, a subscription, or another tenant's. */
export function scopeOf(stack: Stack, id: unknown): Scope | undefined {
  if (isOutboundTarget(stack, id)) return { kind: "outboundTarget", isShared: false };
  const type = armTypeOf(stack, id);
  const kind = type === STORAGE ? storageKind(stack, id) : (KINDS[type ?? ""] ?? missingEndpoint(id));
  if (kind === undefined) return undefined;
  if (referenceOf(id) !== undefined) return { kind, isShared: false };
  if (isOfSharedWorkspace(stack, id)) return { kind, isShared: true };
  return isOwnLiteral(stack, id) ? { kind, isShared: false } : undefined;
}

/** Whether a literal id is that of a resource in the group of the workspace that tenants share. */
export function isOfSharedWorkspace(stack: Stack, id: unknown): boolean {
  const group = parseArmId(id)?.resourceGroup;
  return sharedWorkspaces(stack).some((workspace) => parseArmId(workspace)?.resourceGroup === group);
}

/** The literal ids of workspaces that hold the stack's endpoints, or that the stack says it uses. */
function sharedWorkspaces(stack: Stack): unknown[] {
  return [
    ...stack.resources(`${ML}/onlineEndpoints`).map(({ content }) => content.parent_id),
    ...stack.resources("output").map(({ content }) => content.value),
  ].filter((id) => parseArmId(id)?.type === ML.toLowerCase());
}

/** Literal targets of private endpoint rules: the workspace's identity approves the endpoints there. */
function isOutboundTarget(stack: Stack, id: unknown): boolean {
  if (parseArmId(id) === undefined) return false;
  return stack.resources(`${ML}/outboundRules`).some((rule) => {
    const target = first(rule, "body.properties.destination?.serviceResourceId");
    const type = first(rule, "body.properties.type");
    // A target that is no id, or another tenant's, is told by its own rule, and may have been this one.
    const isWrong = !isId(target) || isOfAnotherTenant(stack, target);
    return sameId(target, id) || (type !== "FQDN" && type !== "ServiceTag" && isWrong);
  });
}

function isId(value: unknown): boolean {
  return referenceOf(value) !== undefined || parseArmId(value) !== undefined;
}

/** Whether two ids are one, in any case. */
export function sameId(a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" && a.toLowerCase() === b.toLowerCase();
}

function storageKind(stack: Stack, id: unknown): GrantedResource {
  const flowLogs = stack.resources("Microsoft.Network/networkWatchers/flowLogs");
  const isNamed = flowLogs.some((log) => all(log, "body.properties.storageId").some((storage) => sameId(storage, id)));
  // An account that a flow log does not name by an id is told by its own rule, and may have been this one.
  const isUnnamed = flowLogs.some((log) => !all(log, "body.properties.storageId").some(isId));
  const isWorkspaces = stack.resources("azurerm_machine_learning_workspace").length > 0;
  return isNamed || (isUnnamed && !isWorkspaces && referenceOf(id) !== undefined) ? "flowLogStorage" : "storage";
}

/** A tenant's stack may write ids of its own group out. */
function isOwnLiteral(stack: Stack, id: unknown): boolean {
  const group = parseArmId(id)?.resourceGroup;
  const own = stack.resources("azurerm_resource_group").map(({ content }) => String(content.name).toLowerCase());
  return own.some((name) => name === group) || (own.length === 0 && tenantOf(stack) === undefined);
}

/** An endpoint that is not there, or has no type, is one all the same: Terraform itself tells of it. */
function missingEndpoint(id: unknown): GrantedResource | undefined {
  const { address = "" } = referenceOf(id) ?? {};
  return address.startsWith("azapi_resource.endpoint-") ? "onlineEndpoint" : undefined;
}
