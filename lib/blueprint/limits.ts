import type { YamlFile } from "../config/yaml-file";
import type { Problem } from "../config/problem";
import type { AzureBlueprint } from "./azure";
import { FLOW_LOG_GRANTS } from "./flow-logs";
import type { HubBlueprint } from "./hub";
import { JUMP_HOST_ADMIN_GRANTS, JUMP_HOST_USER_GRANTS } from "./jump-host";
import { sameCase } from "./outbound-rule";
import {
  COMPUTE_IDENTITY_GRANTS,
  DATA_COLLECTION_GRANTS,
  DATA_SCIENTIST_GRANTS,
  DEPLOYER_GRANTS,
  ENDPOINT_IDENTITY_GRANTS,
  IMAGE_BUILD_GRANTS,
  MODEL_DEPLOYER_GRANTS,
  OPENAI_GRANTS,
  WORKSPACE_IDENTITY_GRANTS,
  WORKSPACE_READER_GRANTS,
} from "./roles";
import type { AzureTenantBlueprint, TenantNetworkBlueprint } from "./azure-tenant";
import type { WorkspaceBlueprint } from "./workspace";

/** A limit of a cloud that the number of tenants runs into. */
export interface Limit {
  /** The cloud's default. */
  readonly value: number;
  /** What is counted, in plain words. */
  readonly what: string;
  /** What to do when it is reached. */
  readonly wayOut: string;
}

const ANOTHER_STAMP = "move tenants to a platform of another subscription";
const OWN_SUBSCRIPTION = "give tenants a subscription of their own (azure.subscriptionId)";
/** A shared tenant's endpoints are in the platform's subscription, whatever its own is. */
const OWN_WORKSPACE = "give dedicated tenants a subscription of their own (azure.subscriptionId)";

/**
 * Azure's limits, by the name under which `azure.limits` of the platform's file raises them.
 * Sources: Learn, "Manage and increase quotas and limits for resources with Azure Machine Learning" (endpoints and
 * deployments); "Azure OpenAI quotas and limits" (accounts); "Azure subscription and service limits, quotas, and
 * constraints" (the others).
 */
export const LIMITS = {
  onlineEndpointsPerRegion: {
    value: 100,
    what: "online endpoints in one subscription and region",
    wayOut: `${OWN_WORKSPACE}, or ${ANOTHER_STAMP}`,
  },
  onlineDeploymentsPerRegion: {
    value: 500,
    what: "deployments of online endpoints in one subscription and region",
    wayOut: `${OWN_WORKSPACE}, or ${ANOTHER_STAMP}`,
  },
  onlineDeploymentsPerEndpoint: {
    value: 20,
    what: "deployments of one online endpoint",
    wayOut: "remove those without traffic, or spread them over several endpoints",
  },
  storageAccountsPerRegion: {
    value: 250,
    what: "storage accounts in one subscription and region",
    wayOut: OWN_WORKSPACE,
  },
  openAiAccountsPerRegion: {
    value: 30,
    what: "Azure OpenAI accounts in one subscription and region",
    wayOut: OWN_WORKSPACE,
  },
  keyVaultsWithPrivateEndpoints: {
    value: 400,
    what: "key vaults with private endpoints in one subscription",
    wayOut: OWN_WORKSPACE,
  },
  privateEndpointsPerKeyVault: {
    value: 64,
    what: "outbound rules with a private endpoint to one key vault",
    wayOut: "spread the secrets over several vaults",
  },
  roleAssignmentsPerSubscription: {
    value: 4000,
    what: "role assignments in one subscription",
    wayOut: `${OWN_WORKSPACE}, ${ANOTHER_STAMP}, or give roles to groups`,
  },
  resourceGroupsPerSubscription: { value: 980, what: "resource groups in one subscription", wayOut: OWN_SUBSCRIPTION },
  virtualNetworksPerSubscription: {
    value: 1000,
    what: "virtual networks in one subscription",
    wayOut: OWN_SUBSCRIPTION,
  },
  privateDnsZonesPerSubscription: {
    value: 1000,
    what: "private DNS zones in one subscription",
    wayOut: OWN_SUBSCRIPTION,
  },
  peeringsPerNetwork: { value: 500, what: "peerings of the hub's network", wayOut: ANOTHER_STAMP },
  privateEndpointsInPeeredNetworks: {
    value: 4000,
    what: "private endpoints in the hub's network and those peered with it",
    wayOut: ANOTHER_STAMP,
  },
  linksPerZone: { value: 1000, what: "networks linked to one private DNS zone", wayOut: ANOTHER_STAMP },
} as const satisfies Record<string, Limit>;

/** The name of a limit. */
export type LimitName = keyof typeof LIMITS;

/** Something that a limit counts, and how often a platform has it. */
export interface Usage<Name extends string = LimitName> {
  /** What is counted. */
  readonly limit: Name;
  /** Where it is counted: a subscription, the hub, or a resource. */
  readonly where: string;
  /** How many there are. */
  readonly count: number;
}

/** From which part of a limit on a warning says that it is near. */
const NEAR = 0.9;

/** Whose limits they are, and where the platform's file raises them. */
interface Raised {
  readonly file: YamlFile;
  /** The limits that the cloud has raised, by name. */
  readonly raised: Readonly<Record<string, number>>;
  readonly cloud: keyof typeof CLOUDS;
}

const CLOUDS = { azure: "Microsoft", aws: "AWS" } as const;

/** Limits that are passed, and warnings of those that are near. */
export function limitProblems<Name extends string>(
  usages: readonly Usage<Name>[],
  limits: Readonly<Record<Name, Limit>>,
  { file, raised, cloud }: Raised,
): Problem[] {
  return usages.flatMap(({ limit, where, count }) => {
    const { value, what, wayOut } = limits[limit];
    const allowed = raised[limit] ?? value;
    if (count < allowed * NEAR) return [];
    const severity = count > allowed ? "error" : "warning";
    const message = `${count} ${what} (${where}), and the limit ${limit} is ${allowed}; ${wayOut}, or if ${CLOUDS[cloud]} has raised it for you, write the new value to ${cloud}.limits.${limit}`;
    return [file.problem([cloud, "limits", limit], message, { severity })];
  });
}

/** Counts what a platform with its tenants uses of every limit. */
export function usage({ hub, workspace, tenants }: AzureBlueprint): Usage[] {
  const counts = new Map<string, Usage>();
  const add = (limit: LimitName, where: string, count: number) => {
    const key = `${limit} ${where}`;
    counts.set(key, { limit, where, count: (counts.get(key)?.count ?? 0) + count });
  };

  addHub(hub, add);
  if (workspace !== undefined) {
    add("resourceGroupsPerSubscription", workspace.workspace.resourceGroup.subscriptionId, 1);
    addWorkspace(workspace.workspace, hub, add);
  }
  for (const tenant of tenants) addTenant(tenant, add);
  return [...counts.values()];
}

type Add = (limit: LimitName, where: string, count: number) => void;

/** All zones are linked to the same networks, but for those that only the hub resolves. */
const HUB_ZONES = "the hub's zones";

function addHub({ subscriptionId, network, zones, bastion }: HubBlueprint, add: Add): void {
  const { admins = [], users = [] } = bastion?.jumpHost ?? {};
  add("resourceGroupsPerSubscription", subscriptionId, 1);
  add("virtualNetworksPerSubscription", subscriptionId, 1);
  add("privateDnsZonesPerSubscription", subscriptionId, zones.filter(({ own }) => own).length);
  // The one of the flow logs.
  add("storageAccountsPerRegion", subscriptionId, 1);
  add(
    "roleAssignmentsPerSubscription",
    subscriptionId,
    FLOW_LOG_GRANTS.length +
      admins.length * JUMP_HOST_ADMIN_GRANTS.length +
      users.length * JUMP_HOST_USER_GRANTS.length,
  );
  // The one to the logs.
  add("privateEndpointsInPeeredNetworks", network.name, 1);
  if (zones.some(({ linked }) => linked)) add("linksPerZone", HUB_ZONES, 1);
}

function addTenant(tenant: AzureTenantBlueprint, add: Add): void {
  const { place, endpoints, scorers, readers, hub, subscriptionId } = tenant;
  const endpointSubscription = place.workspace.resourceGroup.subscriptionId;
  const openAiGrants = place.workspace.openAi === undefined ? 0 : OPENAI_GRANTS.endpointIdentity.length;
  const endpointReaders = place.isolation === "shared" ? readers.length : 0;
  const assignments = ENDPOINT_IDENTITY_GRANTS.length + openAiGrants + scorers.length + endpointReaders;
  add("resourceGroupsPerSubscription", subscriptionId, 1);
  add("onlineEndpointsPerRegion", endpointSubscription, endpoints.length);
  add("roleAssignmentsPerSubscription", endpointSubscription, endpoints.length * assignments);
  for (const { name, deployments } of endpoints) {
    add("onlineDeploymentsPerRegion", endpointSubscription, deployments.length);
    add("onlineDeploymentsPerEndpoint", name, deployments.length);
    if (deployments.some(({ dataCollection }) => dataCollection !== undefined)) {
      add("roleAssignmentsPerSubscription", endpointSubscription, DATA_COLLECTION_GRANTS.length);
    }
  }
  if (place.isolation === "dedicated") {
    addNetwork(place.network, subscriptionId, hub, add);
    addWorkspace(place.workspace, hub, add);
    add("roleAssignmentsPerSubscription", subscriptionId, workspaceRights(tenant));
    if (place.compute !== undefined)
      add("roleAssignmentsPerSubscription", subscriptionId, COMPUTE_IDENTITY_GRANTS.length);
  } else if (place.access !== undefined) {
    addNetwork(place.access.network, subscriptionId, hub, add);
    add("privateDnsZonesPerSubscription", subscriptionId, place.access.zones.length);
    add("privateEndpointsInPeeredNetworks", hub.network.name, 1);
  }
}

/** Assignments on a dedicated tenant's workspace for readers, and for those who deploy models. */
function workspaceRights({ readers, modelDeployers, application }: AzureTenantBlueprint): number {
  const deployers = modelDeployers.length + (application?.pipeline === undefined ? 0 : 1);
  return readers.length * WORKSPACE_READER_GRANTS.length + deployers * MODEL_DEPLOYER_GRANTS.length;
}

function addNetwork({ hubZones }: TenantNetworkBlueprint, subscriptionId: string, hub: HubBlueprint, add: Add): void {
  add("virtualNetworksPerSubscription", subscriptionId, 1);
  add("peeringsPerNetwork", hub.network.name, 1);
  if (hub.zones.some(({ name, linked }) => linked && hubZones.includes(name))) add("linksPerZone", HUB_ZONES, 1);
}

/** Storage private endpoints on which the workspace's identity is Reader: blob and file. */
const READER_ON_ENDPOINTS = 2;

function addWorkspace(workspace: WorkspaceBlueprint, hub: HubBlueprint, add: Add): void {
  const { resourceGroup, deployers, dataScientists, outbound, approvalTargets, privateEndpoints } = workspace;
  const { subscriptionId } = resourceGroup;
  add("storageAccountsPerRegion", subscriptionId, 1);
  add("keyVaultsWithPrivateEndpoints", subscriptionId, 1);
  add("privateEndpointsInPeeredNetworks", hub.network.name, privateEndpoints.length);
  add(
    "roleAssignmentsPerSubscription",
    subscriptionId,
    WORKSPACE_IDENTITY_GRANTS.length +
      IMAGE_BUILD_GRANTS.length +
      READER_ON_ENDPOINTS +
      deployers.length * DEPLOYER_GRANTS.length +
      dataScientists.length * DATA_SCIENTIST_GRANTS.length,
  );
  if (workspace.openAi !== undefined) addOpenAi(workspace, hub, add);
  for (const target of approvalTargets) add("roleAssignmentsPerSubscription", target.subscriptionId, 1);
  for (const rule of outbound) {
    if (rule.kind === "privateEndpoint" && rule.subresource === "vault") {
      add("privateEndpointsPerKeyVault", sameCase(rule.resourceId), 1);
    }
  }
}

function addOpenAi(
  { resourceGroup, deployers, dataScientists }: WorkspaceBlueprint,
  hub: HubBlueprint,
  add: Add,
): void {
  const { subscriptionId } = resourceGroup;
  const { workspaceIdentity, deployer, dataScientist } = OPENAI_GRANTS;
  add("openAiAccountsPerRegion", subscriptionId, 1);
  add("privateEndpointsInPeeredNetworks", hub.network.name, 1);
  add(
    "roleAssignmentsPerSubscription",
    subscriptionId,
    workspaceIdentity.length + deployers.length * deployer.length + dataScientists.length * dataScientist.length,
  );
}
