import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import type { IConstruct } from "constructs";
import { AzapiResource } from "../../azapi/resource";
import { type DiagnosticSource, DIAGNOSTICS } from "../../blueprint/diagnostics";
import { Aspects, type IAspect, TerraformResource, type TerraformStack } from "../../terraform/cdktf";

/** Sends the logs and metrics of everything in a stack to a Log Analytics workspace, by its ARM id. */
export function sendDiagnostics(stack: TerraformStack, logAnalyticsId: string): void {
  Aspects.of(stack).add(new SendDiagnostics(logAnalyticsId));
}

/**
 * Sends the logs and metrics of every resource that the table of diagnostics has to a Log Analytics workspace, also of
 * resources that somebody adds to a stack later. Each setting is a child of its resource.
 */
export class SendDiagnostics implements IAspect {
  /** @param logAnalyticsId ARM id of the workspace */
  constructor(private readonly logAnalyticsId: string) {}

  visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node)) return;
    const type = node instanceof AzapiResource ? node.armType : node.terraformResourceType;
    for (const source of DIAGNOSTICS[type] ?? []) this.send(node, source);
  }

  private send(resource: TerraformResource, source: DiagnosticSource): void {
    const { below = "", logs = [], logGroup, metrics, dedicatedTables } = source;
    const [service = ""] = below.split("/").filter((part) => part !== "");
    new MonitorDiagnosticSetting(resource, service === "" ? "diagnostics" : `diagnostics-${service}`, {
      name: "to-log-analytics",
      targetResourceId: `${resource.getStringAttribute("id")}${below}`,
      logAnalyticsWorkspaceId: this.logAnalyticsId,
      enabledLog: logGroup === undefined ? logs.map((category) => ({ category })) : [{ categoryGroup: logGroup }],
      ...(metrics === undefined ? {} : { enabledMetric: metrics.map((category) => ({ category })) }),
      ...(dedicatedTables === undefined ? {} : { logAnalyticsDestinationType: "Dedicated" }),
    });
  }
}
