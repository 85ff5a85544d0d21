import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";
import { AzureStack } from "../azure/azure-stack";
import { CustomRole } from "../azure/hub/custom-role";
import { HubNetwork } from "../azure/hub/hub-network";
import { Logs } from "../azure/hub/logs";
import { PlatformAlerts } from "../azure/hub/platform-alerts";
import { PrivateDns } from "../azure/hub/private-dns";
import type { HubBlueprint } from "../blueprint/hub";

/** The hub network, with what all tenants use and none owns: DNS zones, logs, custom roles. */
export class HubStack extends AzureStack {
  constructor(scope: Construct, hub: HubBlueprint) {
    super(scope, hub, hub);
    const resourceGroup = new ResourceGroup(this, "resource-group", {
      name: hub.resourceGroup.name,
      location: hub.location,
    });
    const { network, endpointSubnet } = new HubNetwork(this, "network", { hub, resourceGroup });
    const dns = new PrivateDns(this, "dns", { hub, stack: this, resourceGroup, network });
    const { logAnalyticsId } = new Logs(this, "logs", { hub, resourceGroup, endpointSubnet, dns });
    for (const role of Object.values(hub.customRoles)) new CustomRole(this, `${role.key}-role`, role);
    new PlatformAlerts(this, "alerts", { hub, resourceGroup, logAnalyticsId });
    this.sendDiagnosticsTo(logAnalyticsId);
    this.protect();
  }
}
