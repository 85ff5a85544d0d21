import { STATEFUL } from "../../../blueprint/protection";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import { first, isFalse, isTrue } from "../read";

/** What a stack that is on its way out has off: its groups may be deleted with what Azure has put into them. */
export const GROUP_GUARD = "features.resource_group.prevent_deletion_if_contains_resources";

/** What holds data in a stack. */
export function statefulIn(stack: Stack): Resource[] {
  return Object.keys(STATEFUL).flatMap((type) => stack.resources(type));
}

/** Whether Terraform refuses to destroy a resource. */
export function isKept(resource: Resource): boolean {
  return isTrue(first(resource, "lifecycle.prevent_destroy"));
}

/** The locks of a resource. */
export function locksOf(stack: Stack, resource: Resource): Resource[] {
  return stack.resources("azurerm_management_lock").filter(({ content }) => stack.names(content.scope, resource));
}

/** Whether the guard of resource groups is off in a provider of the stack. */
export function isGuardOff(provider: Resource): boolean {
  return isFalse(first(provider, GROUP_GUARD));
}

/** Whether a stack is on its way out: its groups may be deleted, and nothing in it is protected. */
export function isRetiring(stack: Stack): boolean {
  const providers = stack.resources("provider.azurerm");
  return (
    providers.length > 0 &&
    providers.every(isGuardOff) &&
    !statefulIn(stack).some((resource) => isKept(resource) || locksOf(stack, resource).length > 0)
  );
}
