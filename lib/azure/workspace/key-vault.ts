import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import type { Construct } from "constructs";
import type { WorkspaceResourceProps } from "./workspace-resource";

/** The workspace's key vault: no public access, rights by role only, and nothing in it can be purged for 90 days. */
export class WorkspaceKeyVault extends KeyVault {
  constructor(scope: Construct, id: string, { workspace, resourceGroup }: WorkspaceResourceProps) {
    super(scope, id, {
      name: workspace.keyVault,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      tenantId: workspace.entraTenantId,
      skuName: "standard",
      rbacAuthorizationEnabled: true,
      purgeProtectionEnabled: true,
      softDeleteRetentionDays: 90,
      publicNetworkAccessEnabled: false,
      networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
    });
  }
}
