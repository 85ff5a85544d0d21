import { nonAscii, quote } from "./problem";
import { suggest } from "./suggest";

/**
 * The service tags that an outbound rule may name: the list that
 * `azurerm_machine_learning_workspace_network_outbound_rule_service_tag` accepts (provider 4.81.0), but for the tags of
 * `FORBIDDEN_SERVICE_TAGS`. A regional form, as in Storage.westeurope, is a tag of this list, a dot and a region.
 */
export const SERVICE_TAGS: readonly string[] = [
  "AppConfiguration",
  "AppService",
  "AppServiceManagement",
  "AutonomousDevelopmentPlatform",
  "AzureActiveDirectory",
  "AzureActiveDirectoryDomainServices",
  "AzureAdvancedThreatProtection",
  "AzureArcInfrastructure",
  "AzureAttestation",
  "AzureBackup",
  "AzureBotService",
  "AzureConnectors",
  "AzureContainerAppsService",
  "AzureContainerRegistry",
  "AzureCosmosDB",
  "AzureDataLake",
  "AzureDatabricks",
  "AzureDevSpaces",
  "AzureDeviceUpdate",
  "AzureEventGrid",
  "AzureFrontDoor.Backend",
  "AzureFrontDoor.FirstParty",
  "AzureFrontDoor.Frontend",
  "AzureHealthcareAPIs",
  "AzureInformationProtection",
  "AzureIoTHub",
  "AzureKeyVault",
  "AzureLoadBalancer",
  "AzureMachineLearning",
  "AzureManagedGrafana",
  "AzureMonitor",
  "AzureOpenDatasets",
  "AzurePlatformDNS",
  "AzurePlatformIMDS",
  "AzurePlatformLKM",
  "AzureResourceManager",
  "AzureSignalR",
  "AzureSiteRecovery",
  "AzureSphere",
  "AzureSpringCloud",
  "AzureStack",
  "AzureUpdateDelivery",
  "AzureWebPubSub",
  "BatchNodeManagement",
  "ChaosStudio",
  "CognitiveServicesFrontend",
  "CognitiveServicesManagement",
  "DataFactory",
  "DataFactoryManagement",
  "Dynamics365BusinessCentral",
  "Dynamics365ForMarketingEmail",
  "EOPExternalPublishedIPs",
  "EventHub",
  "GuestAndHybridManagement",
  "LogicApps",
  "M365ManagementActivityApi",
  "Marketplace",
  "MicrosoftAzureFluidRelay",
  "MicrosoftCloudAppSecurity",
  "MicrosoftContainerRegistry",
  "MicrosoftDefenderForEndpoint",
  "PowerBI",
  "PowerPlatformInfra",
  "PowerQueryOnline",
  "ServiceBus",
  "ServiceFabric",
  "Sql",
  "SqlManagement",
  "Storage",
  "StorageSyncService",
  "VirtualNetwork",
  "WindowsAdminCenter",
  "WindowsVirtualDesktop",
];

/** Service tags that open the managed network to everybody's machines, with the reason. */
export const FORBIDDEN_SERVICE_TAGS: ReadonlyMap<string, string> = new Map([
  ["Internet", "opens the managed network to the whole internet; use fqdn rules for the hosts that are needed"],
  ["AzureCloud", "opens the managed network to every machine that anybody runs in Azure; use the tag of the service"],
]);

/** Service tags that are allowed with a warning, with the reason. */
export const BROAD_SERVICE_TAGS: ReadonlyMap<string, string> = new Map([
  [
    "Storage",
    "reaches the storage accounts of every customer of Azure; use a privateEndpoint rule, or at least a region as in Storage.westeurope",
  ],
]);

/** A tag with a region. The tags of Azure Front Door have a dot of their own, and no regions. */
const REGIONAL = /^(?!AzureFrontDoor)([A-Za-z0-9]+)\.([A-Za-z0-9]+)$/;

/** The form of a tag with a region, for editors. */
export const REGIONAL_SERVICE_TAG_PATTERN = "^(?!AzureFrontDoor)[A-Za-z0-9]+\\.[a-z0-9]+$";

/** What is wrong with a service tag, to which a region may be added as in Storage.westeurope; undefined if nothing is. */
export function serviceTagProblem(tag: string): string | undefined {
  if (SERVICE_TAGS.includes(tag)) return undefined;
  const odd = nonAscii(tag);
  if (odd !== undefined) return `${odd}; use ASCII letters`;

  const [, base = tag, region] = REGIONAL.exec(tag) ?? [];
  const forbidden = FORBIDDEN_SERVICE_TAGS.get(base);
  if (forbidden !== undefined) return forbidden;

  const known = SERVICE_TAGS.includes(base) ? base : suggest(base, SERVICE_TAGS);
  if (known === undefined) {
    return 'is not a service tag that a managed network knows; use one such as "AzureManagedGrafana" or "EventHub.westeurope"';
  }
  const meant = region === undefined ? known : `${known}.${region.toLowerCase()}`;
  if (meant === tag) return undefined;
  return base === known
    ? `has upper-case letters in its region; use ${quote(meant)}`
    : `is not a service tag that a managed network knows; did you mean ${quote(meant)}?`;
}
