import { ContainerRegistry } from "@cdktf/provider-azurerm/lib/container-registry";
import type { Construct } from "constructs";
import type { WorkspaceResourceProps } from "./workspace-resource";

/** Days after which an image without a tag is deleted. */
const UNTAGGED_DAYS = 30;

/** The workspace's container registry: Premium, which private endpoints need; no public access, no admin user. */
export class WorkspaceRegistry extends ContainerRegistry {
  constructor(scope: Construct, id: string, { workspace, resourceGroup }: WorkspaceResourceProps) {
    super(scope, id, {
      name: workspace.registry.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: "Premium",
      adminEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccessEnabled: false,
      networkRuleBypassOption: "AzureServices",
      exportPolicyEnabled: false,
      dataEndpointEnabled: true,
      zoneRedundancyEnabled: workspace.registry.zoneRedundant,
      retentionPolicyInDays: UNTAGGED_DAYS,
    });
  }
}
