import type { Blueprint } from "./blueprint";
import { DATA_SCIENTIST_GRANTS, DEPLOYER_GRANTS, ENDPOINT_IDENTITY_GRANTS, WORKSPACE_IDENTITY_GRANTS } from "./roles";
import type { TenantBlueprint } from "./tenant";
import type { WorkspaceBlueprint } from "./workspace";

/** A limit of Azure that the number of tenants runs into. */
interface Limit {
  /** Azure's default. */
  readonly value: number;
  /** What is counted, in plain words. */
  readonly what: string;
  /** What to do when it is reached. */
  readonly wayOut: string;
}

const ANOTHER_STAMP = "move tenants to a platform of another subscription";
const OWN_SUBSCRIPTION = "give tenants a subscription of their own (azure.subscriptionId)";

/**
 * Azure's limits, by the name under which `azure.limits` of the platform's file raises them.
 * Sources: Learn, "Manage and increase quotas and limits for resources with Azure Machine Learning" (endpoints);
 * "Azure subscription and service limits, quotas, and constraints" (the others).
 */
export const LIMITS = {
  onlineEndpointsPerRegion: {
    value: 100,
    what: "online endpoints in one subscription and region",
    wayOut: OWN_SUBSCRIPTION,
  },
  storageAccountsPerRegion: {
    value: 250,
    what: "storage accounts in one subscription and region",
    wayOut: OWN_SUBSCRIPTION,
  },
  keyVaultsWithPrivateEndpoints: {
    value: 400,
    what: "key vaults with private endpoints in one subscription",
    wayOut: OWN_SUBSCRIPTION,
  },
  roleAssignmentsPerSubscription: {
    value: 4000,
    what: "role assignments in one subscription",
    wayOut: `${OWN_SUBSCRIPTION}, or give roles to groups`,
  },
  virtualNetworksPerSubscription: {
    value: 1000,
    what: "virtual networks in one subscription",
    wayOut: OWN_SUBSCRIPTION,
  },
  peeringsPerNetwork: { value: 500, what: "peerings of the hub's network", wayOut: ANOTHER_STAMP },
  linksPerZone: { value: 1000, what: "networks linked to one private DNS zone", wayOut: ANOTHER_STAMP },
} as const satisfies Record<string, Limit>;

/** The name of a limit. */
export type LimitName = keyof typeof LIMITS;

/** Something that a limit counts, and how often a platform has it. */
export interface Usage {
  readonly limit: LimitName;
  /** Where it is counted: a subscription, or the hub. */
  readonly where: string;
  readonly count: number;
}

/** Counts what a platform with its tenants uses of every limit. */
export function usage({ hub, workspace, tenants }: Blueprint): Usage[] {
  const counts = new Map<string, Usage>();
  const add = (limit: LimitName, where: string, count: number) => {
    const key = `${limit} ${where}`;
    counts.set(key, { limit, where, count: (counts.get(key)?.count ?? 0) + count });
  };

  add("virtualNetworksPerSubscription", hub.subscriptionId, 1);
  if (workspace !== undefined) addWorkspace(workspace.workspace, add);
  for (const tenant of tenants) addTenant(tenant, add);
  return [...counts.values()];
}

type Add = (limit: LimitName, where: string, count: number) => void;

function addTenant({ place, endpoints, scorers, hub, subscriptionId }: TenantBlueprint, add: Add): void {
  const endpointSubscription = place.workspace.resourceGroup.subscriptionId;
  const assignments = ENDPOINT_IDENTITY_GRANTS.length + scorers.length;
  add("onlineEndpointsPerRegion", endpointSubscription, endpoints.length);
  add("roleAssignmentsPerSubscription", endpointSubscription, endpoints.length * assignments);
  const network = place.isolation === "dedicated" ? place.network : place.access?.network;
  if (network !== undefined) {
    add("virtualNetworksPerSubscription", subscriptionId, 1);
    add("peeringsPerNetwork", hub.network.name, 1);
    if (network.hubZones.length > 0) add("linksPerZone", "the hub's zones", 1);
  }
  if (place.isolation === "dedicated") addWorkspace(place.workspace, add);
}

/** Storage private endpoints on which the workspace's identity is Reader: blob and file. */
const READER_ON_ENDPOINTS = 2;

function addWorkspace({ resourceGroup, deployers, dataScientists, outbound }: WorkspaceBlueprint, add: Add): void {
  const { subscriptionId } = resourceGroup;
  add("storageAccountsPerRegion", subscriptionId, 1);
  add("keyVaultsWithPrivateEndpoints", subscriptionId, 1);
  add(
    "roleAssignmentsPerSubscription",
    subscriptionId,
    WORKSPACE_IDENTITY_GRANTS.length +
      READER_ON_ENDPOINTS +
      deployers.length * DEPLOYER_GRANTS.length +
      dataScientists.length * DATA_SCIENTIST_GRANTS.length,
  );
  for (const rule of outbound) {
    if (rule.kind === "privateEndpoint")
      add("roleAssignmentsPerSubscription", rule.subscriptionId, 1 + deployers.length);
  }
}
