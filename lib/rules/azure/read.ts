import { list, valuesAt } from "../blocks";
import type { Resource } from "../resource";

/** The first value of an argument within blocks; undefined when nothing is there. */
export function first(resource: Resource, argument: string): unknown {
  return valuesAt(resource.content, argument)[0]?.value;
}

/** All values of an argument within blocks, also those of lists. */
export function all(resource: Resource, argument: string): unknown[] {
  return valuesAt(resource.content, argument).flatMap(({ value }) => list(value));
}

/** Whether a value is true for Terraform, which takes the text "true" too. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

/** Whether a value is false for Terraform, which takes the text "false" too. */
export function isFalse(value: unknown): boolean {
  return value === false || value === "false";
}

/** Whether it makes a resource; others change one that is there, or act on it. */
export function isMade({ type, partial }: Resource): boolean {
  return !partial && type !== "azapi_resource_action";
}
