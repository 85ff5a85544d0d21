import { MonitorActionGroup } from "@cdktf/provider-azurerm/lib/monitor-action-group";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";
import type { ActionGroupBlueprint } from "../../blueprint/alerts";

/** Who gets an e-mail when an alert fires. */
export class ActionGroup extends MonitorActionGroup {
  constructor(
    scope: Construct,
    id: string,
    { actionGroup, resourceGroup }: { actionGroup: ActionGroupBlueprint; resourceGroup: ResourceGroup },
  ) {
    super(scope, id, {
      name: actionGroup.name,
      resourceGroupName: resourceGroup.name,
      shortName: actionGroup.shortName,
      emailReceiver: actionGroup.emails.map((emailAddress) => ({
        name: emailAddress,
        emailAddress,
        useCommonAlertSchema: true,
      })),
    });
  }
}
