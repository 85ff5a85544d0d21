import type { ApplicationBlueprint } from "../../lib/blueprint/application";
import type { HubBlueprint } from "../../lib/blueprint/hub";
import type { TenantComputeBlueprint } from "../../lib/blueprint/compute";
import type { NamedType } from "../../lib/blueprint/names";
import type { OpenAiBlueprint } from "../../lib/blueprint/openai";
import type { PrivateEndpointBlueprint } from "../../lib/blueprint/private-endpoint";
import type { AzureTenantBlueprint, TenantNetworkBlueprint } from "../../lib/blueprint/azure-tenant";
import type { WorkspaceBlueprint } from "../../lib/blueprint/workspace";

/** A name with the type of its resource. */
export type TypedName = readonly [type: NamedType, name: string];

/** Names of the hub. */
export function namesOfHub(hub: HubBlueprint): TypedName[] {
  return [
    ["resourceGroup", hub.resourceGroup.name],
    ["virtualNetwork", hub.network.name],
    ["networkSecurityGroup", hub.subnets.privateEndpoints.securityGroup],
    ["networkSecurityGroup", hub.subnets.runners.securityGroup],
    ["privateDnsZoneLink", hub.zoneLink],
    ["logAnalytics", hub.logAnalytics.name],
    ["monitorPrivateLinkScope", hub.monitorScope.name],
    ["monitorPrivateLinkScope", hub.monitorScope.logAnalyticsLink],
    ...Object.values(hub.customRoles).map(({ name }): TypedName => ["roleDefinition", name]),
    ["actionGroup", hub.alerts.actionGroup.name],
    ["alert", hub.alerts.names.deniedOutbound],
    ["alert", hub.alerts.names.serviceHealth],
    ...hub.alerts.activity.map(({ name }): TypedName => ["alert", name]),
    ["diagnosticSetting", hub.activityLog.setting],
    ...namesOfEndpoint(hub.monitorScope.privateEndpoint),
    ["storageAccount", hub.flowLogs.storage.name],
    ["identity", hub.flowLogs.identity.name],
    ["flowLog", hub.network.flowLog.name],
    ...namesOfWays(hub),
  ];
}

/** Names of the ways into the hub and out of it, if it has them. */
function namesOfWays({ bastion, natGateway }: HubBlueprint): TypedName[] {
  const jumpHost = bastion?.jumpHost;
  const names: readonly (readonly [NamedType, string | undefined])[] = [
    ["natGateway", natGateway?.name],
    ["publicIp", natGateway?.publicIp.name],
    ["bastionHost", bastion?.name],
    ["publicIp", bastion?.publicIp.name],
    ["networkSecurityGroup", bastion?.subnet.securityGroup],
    ["virtualMachine", jumpHost?.name],
    ["networkInterface", jumpHost?.networkInterface],
    ["disk", jumpHost?.disk],
    ["networkSecurityGroup", jumpHost?.subnet.securityGroup],
  ];
  return names.flatMap(([type, name]): TypedName[] => (name === undefined ? [] : [[type, name]]));
}

/** Names of a workspace and of what it stands on. */
export function namesOfWorkspace(workspace: WorkspaceBlueprint): TypedName[] {
  return [
    ["resourceGroup", workspace.resourceGroup.name],
    ["machineLearningWorkspace", workspace.name],
    ["identity", workspace.identity],
    ["identity", workspace.imageBuild.identity],
    ["storageAccount", workspace.storage.name],
    ["keyVault", workspace.keyVault],
    ["containerRegistry", workspace.registry.name],
    ["applicationInsights", workspace.insights],
    ...workspace.alerts.map(({ name }): TypedName => ["alert", name]),
    ...workspace.privateEndpoints.flatMap(namesOfEndpoint),
    ...(workspace.openAi === undefined ? [] : namesOfOpenAi(workspace.openAi)),
  ];
}

/** Names of a tenant, those of a workspace of its own included. */
export function namesOfTenant(tenant: AzureTenantBlueprint): TypedName[] {
  const { resourceGroup, actionGroup, budget, place, endpoints, application } = tenant;
  return [
    ["resourceGroup", resourceGroup.name],
    ["actionGroup", actionGroup.name],
    ...(budget === undefined ? [] : [["budget", budget.name] satisfies TypedName]),
    ...endpoints.flatMap(({ name, identity, alerts, deployments }): TypedName[] => [
      ["onlineEndpoint", name],
      ["identity", identity],
      ...alerts.map((alert): TypedName => ["alert", alert.name]),
      ...deployments.flatMap(({ scaling }): TypedName[] =>
        scaling === undefined ? [] : [["autoscaleSetting", scaling.name]],
      ),
    ]),
    ...(application === undefined ? [] : namesOfApplication(application)),
    ...(place.isolation === "dedicated"
      ? [
          ...namesOfNetwork(place.network),
          ...namesOfWorkspace(place.workspace),
          ...(place.compute === undefined ? [] : namesOfCompute(place.compute)),
        ]
      : place.access === undefined
        ? []
        : [...namesOfNetwork(place.access.network), ...namesOfEndpoint(place.access.privateEndpoint)]),
  ];
}

function namesOfOpenAi({ account, privateEndpoint }: OpenAiBlueprint): TypedName[] {
  return [["openAiAccount", account], ...namesOfEndpoint(privateEndpoint)];
}

function namesOfCompute({ identity, instances }: TenantComputeBlueprint): TypedName[] {
  return [["identity", identity], ...instances.map(({ name }): TypedName => ["computeInstance", name])];
}

function namesOfApplication({ name, pipeline }: ApplicationBlueprint): TypedName[] {
  return [["application", name], ...(pipeline === undefined ? [] : [["federatedCredential", pipeline.name] as const])];
}

function namesOfNetwork({ name, subnet, flowLog, peering, zoneLink }: TenantNetworkBlueprint): TypedName[] {
  return [
    ["virtualNetwork", name],
    ["networkSecurityGroup", subnet.securityGroup],
    ["flowLog", flowLog.name],
    ["peering", peering.toHub],
    ["peering", peering.fromHub],
    ["privateDnsZoneLink", zoneLink],
  ];
}

function namesOfEndpoint({ name, networkInterface }: PrivateEndpointBlueprint<string>): TypedName[] {
  return [
    ["privateEndpoint", name],
    ["networkInterface", networkInterface],
  ];
}
