import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";
import { AzureProviders } from "../azure/azure-providers";
import { sendDiagnostics } from "../azure/operations/diagnostics";
import { protect } from "../azure/operations/protection";
import { SecureWorkspace } from "../azure/workspace/secure-workspace";
import { NOT_LOCKED_WHEN_SHARED } from "../blueprint/protection";
import type { WorkspaceStackBlueprint } from "../blueprint/workspace";
import { BaseStack } from "../terraform/base-stack";
import { TerraformOutput } from "../terraform/cdktf";

/** The workspace that shared tenants have their endpoints in. Its private endpoints stand in the hub. */
export class WorkspaceStack extends BaseStack {
  constructor(scope: Construct, blueprint: WorkspaceStackBlueprint) {
    const { hub, workspace } = blueprint;
    super(scope, blueprint);
    const providers = new AzureProviders(this, blueprint, {
      entraTenantId: workspace.entraTenantId,
      subscriptionId: workspace.resourceGroup.subscriptionId,
    });
    const resourceGroup = new ResourceGroup(this, "resource-group", {
      name: workspace.resourceGroup.name,
      location: workspace.location,
    });
    const secure = new SecureWorkspace(this, "workspace", {
      providers,
      hub,
      workspace,
      resourceGroup,
      subnetId: hub.endpointSubnetId,
      actionGroupIds: [hub.alerts.actionGroup.id],
    });
    new TerraformOutput(this, "workspace_id", { value: secure.ids.workspace });
    new TerraformOutput(this, "workspace_name", { value: workspace.name });
    new TerraformOutput(this, "private_endpoint_id", { value: secure.privateEndpointId });
    if (secure.openAiEndpoint !== undefined)
      new TerraformOutput(this, "openai_endpoint", { value: secure.openAiEndpoint });
    sendDiagnostics(this, hub.logAnalytics.id);
    protect(this, blueprint, NOT_LOCKED_WHEN_SHARED);
  }
}
