import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { AzureProviders } from "../azure/azure-providers";
import { ActionGroup } from "../azure/operations/action-group";
import { Budget } from "../azure/operations/budget";
import { sendDiagnostics } from "../azure/operations/diagnostics";
import { protect } from "../azure/operations/protection";
import { SharedWorkspaceAccess } from "../azure/tenant/shared-workspace-access";
import { SpokeNetwork } from "../azure/tenant/spoke-network";
import { TenantApplication } from "../azure/tenant/tenant-application";
import { TenantCompute } from "../azure/tenant/tenant-compute";
import { TenantEndpoint, type TenantEndpointProps } from "../azure/tenant/tenant-endpoint";
import { WorkspaceRights } from "../azure/tenant/workspace-rights";
import { SecureWorkspace } from "../azure/workspace/secure-workspace";
import { sharedSubscriptions } from "../blueprint/hub";
import type { StackBlueprint } from "../blueprint/stack";
import type { AzureTenantBlueprint, TenantNetworkBlueprint, TenantPlace } from "../blueprint/azure-tenant";
import type { WorkspaceBlueprint } from "../blueprint/workspace";
import type { BaseStack } from "../terraform/base-stack";
import { TerraformOutput } from "../terraform/cdktf";

/** Where a tenant's endpoints go, and the private endpoint that leads there. */
type Workspace = Pick<TenantEndpointProps, "workspace" | "dependsOn"> & { readonly privateEndpointId?: string };

/** What one tenant has on Azure. It stands in the tenant's stack, beside what it has on AWS. */
export class AzureHalf {
  private readonly providers: AzureProviders;
  private readonly resourceGroup: ResourceGroup;
  /** Who is told of the tenant's alerts, by ARM id. */
  private readonly actionGroupIds: readonly string[];

  constructor(
    private readonly stack: BaseStack,
    blueprint: Pick<StackBlueprint, "retiring">,
    private readonly tenant: AzureTenantBlueprint,
  ) {
    this.providers = new AzureProviders(stack, blueprint, {
      entraTenantId: tenant.hub.entraTenantId,
      subscriptionId: tenant.subscriptionId,
      otherSubscriptions: sharedSubscriptions(tenant.hub),
      entra: true,
    });
    const { hub, place, endpoints, scorers, readers, modelDeployers, budget } = tenant;
    this.resourceGroup = new ResourceGroup(stack, "resource-group", {
      name: tenant.resourceGroup.name,
      location: tenant.location,
    });
    const ownGroup = new ActionGroup(stack, "action-group", {
      actionGroup: tenant.actionGroup,
      resourceGroup: this.resourceGroup,
    });
    this.actionGroupIds = [ownGroup.id, hub.alerts.actionGroup.id];
    if (budget !== undefined) new Budget(stack, "budget", { budget, resourceGroup: this.resourceGroup });

    const application = this.addApplication();
    const { privateEndpointId, ...workspace } =
      place.isolation === "dedicated" ? this.ownWorkspace(place) : this.sharedWorkspace(place);
    const made = new Map(
      endpoints.map((endpoint) => [
        endpoint.key,
        new TenantEndpoint(stack, `endpoint-${endpoint.key}`, {
          providers: this.providers,
          endpoint,
          resourceGroup: this.resourceGroup,
          scorers,
          readers: place.isolation === "dedicated" ? [] : readers,
          actionGroupIds: this.actionGroupIds,
          ...workspace,
        }),
      ]),
    );

    if (place.isolation === "dedicated") {
      const { dataScientists } = place.workspace;
      const people = { dataScientists, readers, modelDeployers, pipeline: application?.pipeline };
      new WorkspaceRights(stack, "rights", { workspace: workspace.workspace, ...people });
    }

    new TerraformOutput(stack, "workspace_id", { value: workspace.workspace.ids.workspace });
    new TerraformOutput(stack, "workspace_name", { value: place.workspace.name });
    if (privateEndpointId !== undefined)
      new TerraformOutput(stack, "private_endpoint_id", { value: privateEndpointId });
    new TerraformOutput(stack, "endpoint_ids", { value: mapValues(made, ({ endpoint }) => endpoint.id) });
    new TerraformOutput(stack, "endpoint_scoring_uris", {
      value: mapValues(made, ({ endpoint }) => endpoint.scoringUri),
    });
    new TerraformOutput(stack, "endpoint_principal_ids", {
      value: mapValues(made, ({ identity }) => identity.principalId),
      sensitive: true,
    });
    if (application !== undefined) {
      new TerraformOutput(stack, "application_client_id", { value: application.clientId });
    }
    sendDiagnostics(stack, hub.logAnalytics.id);
    protect(stack, blueprint);
  }

  private addApplication(): TenantApplication | undefined {
    const { application, scorers } = this.tenant;
    return application === undefined
      ? undefined
      : new TenantApplication(this.stack, "application", { application, scorers });
  }

  private ownWorkspace({ network, workspace, compute }: Extract<TenantPlace, { isolation: "dedicated" }>): Workspace {
    const { endpointSubnet } = this.addNetwork(network);
    const own = new SecureWorkspace(this.stack, "workspace", {
      providers: this.providers,
      hub: this.tenant.hub,
      workspace,
      resourceGroup: this.resourceGroup,
      subnetId: endpointSubnet.subnetId,
      subnetSecured: endpointSubnet.secured,
      actionGroupIds: this.actionGroupIds,
    });
    const place = this.scopes(workspace, own.ids, this.resourceGroup.name);
    if (compute !== undefined) {
      new TenantCompute(this.stack, "compute", {
        compute,
        resourceGroup: this.resourceGroup,
        workspace: place,
        entraTenantId: this.tenant.hub.entraTenantId,
        workspaceReady: own.ready,
      });
      const names = new Map(compute.instances.map(({ key, name }) => [key, name]));
      new TerraformOutput(this.stack, "compute_instance_names", { value: mapValues(names, (name) => name) });
    }
    if (own.openAiEndpoint !== undefined)
      new TerraformOutput(this.stack, "openai_endpoint", { value: own.openAiEndpoint });
    return {
      workspace: place,
      dependsOn: [own.ready],
      privateEndpointId: own.privateEndpointId,
    };
  }

  private sharedWorkspace({ workspace, access }: Extract<TenantPlace, { isolation: "shared" }>): Workspace {
    const shared = { workspace: this.scopes(workspace, workspace.ids, workspace.resourceGroup.name) };
    if (access === undefined) return shared;
    const { privateEndpointId } = new SharedWorkspaceAccess(this.stack, "workspace-access", {
      resourceGroup: this.resourceGroup,
      spoke: this.addNetwork(access.network),
      zoneLink: access.network.zoneLink,
      zones: access.zones,
      endpoint: access.privateEndpoint,
      workspaceId: workspace.ids.workspace,
    });
    return { ...shared, privateEndpointId };
  }

  /** What is granted on a workspace and its resources: where they are, and the ids of the custom roles. */
  private scopes<Ids>({ resourceGroup }: WorkspaceBlueprint, ids: Ids, resourceGroupName: string) {
    const { customRoles } = this.tenant.hub;
    return { subscriptionId: resourceGroup.subscriptionId, resourceGroupName, ids, customRoles };
  }

  private addNetwork(network: TenantNetworkBlueprint): SpokeNetwork {
    return new SpokeNetwork(this.stack, "network", {
      providers: this.providers,
      hub: this.tenant.hub,
      resourceGroup: this.resourceGroup,
      network,
    });
  }
}

function mapValues<Value>(map: ReadonlyMap<string, Value>, value: (item: Value) => string): Record<string, string> {
  return Object.fromEntries([...map].map(([key, item]) => [key, value(item)]));
}
