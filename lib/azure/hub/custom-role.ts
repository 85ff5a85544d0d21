import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import type { Construct } from "constructs";
import type { CustomRoleBlueprint } from "../../blueprint/custom-roles";

/**
 * A custom role. It stands in the hub, which is always there: an assignment reads its role, and Azure refuses to delete a
 * role that is assigned. Its id is known to all stacks.
 */
export class CustomRole extends RoleDefinition {
  constructor(scope: Construct, id: string, role: CustomRoleBlueprint) {
    super(scope, id, {
      roleDefinitionId: role.id,
      name: role.name,
      description: role.description,
      scope: role.scope,
      assignableScopes: [...role.assignableScopes],
      permissions: [{ actions: [...role.actions], notActions: [], dataActions: [], notDataActions: [] }],
    });
  }
}
