import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import { IMAGE_BUILD_GRANTS } from "../../blueprint/roles";
import type { ITerraformDependable } from "../../terraform/cdktf";
import { principalOf } from "../identity";
import { RolePropagation } from "../role-propagation";
import { ComputeCluster } from "./compute-cluster";
import { Grants, type GrantScopes } from "./grants";
import type { WorkspaceResourceProps } from "./workspace-resource";

/** What images are built for, and from. */
export interface ImageBuildProps extends WorkspaceResourceProps {
  /** ARM id of the workspace. */
  readonly workspaceId: string;
  /** ARM ids of its storage account and its registry. */
  readonly ids: GrantScopes["ids"];
  /** The last step of the workspace's managed network. */
  readonly network: ITerraformDependable;
}

/**
 * The cluster that builds the images of a workspace, because a registry behind private endpoints cannot run its own build
 * tasks (Learn, "Secure an Azure Machine Learning workspace with virtual networks"). It has an identity of its own: code of
 * data scientists can pull images, and only this pushes them.
 */
export class ImageBuild extends Construct {
  /** The cluster. */
  readonly cluster: ComputeCluster;

  constructor(scope: Construct, id: string, props: ImageBuildProps) {
    super(scope, id);
    const { workspace, resourceGroup, workspaceId, ids, network } = props;
    const { location } = resourceGroup;
    const identity = new UserAssignedIdentity(this, "identity", {
      name: workspace.imageBuild.identity,
      resourceGroupName: resourceGroup.name,
      location,
    });
    const { subscriptionId } = workspace.resourceGroup;
    const grants = new Grants(this, "grants", principalOf(identity), IMAGE_BUILD_GRANTS, { subscriptionId, ids });
    this.cluster = new ComputeCluster(this, "cluster", {
      cluster: workspace.imageBuild.cluster,
      workspaceId,
      location,
      identityId: identity.id,
      dependsOn: [new RolePropagation(this, "grants-known", grants.assignments), network],
    });
  }
}
