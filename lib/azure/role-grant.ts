import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { Construct } from "constructs";
import { type CustomRoleIds, roleIdIn } from "../blueprint/custom-roles";
import type { Principal } from "../blueprint/principal";
import type { Role } from "../blueprint/roles";

/** A role for one principal on one resource. */
export interface RoleGrantProps {
  /** ARM id of the resource: never a resource group or a subscription. */
  readonly scope: string;
  /** Subscription of that resource. */
  readonly subscriptionId: string;
  /** The role. */
  readonly role: Role;
  /** Ids of the platform's custom roles. Default: none, for a role that is built in. */
  readonly customRoles?: CustomRoleIds | undefined;
  /** Who gets it. */
  readonly principal: Principal;
}

/** Gives a role to one principal on one resource. */
export class RoleGrant extends RoleAssignment {
  constructor(scope: Construct, id: string, props: RoleGrantProps) {
    const { scope: resource, subscriptionId, role, customRoles, principal } = props;
    super(scope, id, {
      scope: resource,
      roleDefinitionId: roleIdIn(subscriptionId, role, customRoles),
      principalId: principal.objectId,
      principalType: principal.type,
    });
  }
}
