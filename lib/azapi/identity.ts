import type { IConstruct } from "constructs";
import { refusal } from "./refusal";

/** The managed identity of a resource (azapi docs, "azapi_resource", `identity`). */
export interface AzapiIdentity {
  /** Which identities the resource has. The provider does not check the value, so this type does. */
  readonly type: "SystemAssigned" | "UserAssigned" | "SystemAssigned, UserAssigned";
  /**
   * ARM ids of the user-assigned identities. Needed, and not empty, when the type names UserAssigned: the provider
   * lets the combination without ids pass its plan.
   */
  readonly identityIds?: readonly string[];
}

/** Throws if the identity of a construct is UserAssigned and names no identity. */
export function checkIdentity(construct: IConstruct, { type, identityIds = [] }: AzapiIdentity): void {
  if (type !== "SystemAssigned" && identityIds.length === 0) {
    throw refusal(construct, `an identity of type "${type}" needs at least one id in identityIds`);
  }
}

/** The `identity` argument: a block, so a list of one object. */
export function identityToTerraform(identity: AzapiIdentity | undefined): Record<string, unknown>[] | undefined {
  return identity && [{ type: identity.type, identity_ids: identity.identityIds }];
}
