import { cidr } from "../config/cidr";
import type { AzurePlatform } from "../config/platform";
import type { AzureTenant } from "../config/tenant";
import { type ActionGroupBlueprint, endpointAlerts, type MetricAlertBlueprint, tenantActionGroup } from "./alerts";
import { type ApplicationBlueprint, applicationBlueprint } from "./application";
import { type BudgetBlueprint, tenantBudget } from "./budget";
import { tenantCompute, type TenantComputeBlueprint } from "./compute";
import { type DeploymentBlueprint, deploymentBlueprint } from "./deployment";
import { flowLog, type FlowLogBlueprint } from "./flow-logs";
import type { HubBlueprint } from "./hub";
import { localName, onlineEndpointName, type Owner } from "./names";
import { type Principal, principalsOf } from "./principal";
import { OPENAI_ZONES, WORKSPACE_ZONES, ZONES_BY_SUBRESOURCE } from "./private-dns";
import { privateEndpoint, type PrivateEndpointBlueprint } from "./private-endpoint";
import type { ResourceGroup } from "./resource-ids";
import { privateEndpointSubnetRules } from "./security-rules";
import { type SubnetBlueprint, tenantEndpointRange } from "./subnet";
import { type TrafficBlueprint, trafficBlueprint } from "./traffic";
import { type WorkspaceBlueprint, workspaceBlueprint } from "./workspace";

/** A tenant's virtual network, peered with the hub. */
export interface TenantNetworkBlueprint {
  /** The network's name. */
  readonly name: string;
  /** Its addresses, as in 10.20.8.0/24. */
  readonly range: string;
  /** The subnet of its private endpoints. */
  readonly subnet: SubnetBlueprint;
  /** The record of its traffic. */
  readonly flowLog: FlowLogBlueprint;
  /** Names of the two halves of the peering. */
  readonly peering: { readonly toHub: string; readonly fromHub: string };
  /** The name of a link of this network to a zone. */
  readonly zoneLink: string;
  /** Zones of the hub that this network resolves. */
  readonly hubZones: readonly string[];
}

/** An online endpoint of a tenant. */
export interface EndpointBlueprint {
  /** Its name in the tenant's file. */
  readonly key: string;
  /** Its name in Azure, unique in the region. */
  readonly name: string;
  /** What it predicts, for people. */
  readonly description: string;
  /** The name of its user-assigned identity. */
  readonly identity: string;
  /** The alerts about it. */
  readonly alerts: readonly MetricAlertBlueprint[];
  /** What runs behind it, in the order of the file. */
  readonly deployments: readonly DeploymentBlueprint[];
  /** How requests are split between the deployments; undefined when there are none. */
  readonly traffic: TrafficBlueprint | undefined;
}

/** Where a tenant's endpoints stand: a workspace of its own, or the platform's. */
export type TenantPlace =
  | {
      readonly isolation: "dedicated";
      readonly network: TenantNetworkBlueprint;
      readonly workspace: WorkspaceBlueprint;
      /** Its clusters and instances, if it has any. */
      readonly compute?: TenantComputeBlueprint;
    }
  | {
      readonly isolation: "shared";
      /** The shared workspace, which another stack owns: only its literals are used. */
      readonly workspace: WorkspaceBlueprint;
      /**
       * The tenant's own way to the shared workspace, if it has a network: a private endpoint that registers in copies
       * of the two zones. In the hub's zones it would overwrite the records of the workspace's first private endpoint
       * (Learn, "Azure Private Endpoint DNS integration").
       */
      readonly access?: {
        readonly network: TenantNetworkBlueprint;
        readonly zones: readonly string[];
        readonly privateEndpoint: PrivateEndpointBlueprint<"amlworkspace">;
      };
    };

/** What a tenant has on Azure, with every name and id resolved. */
export interface AzureTenantBlueprint {
  /** The tenant's id. */
  readonly tenant: string;
  /** The hub, whose literals it uses. */
  readonly hub: HubBlueprint;
  /** The tenant's own subscription, or the platform's. */
  readonly subscriptionId: string;
  /** The region of everything. */
  readonly location: string;
  /** The tenant's group. */
  readonly resourceGroup: ResourceGroup;
  /** The tenant's own action group. Alerts tell it and the platform's. */
  readonly actionGroup: ActionGroupBlueprint;
  /** What its group may cost. Default: no budget. */
  readonly budget?: BudgetBlueprint;
  /** Where its endpoints stand. */
  readonly place: TenantPlace;
  /** Its online endpoints, in the order of its file. */
  readonly endpoints: readonly EndpointBlueprint[];
  /** Who may call them. */
  readonly scorers: readonly Principal[];
  /** Who may look at them and at their logs. */
  readonly readers: readonly Principal[];
  /** Who may deploy models to them, its pipeline aside; nobody in a workspace that tenants share. */
  readonly modelDeployers: readonly Principal[];
  /** Its registration in Microsoft Entra, if its file asks for one. */
  readonly application?: ApplicationBlueprint;
}

/**
 * Resolves what a tenant has on Azure.
 *
 * @param shared the platform's shared workspace; a shared tenant without one is refused before
 */
export function azureTenantBlueprint(
  platform: AzurePlatform,
  hub: HubBlueprint,
  shared: WorkspaceBlueprint | undefined,
  config: AzureTenant,
): AzureTenantBlueprint {
  const { prefix, instance, azure: platformAzure } = platform;
  const { tenant, azure } = config;
  const owner: Owner = { prefix, instance, tenant };
  const subscriptionId = azure.subscriptionId ?? platformAzure.subscriptionId;
  const resourceGroup = { subscriptionId, name: localName("resourceGroup", owner, "rg") };
  const place = tenantPlace(platform, hub, shared, config, owner, resourceGroup);
  const budget = tenantBudget(config, owner);
  const endpointSubscription = place.workspace.resourceGroup.subscriptionId;
  return {
    tenant,
    hub,
    subscriptionId,
    location: platformAzure.location,
    resourceGroup,
    actionGroup: tenantActionGroup(config, owner, resourceGroup),
    ...(budget === undefined ? {} : { budget }),
    place,
    endpoints: azure.endpoints.map(({ name, description, ...serving }) => ({
      key: name,
      name: onlineEndpointName(name, owner, endpointSubscription),
      description: description ?? `${name} of ${config.displayName}`,
      identity: localName("identity", owner, `id-endpoint-${name}`),
      alerts: endpointAlerts(name, owner, azure.alerts),
      deployments: serving.deployments.map((deployment) =>
        deploymentBlueprint(deployment, { owner, endpoint: name, workspaceId: place.workspace.ids.workspace }),
      ),
      traffic: trafficBlueprint(serving),
    })),
    scorers: principalsOf(azure.access.scorers),
    readers: principalsOf(azure.access.readers),
    modelDeployers: principalsOf(azure.access.deployers),
    ...(azure.application === undefined
      ? {}
      : { application: applicationBlueprint(platform, tenant, azure.application) }),
  };
}

function tenantPlace(
  platform: AzurePlatform,
  hub: HubBlueprint,
  shared: WorkspaceBlueprint | undefined,
  { tenant, displayName, azure }: AzureTenant,
  owner: Owner,
  resourceGroup: ResourceGroup,
): TenantPlace {
  const range = azure.network?.addressSpace;
  if (azure.isolation === "shared") {
    if (shared === undefined) throw new Error(`tenant ${tenant} is shared, and there is no shared workspace`);
    if (range === undefined) return { isolation: "shared", workspace: shared };
    return {
      isolation: "shared",
      workspace: shared,
      access: {
        network: tenantNetwork(hub, owner, resourceGroup, range, []),
        zones: ZONES_BY_SUBRESOURCE.amlworkspace,
        privateEndpoint: privateEndpoint(owner, "amlworkspace"),
      },
    };
  }
  if (range === undefined) throw new Error(`tenant ${tenant} is dedicated, and has no network`);
  const compute = tenantCompute(owner, resourceGroup.subscriptionId, azure.compute);
  const zones = azure.openai === undefined ? WORKSPACE_ZONES : [...WORKSPACE_ZONES, ...OPENAI_ZONES].sort();
  return {
    isolation: "dedicated",
    network: tenantNetwork(hub, owner, resourceGroup, range, zones),
    ...(compute === undefined ? {} : { compute }),
    workspace: workspaceBlueprint(platform, {
      owner,
      displayName,
      resourceGroup,
      managedNetwork: azure.managedNetwork,
      outbound: azure.outbound,
      dataScientists: principalsOf(azure.access.dataScientists),
      openAi: azure.openai,
    }),
  };
}

function tenantNetwork(
  hub: HubBlueprint,
  owner: Owner,
  { subscriptionId }: ResourceGroup,
  range: string,
  hubZones: readonly string[],
): TenantNetworkBlueprint {
  const subnet = tenantEndpointRange(cidr(range));
  return {
    name: localName("virtualNetwork", owner, "vnet"),
    range,
    subnet: {
      name: "snet-pe",
      range: subnet,
      securityGroup: localName("networkSecurityGroup", owner, "nsg-pe"),
      rules: privateEndpointSubnetRules(subnet, [range, hub.network.range]),
    },
    flowLog: flowLog(hub.flowLogs, owner, subscriptionId, "flow-log"),
    peering: { toHub: localName("peering", owner, "to-hub"), fromHub: localName("peering", owner, "from-hub") },
    zoneLink: localName("privateDnsZoneLink", owner, "link"),
    hubZones,
  };
}
