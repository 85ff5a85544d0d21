import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { Principal } from "../blueprint/principal";

/** The principal behind a user-assigned identity, known after apply. */
export function principalOf(identity: UserAssignedIdentity): Principal {
  return { objectId: identity.principalId, type: "ServicePrincipal" };
}
