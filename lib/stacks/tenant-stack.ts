import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";
import { AzureStack } from "../azure/azure-stack";
import { ActionGroup } from "../azure/operations/action-group";
import { Budget } from "../azure/operations/budget";
import { SharedWorkspaceAccess } from "../azure/tenant/shared-workspace-access";
import { SpokeNetwork } from "../azure/tenant/spoke-network";
import { TenantApplication } from "../azure/tenant/tenant-application";
import { TenantCompute } from "../azure/tenant/tenant-compute";
import { TenantEndpoint, type TenantEndpointProps } from "../azure/tenant/tenant-endpoint";
import { WorkspaceRights } from "../azure/tenant/workspace-rights";
import { SecureWorkspace } from "../azure/workspace/secure-workspace";
import { sharedSubscriptions } from "../blueprint/hub";
import type { TenantBlueprint, TenantNetworkBlueprint, TenantPlace } from "../blueprint/tenant";
import type { WorkspaceBlueprint } from "../blueprint/workspace";
import { TerraformOutput } from "../terraform/cdktf";

/** Where a tenant's endpoints go, and the private endpoint that leads there. */
type Workspace = Pick<TenantEndpointProps, "workspace" | "dependsOn"> & { readonly privateEndpointId?: string };

/** Everything of one tenant. */
export class TenantStack extends AzureStack {
  private readonly resourceGroup: ResourceGroup;
  /** Who is told of the tenant's alerts, by ARM id. */
  private readonly actionGroupIds: readonly string[];

  constructor(
    scope: Construct,
    private readonly tenant: TenantBlueprint,
  ) {
    super(scope, tenant, {
      entraTenantId: tenant.hub.entraTenantId,
      subscriptionId: tenant.subscriptionId,
      otherSubscriptions: sharedSubscriptions(tenant.hub),
      entra: true,
    });
    const { hub, place, endpoints, scorers, readers, modelDeployers, budget } = tenant;
    this.resourceGroup = new ResourceGroup(this, "resource-group", {
      name: tenant.resourceGroup.name,
      location: tenant.location,
    });
    const ownGroup = new ActionGroup(this, "action-group", {
      actionGroup: tenant.actionGroup,
      resourceGroup: this.resourceGroup,
    });
    this.actionGroupIds = [ownGroup.id, hub.alerts.actionGroup.id];
    if (budget !== undefined) new Budget(this, "budget", { budget, resourceGroup: this.resourceGroup });

    const application = this.addApplication();
    const { privateEndpointId, ...workspace } =
      place.isolation === "dedicated" ? this.ownWorkspace(place) : this.sharedWorkspace(place);
    const made = new Map(
      endpoints.map((endpoint) => [
        endpoint.key,
        new TenantEndpoint(this, `endpoint-${endpoint.key}`, {
          stack: this,
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
      new WorkspaceRights(this, "rights", { workspace: workspace.workspace, ...people });
    }

    new TerraformOutput(this, "workspace_id", { value: workspace.workspace.ids.workspace });
    new TerraformOutput(this, "workspace_name", { value: place.workspace.name });
    if (privateEndpointId !== undefined) new TerraformOutput(this, "private_endpoint_id", { value: privateEndpointId });
    new TerraformOutput(this, "endpoint_ids", { value: mapValues(made, ({ endpoint }) => endpoint.id) });
    new TerraformOutput(this, "endpoint_scoring_uris", {
      value: mapValues(made, ({ endpoint }) => endpoint.scoringUri),
    });
    new TerraformOutput(this, "endpoint_principal_ids", {
      value: mapValues(made, ({ identity }) => identity.principalId),
      sensitive: true,
    });
    if (application !== undefined) {
      new TerraformOutput(this, "application_client_id", { value: application.clientId });
    }
    this.sendDiagnosticsTo(hub.logAnalytics.id);
    this.protect();
  }

  private addApplication(): TenantApplication | undefined {
    const { application, scorers } = this.tenant;
    return application === undefined ? undefined : new TenantApplication(this, "application", { application, scorers });
  }

  private ownWorkspace({ network, workspace, compute }: Extract<TenantPlace, { isolation: "dedicated" }>): Workspace {
    const { endpointSubnet } = this.addNetwork(network);
    const own = new SecureWorkspace(this, "workspace", {
      stack: this,
      hub: this.tenant.hub,
      workspace,
      resourceGroup: this.resourceGroup,
      subnetId: endpointSubnet.subnetId,
      subnetSecured: endpointSubnet.secured,
      actionGroupIds: this.actionGroupIds,
    });
    const place = this.scopes(workspace, own.ids, this.resourceGroup.name);
    if (compute !== undefined) {
      new TenantCompute(this, "compute", {
        compute,
        resourceGroup: this.resourceGroup,
        workspace: place,
        entraTenantId: this.tenant.hub.entraTenantId,
        workspaceReady: own.ready,
      });
      const names = new Map(compute.instances.map(({ key, name }) => [key, name]));
      new TerraformOutput(this, "compute_instance_names", { value: mapValues(names, (name) => name) });
    }
    if (own.openAiEndpoint !== undefined) new TerraformOutput(this, "openai_endpoint", { value: own.openAiEndpoint });
    return {
      workspace: place,
      dependsOn: [own.ready],
      privateEndpointId: own.privateEndpointId,
    };
  }

  private sharedWorkspace({ workspace, access }: Extract<TenantPlace, { isolation: "shared" }>): Workspace {
    const shared = { workspace: this.scopes(workspace, workspace.ids, workspace.resourceGroup.name) };
    if (access === undefined) return shared;
    const { privateEndpointId } = new SharedWorkspaceAccess(this, "workspace-access", {
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
    return new SpokeNetwork(this, "network", {
      stack: this,
      hub: this.tenant.hub,
      resourceGroup: this.resourceGroup,
      network,
    });
  }
}

function mapValues<Value>(map: ReadonlyMap<string, Value>, value: (item: Value) => string): Record<string, string> {
  return Object.fromEntries([...map].map(([key, item]) => [key, value(item)]));
}
