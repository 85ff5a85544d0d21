import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { WorkspaceBlueprint } from "../../blueprint/workspace";

/** What each of the resources that a workspace stands on is made from. */
export interface WorkspaceResourceProps {
  /** Names and settings. */
  readonly workspace: WorkspaceBlueprint;
  /** Group of the workspace and its resources. */
  readonly resourceGroup: ResourceGroup;
}
