/** What one resource, or one service below it, tells about itself. */
export interface DiagnosticSource {
  /** Path of the service below the resource's id, such as /blobServices/default. Default: the resource itself. */
  readonly below?: string;
  /** Categories of its logs. Default: none. */
  readonly logs?: readonly string[];
  /** A group of categories instead: everything that Azure has now and adds later. */
  readonly logGroup?: "allLogs";
  /** Categories of its metrics. Default: none. */
  readonly metrics?: readonly string[];
  /**
   * Whether the logs go to tables of their own instead of AzureDiagnostics. Set only where the service lets one choose:
   * elsewhere Azure does not return it, and every plan would set it again.
   */
  readonly dedicatedTables?: true;
}

const ALL: DiagnosticSource = { logGroup: "allLogs", metrics: ["AllMetrics"] };

function storageService(name: string): DiagnosticSource {
  return {
    below: `/${name}/default`,
    logs: ["StorageRead", "StorageWrite", "StorageDelete"],
    metrics: ["Transaction"],
  };
}

/**
 * What goes to Log Analytics, by Terraform's type of a resource, or by the ARM type of an azapi resource.
 * Sources: Learn, "Azure Machine Learning monitoring data reference", "Monitor online endpoints" and "Supported Resource log
 * categories for Azure Monitor".
 */
export const DIAGNOSTICS: Readonly<Record<string, readonly DiagnosticSource[]>> = {
  azurerm_bastion_host: [ALL],
  azurerm_cognitive_account: [ALL],
  azurerm_container_registry: [ALL],
  azurerm_key_vault: [{ logs: ["AuditEvent", "AzurePolicyEvaluationDetails"], metrics: ["AllMetrics"] }],
  azurerm_log_analytics_workspace: [ALL],
  azurerm_machine_learning_workspace: [{ ...ALL, dedicatedTables: true }],
  azurerm_monitor_autoscale_setting: [ALL],
  azurerm_network_security_group: [{ logGroup: "allLogs" }],
  azurerm_public_ip: [ALL],
  azurerm_storage_account: ["blobServices", "fileServices", "queueServices", "tableServices"].map(storageService),
  azurerm_virtual_network: [ALL],
  "Microsoft.MachineLearningServices/workspaces/onlineEndpoints": [
    {
      logs: ["AmlOnlineEndpointConsoleLog", "AmlOnlineEndpointTrafficLog", "AmlOnlineEndpointEventLog"],
      metrics: ["Traffic"],
    },
  ],
};

/** Types that have diagnostic settings and get none, and why. */
export const WITHOUT_DIAGNOSTICS: Readonly<Record<string, string>> = {
  azurerm_application_insights: "its data lies in the same Log Analytics workspace already, and would be there twice",
  azurerm_linux_virtual_machine: "has metrics only, which Azure keeps by itself for 93 days",
  azurerm_nat_gateway: "has metrics only, which Azure keeps by itself for 93 days",
  azurerm_network_interface: "has metrics only, which Azure keeps by itself for 93 days",
  azurerm_private_dns_zone: "has metrics only, which Azure keeps by itself for 93 days",
  azurerm_private_endpoint: "has metrics only, which Azure keeps by itself for 93 days",
};
