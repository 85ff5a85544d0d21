import { cidr } from "../config/cidr";
import { parseResourceId } from "../config/resource-id";
import type { AzurePlatform } from "../config/platform";
import { activityLogBlueprint, type ActivityLogBlueprint } from "./activity-log";
import { type ActionGroupBlueprint, type ActivityAlertBlueprint, activityAlerts, platformActionGroup } from "./alerts";
import { stateBackend } from "./backend";
import { bastionBlueprint, type BastionBlueprint } from "./bastion";
import { type CustomRole, type CustomRoleBlueprint, customRoles } from "./custom-roles";
import { flowLog, type FlowLogBlueprint, flowLogsBlueprint, type FlowLogsBlueprint } from "./flow-logs";
import { localName, type Owner } from "./names";
import { natGatewayBlueprint, type NatGatewayBlueprint } from "./nat-gateway";
import { PRIVATE_DNS_ZONES } from "./private-dns";
import { privateEndpoint, type PrivateEndpointBlueprint } from "./private-endpoint";
import { type ResourceGroup, resourceId } from "./resource-ids";
import { privateEndpointSubnetRules, runnerSubnetRules } from "./security-rules";
import { PLATFORM_STACKS, type StackBlueprint } from "./stack";
import { hubSubnetRange, type SubnetBlueprint } from "./subnet";
import { platformTags } from "./tags";

/** A private DNS zone that the platform's private endpoints register in. */
export interface ZoneBlueprint {
  /** Its name, as in privatelink.azurecr.io. */
  readonly name: string;
  /** Its ARM id. */
  readonly id: string;
  /** The group it is in. */
  readonly group: ResourceGroup;
  /** Whether the hub makes it; false for a zone that exists elsewhere. */
  readonly own: boolean;
  /** Whether this platform links its networks to it. */
  readonly linked: boolean;
}

/** The hub, with every name and id resolved. Other stacks take its literals, never its resources. */
export interface HubBlueprint extends StackBlueprint {
  /** The Entra tenant of everything. */
  readonly entraTenantId: string;
  /** The platform's subscription. */
  readonly subscriptionId: string;
  /** The region of everything. */
  readonly location: string;
  /** The hub's group. */
  readonly resourceGroup: ResourceGroup;
  /** The hub's virtual network. */
  readonly network: {
    readonly name: string;
    readonly id: string;
    readonly range: string;
    readonly flowLog: FlowLogBlueprint;
  };
  /** Its subnets. */
  readonly subnets: { readonly privateEndpoints: SubnetBlueprint; readonly runners: SubnetBlueprint };
  /** Azure Bastion with the jump host behind it. Absent when the file has none. */
  readonly bastion?: BastionBlueprint;
  /** The way of the jump host and the runners to the internet. Absent when there is none. */
  readonly natGateway?: NatGatewayBlueprint;
  /** Where the flow logs of the hub's network and of the tenants' go. */
  readonly flowLogs: FlowLogsBlueprint;
  /** The ARM id of the subnet of private endpoints. */
  readonly endpointSubnetId: string;
  /** Every zone of the project's table, sorted by name. */
  readonly zones: readonly ZoneBlueprint[];
  /** The name of a link of the hub's network to a zone. */
  readonly zoneLink: string;
  /** The Log Analytics workspace of the platform and all tenants. */
  readonly logAnalytics: { readonly name: string; readonly id: string; readonly retentionDays: number };
  /** The activity logs that are kept there. */
  readonly activityLog: ActivityLogBlueprint;
  /** Azure Monitor Private Link Scope: the private way to the logs. */
  readonly monitorScope: {
    readonly name: string;
    readonly id: string;
    readonly logAnalyticsLink: string;
    readonly privateEndpoint: PrivateEndpointBlueprint<"azuremonitor">;
  };
  /** Who is told of alerts, and those that concern the whole platform. */
  readonly alerts: {
    readonly actionGroup: ActionGroupBlueprint;
    readonly activity: readonly ActivityAlertBlueprint[];
    readonly names: { readonly deniedOutbound: string; readonly serviceHealth: string };
  };
  /** The custom roles, by name. */
  readonly customRoles: Readonly<Record<CustomRole, CustomRoleBlueprint>>;
}

/** Resolves the hub of a platform. */
export function hubBlueprint(platform: AzurePlatform): HubBlueprint {
  const { azure, prefix, instance } = platform;
  const { hub, subscriptionId } = azure;
  const owner: Owner = { prefix, instance };
  const range = cidr(hub.addressSpace);
  const resourceGroup = { subscriptionId, name: localName("resourceGroup", owner, "hub-rg") };
  const networkName = localName("virtualNetwork", owner, "hub-vnet");
  const endpointRange = hubSubnetRange(range, "snet-pe");
  const runnerRange = hubSubnetRange(range, "snet-runner");
  const logAnalytics = localName("logAnalytics", owner, "hub-log");
  const monitorScope = localName("monitorPrivateLinkScope", owner, "hub-ampls");
  const bastion = bastionBlueprint(platform, owner, range);
  const natGateway = natGatewayBlueprint(platform, owner);
  const flowLogs = flowLogsBlueprint(platform, owner, resourceGroup);

  return {
    stack: PLATFORM_STACKS.hub,
    backend: stateBackend(platform, PLATFORM_STACKS.hub),
    retiring: platform.lifecycle === "retiring",
    tags: platformTags(platform),
    entraTenantId: azure.tenantId,
    subscriptionId,
    location: azure.location,
    resourceGroup,
    network: {
      name: networkName,
      id: resourceId(resourceGroup, "Microsoft.Network/virtualNetworks", networkName),
      range: hub.addressSpace,
      flowLog: flowLog(flowLogs, owner, subscriptionId, "hub-flow-log"),
    },
    subnets: {
      privateEndpoints: {
        name: "snet-pe",
        range: endpointRange,
        securityGroup: localName("networkSecurityGroup", owner, "hub-nsg-pe"),
        // From the hub alone: a tenant's network is peered with it, and has endpoints of its own.
        rules: privateEndpointSubnetRules(endpointRange, [hub.addressSpace]),
      },
      runners: {
        name: "snet-runner",
        range: runnerRange,
        securityGroup: localName("networkSecurityGroup", owner, "hub-nsg-runner"),
        rules: runnerSubnetRules(runnerRange),
      },
    },
    ...(bastion === undefined ? {} : { bastion }),
    ...(natGateway === undefined ? {} : { natGateway }),
    flowLogs,
    endpointSubnetId: resourceId(resourceGroup, "Microsoft.Network/virtualNetworks", networkName, "subnets", "snet-pe"),
    zones: PRIVATE_DNS_ZONES.map((name) => zone(name, resourceGroup, hub.privateDnsZones)),
    zoneLink: localName("privateDnsZoneLink", owner, "hub-link"),
    logAnalytics: {
      name: logAnalytics,
      id: resourceId(resourceGroup, "Microsoft.OperationalInsights/workspaces", logAnalytics),
      retentionDays: hub.logRetentionDays,
    },
    activityLog: activityLogBlueprint(platform, owner),
    monitorScope: {
      name: monitorScope,
      id: resourceId(resourceGroup, "Microsoft.Insights/privateLinkScopes", monitorScope),
      logAnalyticsLink: logAnalytics,
      privateEndpoint: privateEndpoint(owner, "azuremonitor", "hub-"),
    },
    alerts: {
      actionGroup: platformActionGroup(platform, owner, resourceGroup),
      activity: activityAlerts(owner),
      names: {
        deniedOutbound: localName("alert", owner, "hub-alert-denied-outbound"),
        serviceHealth: localName("alert", owner, "hub-alert-service-health"),
      },
    },
    customRoles: customRoles(platform),
  };
}

function zone(
  name: string,
  hub: ResourceGroup,
  { existing, linkExisting }: AzurePlatform["azure"]["hub"]["privateDnsZones"],
): ZoneBlueprint {
  const id = existing[name];
  const parsed = id === undefined ? undefined : parseResourceId(id);
  return parsed === undefined || id === undefined
    ? { name, id: resourceId(hub, "Microsoft.Network/privateDnsZones", name), group: hub, own: true, linked: true }
    : {
        name,
        id,
        group: { subscriptionId: parsed.subscriptionId, name: parsed.resourceGroup },
        own: false,
        linked: linkExisting,
      };
}

/**
 * Subscriptions that stacks share resources with, by what they are to them: the hub's, where the shared workspace stands
 * too, and that of the zones that exist elsewhere.
 */
export function sharedSubscriptions({ subscriptionId, zones }: HubBlueprint): Record<string, string> {
  const elsewhere = zones.find(({ own }) => !own);
  return { hub: subscriptionId, ...(elsewhere === undefined ? {} : { dns: elsewhere.group.subscriptionId }) };
}

/** The ids of the named zones of a hub, in the order of the names. */
export function zoneIds(hub: HubBlueprint, names: readonly string[]): string[] {
  const ids = new Map(hub.zones.map(({ name, id }) => [name, id]));
  return names.map((name) => ids.get(name)).filter((id) => id !== undefined);
}
