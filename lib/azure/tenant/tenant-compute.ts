import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import { ComputeInstance } from "../../azapi/ml/compute-instance";
import { IdleShutdown } from "../../azapi/ml/idle-shutdown";
import type { TenantComputeBlueprint } from "../../blueprint/compute";
import { COMPUTE_IDENTITY_GRANTS } from "../../blueprint/roles";
import type { ITerraformDependable } from "../../terraform/cdktf";
import { principalOf } from "../identity";
import { RolePropagation } from "../role-propagation";
import { ComputeCluster } from "../workspace/compute-cluster";
import { Grants, type GrantScopes } from "../workspace/grants";

/** The compute of a tenant, and the workspace it stands in. */
export interface TenantComputeProps {
  /** The clusters and instances. */
  readonly compute: TenantComputeBlueprint;
  /** The tenant's group, where the identity of the compute stands. */
  readonly resourceGroup: ResourceGroup;
  /** ARM ids of the tenant's own workspace, its storage account and its registry. */
  readonly workspace: GrantScopes & { readonly ids: { readonly workspace: string } };
  /** The Entra tenant of the people who work on instances. */
  readonly entraTenantId: string;
  /** The last step of the workspace: its managed network and the cluster that builds images are there. */
  readonly workspaceReady: ITerraformDependable;
}

/**
 * The clusters and compute instances of a dedicated tenant, in the managed network of its workspace. They run with one
 * identity, which reads and writes the tenant's own data and pulls its images.
 */
export class TenantCompute extends Construct {
  constructor(scope: Construct, id: string, props: TenantComputeProps) {
    super(scope, id);
    const { compute, resourceGroup, workspace, entraTenantId, workspaceReady } = props;
    const identity = new UserAssignedIdentity(this, "identity", {
      name: compute.identity,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
    });
    const grants = new Grants(this, "grants", principalOf(identity), COMPUTE_IDENTITY_GRANTS, workspace);
    const place = {
      workspaceId: workspace.ids.workspace,
      location: resourceGroup.location,
      identityId: identity.id,
      dependsOn: [new RolePropagation(this, "grants-known", grants.assignments), workspaceReady],
    };
    for (const cluster of compute.clusters) {
      new ComputeCluster(this, `cluster-${cluster.name}`, { ...place, cluster });
    }
    for (const { key, name, vmSize, user, idle } of compute.instances) {
      const instance = new ComputeInstance(this, `instance-${key}`, {
        ...place,
        name,
        vmSize,
        user: { objectId: user, tenantId: entraTenantId },
      });
      new IdleShutdown(this, `instance-${key}-idle`, { instanceId: instance.id, idle });
    }
  }
}
