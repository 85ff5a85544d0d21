import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { Construct } from "constructs";
import type { ITerraformDependable } from "../terraform/cdktf";

/**
 * Waits until role assignments hold in all of Azure. What uses the roles depends on this, for Azure answers
 * "AuthorizationFailed" for a while after an assignment (Learn, "Troubleshoot Azure RBAC").
 */
export class RolePropagation extends Sleep {
  constructor(scope: Construct, id: string, grants: ITerraformDependable[]) {
    super(scope, id, { createDuration: "120s", dependsOn: grants });
  }
}
