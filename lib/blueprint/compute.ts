import { type ComputeConfig, IMAGE_BUILD_CLUSTER } from "../config/compute";
import { computeInstanceName, localName, type Owner } from "./names";

/** A cluster of machines in a workspace's managed network. */
export interface ClusterBlueprint {
  /** Its name, unique in the workspace: what jobs name as their compute. */
  readonly name: string;
  /** The size of a node, in upper case as Azure answers it. */
  readonly vmSize: string;
  /** Whether Azure may take nodes back. */
  readonly priority: "Dedicated" | "LowPriority";
  /** The fewest and the most nodes that run at once. */
  readonly nodes: { readonly min: number; readonly max: number };
  /** How long a node waits for a job before it is released: an ISO 8601 duration. */
  readonly idle: string;
}

/** A compute instance: the machine of one person, in a workspace's managed network. */
export interface InstanceBlueprint {
  /** Its name in the tenant's file. */
  readonly key: string;
  /** Its name in Azure, unique in the region. */
  readonly name: string;
  /** Its size, in upper case as Azure answers it. */
  readonly vmSize: string;
  /** Object id of the Entra user it is for. */
  readonly user: string;
  /** How long it runs without activity before it is shut down: an ISO 8601 duration. */
  readonly idle: string;
}

/** What builds the images of a workspace. */
export interface ImageBuildBlueprint {
  /** The name of the identity that builds. */
  readonly identity: string;
  /** The cluster. */
  readonly cluster: ClusterBlueprint;
}

/** The clusters and instances of a tenant's own workspace. */
export interface TenantComputeBlueprint {
  /** The name of the identity of all of them. */
  readonly identity: string;
  /** The clusters, in the order of the file. */
  readonly clusters: readonly ClusterBlueprint[];
  /** The instances, in the order of the file. */
  readonly instances: readonly InstanceBlueprint[];
}

/**
 * The cluster that builds a workspace's images: no node without a build, two at once at most. It stays for a few minutes,
 * because builds come in series.
 *
 * @param vmSize the size of a node, in any case
 */
export function imageBuild(owner: Owner, vmSize: string): ImageBuildBlueprint {
  return {
    identity: localName("identity", owner, "id-image-build"),
    cluster: {
      name: IMAGE_BUILD_CLUSTER,
      vmSize: vmSize.toUpperCase(),
      priority: "Dedicated",
      nodes: { min: 0, max: 2 },
      idle: isoDuration(5),
    },
  };
}

/**
 * The compute of a tenant.
 *
 * @param subscriptionId the subscription of the tenant's workspace
 * @returns undefined when the file lists no cluster and no instance
 */
export function tenantCompute(
  owner: Owner,
  subscriptionId: string,
  config: ComputeConfig | undefined,
): TenantComputeBlueprint | undefined {
  const { clusters = [], instances = [] } = config ?? {};
  if (clusters.length + instances.length === 0) return undefined;
  return {
    identity: localName("identity", owner, "id-compute"),
    clusters: clusters.map(({ name, vmSize, priority, minNodes, maxNodes, idleMinutes }) => ({
      name,
      vmSize: vmSize.toUpperCase(),
      priority: priority === "dedicated" ? "Dedicated" : "LowPriority",
      nodes: { min: minNodes, max: maxNodes },
      idle: isoDuration(idleMinutes),
    })),
    instances: instances.map(({ name, vmSize, user, idleMinutes }) => ({
      key: name,
      name: computeInstanceName(name, owner, subscriptionId),
      vmSize: vmSize.toUpperCase(),
      user,
      idle: isoDuration(idleMinutes),
    })),
  };
}

/** Whole minutes as ISO 8601 writes them in the largest units: 90 is PT1H30M, 1440 is P1D. */
export function isoDuration(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), "D"],
    [Math.floor(minutes / 60) % 24, "H"],
    [minutes % 60, "M"],
  ] as const;
  const [days, ...time] = parts.map(([count, unit]) => (count === 0 ? "" : `${count}${unit}`));
  const hoursAndMinutes = time.join("");
  return `P${days ?? ""}${hoursAndMinutes === "" ? "" : `T${hoursAndMinutes}`}`;
}
