import type { ManagedNetworkConfig } from "../config/managed-network";
import type { AzurePlatform } from "../config/platform";
import { type MetricAlertBlueprint, workspaceAlerts } from "./alerts";
import type { OpenAiConfig } from "../config/openai";
import { stateBackend } from "./backend";
import { imageBuild, type ImageBuildBlueprint } from "./compute";
import { type HubBlueprint } from "./hub";
import { type ManagedNetworkSettings, managedNetworkSettings } from "./managed-network";
import { globalName, localName, type Owner, workspaceName } from "./names";
import { type OpenAiBlueprint, openAiBlueprint } from "./openai";
import { type ApprovalTarget, approvalTargets, type OutboundRule, outboundRulesOf } from "./outbound-rule";
import { type Principal, principalsOf } from "./principal";
import { WORKSPACE_SUBRESOURCES } from "./private-dns";
import { privateEndpoint, type PrivateEndpointBlueprint } from "./private-endpoint";
import { type ResourceGroup, resourceId } from "./resource-ids";
import { PLATFORM_STACKS, type StackBlueprint } from "./stack";
import { platformTags } from "./tags";

/** A workspace with the resources it stands on: the platform's shared one, or that of a dedicated tenant. */
export interface WorkspaceBlueprint extends ManagedNetworkSettings {
  /** The workspace's name. */
  readonly name: string;
  /** Its name for people. */
  readonly displayName: string;
  /** The group of the workspace and of what it stands on. */
  readonly resourceGroup: ResourceGroup;
  /** The region of everything. */
  readonly location: string;
  /** The Entra tenant whose tokens the key vault takes. */
  readonly entraTenantId: string;
  /** The name of the workspace's user-assigned identity. */
  readonly identity: string;
  /** The storage account. */
  readonly storage: { readonly name: string; readonly replication: "ZRS" | "LRS" };
  /** The name of the key vault. */
  readonly keyVault: string;
  /** The container registry. */
  readonly registry: { readonly name: string; readonly zoneRedundant: boolean };
  /** The name of the Application Insights component. */
  readonly insights: string;
  /** ARM ids, for other stacks. */
  readonly ids: {
    readonly workspace: string;
    readonly storage: string;
    readonly registry: string;
    readonly openAi?: string;
  };
  /** What builds its images: the tasks of a registry behind private endpoints cannot. */
  readonly imageBuild: ImageBuildBlueprint;
  /** Its Azure OpenAI account, if it has one. */
  readonly openAi?: OpenAiBlueprint;
  /** The rules of its managed network, sorted by name. */
  readonly outbound: readonly OutboundRule[];
  /** What those rules point at beside the workspace's own resources: its identity must be able to approve there. */
  readonly approvalTargets: readonly ApprovalTarget[];
  /** The private endpoints to the workspace and to what it stands on. */
  readonly privateEndpoints: readonly PrivateEndpointBlueprint<(typeof WORKSPACE_SUBRESOURCES)[number]>[];
  /** The alerts about it. */
  readonly alerts: readonly MetricAlertBlueprint[];
  /** Who runs terraform: they approve private endpoints to the workspace's own resources, as its identity does. */
  readonly deployers: readonly Principal[];
  /** Who works in it; nobody in a workspace that tenants share. */
  readonly dataScientists: readonly Principal[];
}

/** The shared workspace's stack. */
export interface WorkspaceStackBlueprint extends StackBlueprint {
  /** The hub, whose literals it uses. */
  readonly hub: HubBlueprint;
  /** The workspace. */
  readonly workspace: WorkspaceBlueprint;
}

/** What differs between the platform's workspace and a tenant's. */
interface Settings {
  readonly owner: Owner;
  readonly displayName: string;
  readonly resourceGroup: ResourceGroup;
  readonly managedNetwork: ManagedNetworkConfig;
  readonly outbound: Parameters<typeof outboundRulesOf>[0];
  readonly dataScientists: readonly Principal[];
  readonly openAi: OpenAiConfig | undefined;
}

/** Resolves a workspace. */
export function workspaceBlueprint({ azure }: AzurePlatform, settings: Settings): WorkspaceBlueprint {
  const { owner, resourceGroup } = settings;
  const { subscriptionId } = resourceGroup;
  const name = workspaceName(owner);
  const storage = globalName("storageAccount", owner, subscriptionId);
  const registry = globalName("containerRegistry", owner, subscriptionId);
  const keyVault = globalName("keyVault", owner, subscriptionId);
  const openAi = openAiBlueprint(owner, resourceGroup, settings.openAi);
  const ids = {
    workspace: resourceId(resourceGroup, "Microsoft.MachineLearningServices/workspaces", name),
    storage: resourceId(resourceGroup, "Microsoft.Storage/storageAccounts", storage),
    registry: resourceId(resourceGroup, "Microsoft.ContainerRegistry/registries", registry),
    ...(openAi === undefined ? {} : { openAi: openAi.id }),
  };
  const outbound = outboundRulesOf(settings.outbound);
  return {
    name,
    displayName: settings.displayName,
    resourceGroup,
    location: azure.location,
    entraTenantId: azure.tenantId,
    identity: localName("identity", owner, "id-workspace"),
    storage: { name: storage, replication: azure.zoneRedundant ? "ZRS" : "LRS" },
    keyVault,
    registry: { name: registry, zoneRedundant: azure.zoneRedundant },
    insights: localName("applicationInsights", owner, "appi"),
    ids,
    imageBuild: imageBuild(owner, azure.imageBuildVmSize),
    ...(openAi === undefined ? {} : { openAi }),
    ...managedNetworkSettings(settings.managedNetwork, outbound),
    outbound,
    approvalTargets: approvalTargets(outbound, [
      ...Object.values(ids),
      resourceId(resourceGroup, "Microsoft.KeyVault/vaults", keyVault),
    ]),
    privateEndpoints: WORKSPACE_SUBRESOURCES.map((subresource) => privateEndpoint(owner, subresource)),
    alerts: workspaceAlerts(owner),
    deployers: principalsOf(azure.deployers),
    dataScientists: settings.dataScientists,
  };
}

/** Resolves the shared workspace's stack; undefined when the platform has none. */
export function workspaceStackBlueprint(
  platform: AzurePlatform,
  hub: HubBlueprint,
): WorkspaceStackBlueprint | undefined {
  const { prefix, instance, azure } = platform;
  if (azure.workspace === undefined) return undefined;
  const owner: Owner = { prefix, instance };
  return {
    stack: PLATFORM_STACKS.workspace,
    backend: stateBackend(platform, PLATFORM_STACKS.workspace),
    retiring: platform.lifecycle === "retiring",
    tags: platformTags(platform),
    hub,
    workspace: workspaceBlueprint(platform, {
      owner,
      displayName: `Shared workspace of ${prefix} ${instance}`,
      resourceGroup: { subscriptionId: azure.subscriptionId, name: localName("resourceGroup", owner, "ml-rg") },
      managedNetwork: azure.workspace.managedNetwork,
      outbound: azure.workspace.outbound,
      dataScientists: [],
      openAi: azure.workspace.openai,
    }),
  };
}
