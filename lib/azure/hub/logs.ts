import { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import { MonitorPrivateLinkScope } from "@cdktf/provider-azurerm/lib/monitor-private-link-scope";
import { MonitorPrivateLinkScopedService } from "@cdktf/provider-azurerm/lib/monitor-private-link-scoped-service";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Construct } from "constructs";
import type { HubBlueprint } from "../../blueprint/hub";
import { PrivateEndpoint } from "../private-endpoint";
import type { SecuredSubnet } from "../secured-subnet";
import type { PrivateDns } from "./private-dns";

/** Where the logs stand, and how they are reached. */
export interface LogsProps {
  /** The hub. */
  readonly hub: HubBlueprint;
  /** The hub's group. */
  readonly resourceGroup: ResourceGroup;
  /** The subnet of private endpoints. */
  readonly endpointSubnet: SecuredSubnet;
  /** The zones that the private endpoint registers in. */
  readonly dns: PrivateDns;
}

/**
 * One Log Analytics workspace for the platform and all tenants. It is read and written through the hub's private
 * endpoint only, with Entra ID and never with its keys.
 */
export class Logs extends Construct {
  /** ARM id of the workspace. */
  readonly logAnalyticsId: string;

  constructor(scope: Construct, id: string, { hub, resourceGroup, endpointSubnet, dns }: LogsProps) {
    super(scope, id);
    const { logAnalytics, monitorScope } = hub;
    const workspace = new LogAnalyticsWorkspace(this, "workspace", {
      name: logAnalytics.name,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku: "PerGB2018",
      retentionInDays: logAnalytics.retentionDays,
      localAuthenticationEnabled: false,
      internetIngestionEnabled: false,
      internetQueryEnabled: false,
    });
    this.logAnalyticsId = workspace.id;
    const privateLink = new MonitorPrivateLinkScope(this, "private-link-scope", {
      name: monitorScope.name,
      resourceGroupName: resourceGroup.name,
      ingestionAccessMode: "PrivateOnly",
      queryAccessMode: "PrivateOnly",
    });
    const linked = new MonitorPrivateLinkScopedService(this, "workspace-link", {
      name: monitorScope.logAnalyticsLink,
      resourceGroupName: resourceGroup.name,
      scopeName: privateLink.name,
      linkedResourceId: workspace.id,
    });
    new PrivateEndpoint(this, "private-endpoint", {
      endpoint: monitorScope.privateEndpoint,
      resourceGroup,
      subnetId: endpointSubnet.subnetId,
      targetId: privateLink.id,
      zoneIds: dns.idsOf(monitorScope.privateEndpoint.zones),
      // The endpoint's addresses are those of the resources that are in the scope when it is made.
      dependsOn: [linked, endpointSubnet.secured],
    });
  }
}
