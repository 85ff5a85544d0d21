import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { Construct } from "constructs";
import type { Principal } from "../blueprint/principal";
import { roleDefinitionId } from "../blueprint/resource-ids";
import { BUILT_IN_ROLES, type BuiltInRole } from "../blueprint/roles";

/** A role for one principal on one resource. */
export interface RoleGrantProps {
  /** ARM id of the resource: never a resource group or a subscription. */
  readonly scope: string;
  /** Subscription of that resource. */
  readonly subscriptionId: string;
  /** The built-in role. */
  readonly role: BuiltInRole;
  /** Who gets it. */
  readonly principal: Principal;
}

/** Gives a built-in role of Azure to one principal on one resource. */
export class RoleGrant extends RoleAssignment {
  constructor(scope: Construct, id: string, { scope: resource, subscriptionId, role, principal }: RoleGrantProps) {
    super(scope, id, {
      scope: resource,
      roleDefinitionId: roleDefinitionId(subscriptionId, BUILT_IN_ROLES[role]),
      principalId: principal.objectId,
      principalType: principal.type,
    });
  }
}
