import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";
import { AzureProviders } from "../azure/azure-providers";
import { ActivityLogs } from "../azure/hub/activity-logs";
import { Bastion } from "../azure/hub/bastion";
import { CustomRole } from "../azure/hub/custom-role";
import { Egress } from "../azure/hub/egress";
import { FlowLogs } from "../azure/hub/flow-logs";
import { HubNetwork } from "../azure/hub/hub-network";
import { JumpHost } from "../azure/hub/jump-host";
import { Logs } from "../azure/hub/logs";
import { PlatformAlerts } from "../azure/hub/platform-alerts";
import { PrivateDns } from "../azure/hub/private-dns";
import { protect } from "../azure/operations/protection";
import { sendDiagnostics } from "../azure/operations/diagnostics";
import { BaseStack } from "../terraform/base-stack";
import { type HubBlueprint, sharedSubscriptions } from "../blueprint/hub";

/** The hub network, with what all tenants use and none owns: DNS zones, logs, custom roles; and the ways in and out. */
export class HubStack extends BaseStack {
  constructor(scope: Construct, hub: HubBlueprint) {
    const { entraTenantId, subscriptionId } = hub;
    super(scope, hub);
    const otherSubscriptions = sharedSubscriptions(hub);
    const providers = new AzureProviders(this, hub, { entraTenantId, subscriptionId, otherSubscriptions });
    const resourceGroup = new ResourceGroup(this, "resource-group", {
      name: hub.resourceGroup.name,
      location: hub.location,
    });
    const { network, endpointSubnet, runnerSubnet } = new HubNetwork(this, "network", { hub, resourceGroup });
    const dns = new PrivateDns(this, "dns", { hub, providers, resourceGroup, network });
    const { logAnalyticsId } = new Logs(this, "logs", { hub, resourceGroup, endpointSubnet, dns });
    new ActivityLogs(this, "activity-logs", { activityLog: hub.activityLog, logAnalyticsId });
    new FlowLogs(this, "flow-logs", { hub, resourceGroup, network, workspaceId: logAnalyticsId });
    for (const role of Object.values(hub.customRoles)) new CustomRole(this, `${role.key}-role`, role);

    const { natGateway, bastion } = hub;
    const egress = natGateway && new Egress(this, "egress", { natGateway, resourceGroup });
    egress?.open("runners", runnerSubnet);
    if (bastion !== undefined) {
      const { jumpHost } = bastion;
      const { hostId: bastionId } = new Bastion(this, "bastion", { bastion, resourceGroup, network });
      if (jumpHost !== undefined) {
        new JumpHost(this, "jump-host", { jumpHost, subscriptionId, resourceGroup, network, bastionId, egress });
      }
    }

    new PlatformAlerts(this, "alerts", { hub, resourceGroup, logAnalyticsId });
    sendDiagnostics(this, logAnalyticsId);
    protect(this, hub);
  }
}
