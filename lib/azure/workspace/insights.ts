import { ApplicationInsights } from "@cdktf/provider-azurerm/lib/application-insights";
import { MonitorPrivateLinkScopedService } from "@cdktf/provider-azurerm/lib/monitor-private-link-scoped-service";
import { Construct } from "constructs";
import type { HubBlueprint } from "../../blueprint/hub";
import type { AzureProviders } from "../azure-providers";
import type { WorkspaceResourceProps } from "./workspace-resource";

/**
 * The workspace's Application Insights. Its data lies in the hub's Log Analytics; it takes Entra tokens only, and is
 * reached through the hub's private link scope only.
 */
export class WorkspaceInsights extends Construct {
  /** ARM id of the component. */
  readonly insightsId: string;

  constructor(
    scope: Construct,
    id: string,
    props: WorkspaceResourceProps & { hub: HubBlueprint; providers: AzureProviders },
  ) {
    super(scope, id);
    const { workspace, resourceGroup, hub, providers } = props;
    const insights = new ApplicationInsights(this, "component", {
      name: workspace.insights,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      applicationType: "web",
      workspaceId: hub.logAnalytics.id,
      internetIngestionEnabled: false,
      internetQueryEnabled: false,
    });
    // The binding knows only local_authentication_disabled, which azurerm 4.81 deprecates.
    insights.addOverride("local_authentication_enabled", false);
    new MonitorPrivateLinkScopedService(this, "private-link", {
      ...providers.inSubscription(hub.subscriptionId),
      name: workspace.insights,
      resourceGroupName: hub.resourceGroup.name,
      scopeName: hub.monitorScope.name,
      linkedResourceId: insights.id,
    });
    this.insightsId = insights.id;
  }
}
