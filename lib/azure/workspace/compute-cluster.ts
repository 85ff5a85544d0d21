import { MachineLearningComputeCluster } from "@cdktf/provider-azurerm/lib/machine-learning-compute-cluster";
import type { Construct } from "constructs";
import { ClusterScaling } from "../../azapi/ml/cluster-scaling";
import type { ClusterBlueprint } from "../../blueprint/compute";
import type { ITerraformDependable } from "../../terraform/cdktf";

/** A cluster, and the workspace it stands in. */
export interface ComputeClusterProps {
  /** Names and sizes. */
  readonly cluster: ClusterBlueprint;
  /** ARM id of the workspace. */
  readonly workspaceId: string;
  /** Region of the workspace. */
  readonly location: string;
  /** ARM id of the user-assigned identity that its jobs run with. */
  readonly identityId: string;
  /**
   * What must be there first: the roles of the identity, and the workspace's managed network. Without a network that is
   * active, azurerm refuses a cluster that has neither a public address nor a subnet.
   */
  readonly dependsOn: ITerraformDependable[];
}

/**
 * A cluster in the managed network of a workspace: no public address, no SSH, no local accounts.
 *
 * Azure knows it by the tags of its creation: azurerm replaces a cluster whose tags change, in the middle of its jobs.
 * It would do the same when the number of nodes changes, which is another resource's for that reason.
 */
export class ComputeCluster extends MachineLearningComputeCluster {
  constructor(scope: Construct, id: string, props: ComputeClusterProps) {
    const { cluster, workspaceId, location, identityId, dependsOn } = props;
    super(scope, id, {
      name: cluster.name,
      machineLearningWorkspaceId: workspaceId,
      location,
      vmSize: cluster.vmSize,
      vmPriority: cluster.priority,
      scaleSettings: {
        minNodeCount: cluster.nodes.min,
        maxNodeCount: cluster.nodes.max,
        scaleDownNodesAfterIdleDuration: cluster.idle,
      },
      identity: { type: "UserAssigned", identityIds: [identityId] },
      nodePublicIpEnabled: false,
      localAuthEnabled: false,
      sshPublicAccessEnabled: false,
      lifecycle: { ignoreChanges: ["tags", "scale_settings"] },
      dependsOn,
    });
    new ClusterScaling(this, "scaling", { clusterId: this.id, nodes: cluster.nodes, idle: cluster.idle });
  }
}
