import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import type { Construct } from "constructs";
import type { HubBlueprint } from "../../blueprint/hub";

/**
 * The custom role that may call an online endpoint and nothing else. It stands in the hub, which is always there: an
 * assignment reads its role, and Azure refuses to delete a role that is assigned. Its id is known to all stacks.
 */
export class ScorerRole extends RoleDefinition {
  constructor(scope: Construct, id: string, { scorerRole }: HubBlueprint) {
    super(scope, id, {
      roleDefinitionId: scorerRole.id,
      name: scorerRole.name,
      description: scorerRole.description,
      scope: scorerRole.scope,
      assignableScopes: [...scorerRole.assignableScopes],
      permissions: [{ actions: [...scorerRole.actions], notActions: [], dataActions: [], notDataActions: [] }],
    });
  }
}
