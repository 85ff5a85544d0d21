import { NOT_LOCKED_WHEN_SHARED, STATEFUL } from "../../../blueprint/protection";
import { PLATFORM_STACKS } from "../../../blueprint/stack";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { armTypeOf, parseArmId } from "../arm-id";
import { GROUP_GUARD, isGuardOff, isKept, isRetiring, locksOf, statefulIn } from "./retiring";

const LOCK = "azurerm_management_lock";
const VAULT = "${azurerm_key_vault.example.id}";
const WORKSPACE = "azurerm_machine_learning_workspace";

/** Rules about what keeps data from being deleted by mistake, in every stack that is not on its way out. */
export const PROTECTION: readonly Rule[] = [
  {
    id: "azure-stateful-prevent-destroy",
    severity: "medium",
    title: "Terraform does not destroy what holds data, unless the stack is retiring.",
    reason: "An edit that replaces the resource, or a removed file, would take its data away in one apply.",
    source: "Terraform: The lifecycle Meta-Argument, prevent_destroy",
    controls: ["MCSB BR-2", "MCSB AM-3"],
    fix: "set lifecycle.prevent_destroy to true, or the tenant's lifecycle to retiring",
    example: { wrong: vault({}), right: vault({ lifecycle: { prevent_destroy: true } }) },
    *check(stack) {
      if (isRetiring(stack)) return;
      for (const resource of statefulIn(stack)) {
        if (isKept(resource)) continue;
        const { prevent_destroy: found } = (resource.content.lifecycle ?? {}) as Tree;
        yield { resource, argument: "lifecycle.prevent_destroy", found, must: "must be true" };
      }
    },
  },
  {
    id: "azure-stateful-lock",
    severity: "medium",
    title: "Azure does not delete what holds data, unless the stack is retiring.",
    reason: "Terraform's own guard holds for Terraform alone: anybody with a role could delete the data in the portal.",
    source: "Learn: Lock your Azure resources to protect your infrastructure",
    controls: ["MCSB AM-4", "MCSB BR-2", "CIS Azure 3.0.0 10.1", "CIS Azure 5.0.0 9.3.9"],
    fix: `add an ${LOCK} whose scope is its id`,
    example: { wrong: vault({}), right: vault({}, { [LOCK]: { example: { scope: VAULT } } }) },
    *check(stack) {
      if (isRetiring(stack)) return;
      for (const resource of statefulIn(stack)) {
        if (!isLockable(stack, resource) || locksOf(stack, resource).length > 0) continue;
        yield { resource, argument: "", found: undefined, must: `must have an ${LOCK}` };
      }
    },
  },
  {
    id: "azure-lock-place",
    severity: "medium",
    title: "No lock stands on a workspace, on a resource group, or on what other stacks hold roles on.",
    reason:
      "A managed network deletes private endpoints of its workspace by itself, and a lock keeps role assignments from being deleted: no tenant could be removed.",
    source:
      "Learn: Workspace managed virtual network isolation; Learn: Lock your Azure resources to protect your infrastructure",
    controls: ["MCSB AM-3", "MCSB BR-2"],
    fix: "remove the lock; lifecycle.prevent_destroy holds without it",
    example: {
      wrong: { resource: { [LOCK]: { example: { scope: "${azurerm_resource_group.example.id}" } } } },
      right: { resource: { [LOCK]: { example: { scope: VAULT } } } },
    },
    *check(stack) {
      for (const resource of stack.resources(LOCK)) {
        const { scope } = resource.content;
        if (isPlace(stack, scope)) continue;
        yield { resource, argument: "scope", found: scope, must: "must be a single resource that is locked here" };
      }
    },
  },
  {
    id: "azure-provider-group-guard",
    severity: "medium",
    title: "Resource groups are not deleted with what is in them, unless the stack is retiring.",
    reason: "A group's deletion takes with it whatever Terraform does not know, data of people among it.",
    source: "Terraform azurerm provider: Features Block, prevent_deletion_if_contains_resources",
    controls: ["MCSB AM-3", "MCSB BR-2"],
    fix: `set ${GROUP_GUARD} to true, or the tenant's lifecycle to retiring`,
    example: {
      wrong: { ...vault({ lifecycle: { prevent_destroy: true } }), provider: provider(false) },
      right: { ...vault({ lifecycle: { prevent_destroy: true } }), provider: provider(true) },
    },
    *check(stack) {
      if (isRetiring(stack)) return;
      for (const resource of stack.resources("provider.azurerm")) {
        if (!isGuardOff(resource)) continue;
        yield { resource, argument: GROUP_GUARD, found: false, must: "must be true, for the stack is protected" };
      }
    },
  },
];

function isLockable(stack: Stack, { type }: Resource): boolean {
  return (
    STATEFUL[type]?.lock === true &&
    !(stack.name === PLATFORM_STACKS.workspace && NOT_LOCKED_WHEN_SHARED.includes(type))
  );
}

/** A lock of a type that is not in the table is nobody's business here. */
function isPlace(stack: Stack, scope: unknown): boolean {
  const type = referenceOf(scope)?.address.split(".")[0];
  if (type === "azurerm_resource_group" || type === WORKSPACE) return false;
  if (type !== undefined) return !(stack.name === PLATFORM_STACKS.workspace && NOT_LOCKED_WHEN_SHARED.includes(type));
  // A literal that is no resource's id is a group's or a subscription's; one that is nothing leaves its resource unlocked.
  if (typeof scope !== "string" || !scope.startsWith("/subscriptions/")) return true;
  return parseArmId(scope) !== undefined && armTypeOf(stack, scope) !== "microsoft.machinelearningservices/workspaces";
}

function vault(content: Tree, more: Tree = {}): Tree {
  return { resource: { azurerm_key_vault: { example: content }, ...more } };
}

function provider(isGuarded: boolean): Tree {
  return { azurerm: [{ features: [{ resource_group: [{ prevent_deletion_if_contains_resources: isGuarded }] }] }] };
}
