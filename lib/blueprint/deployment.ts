import type { DeploymentConfig, ProbeConfig } from "../config/deployment";
import { type AssetKind, parseWorkspaceAsset } from "../config/deployment-asset";
import { localName, type Owner } from "./names";

/** A model that runs behind an endpoint, with every id resolved. */
export interface DeploymentBlueprint extends Pick<
  DeploymentConfig,
  "description" | "instanceType" | "requests" | "environmentVariables" | "dataCollection" | "modelMountPath"
> {
  /** Its name within the endpoint, in the file and in Azure. */
  readonly name: string;
  /** The id of a model's version. */
  readonly model?: string | undefined;
  /** The id of an environment's version. */
  readonly environment?: string | undefined;
  /** The id of a code asset's version, and the file in it that answers requests. */
  readonly code?: { readonly id: string; readonly scoringScript: string } | undefined;
  /** How many instances it is made with. */
  readonly instances: number;
  /** How the number of instances changes afterwards; absent when it does not. */
  readonly scaling?: ScalingBlueprint | undefined;
  /** Its probes, as far as the file says anything about them. */
  readonly probes: Readonly<Record<"liveness" | "readiness" | "startup", ProbeConfig | undefined>>;
}

/** How many instances a deployment has, by the load on them. */
export interface ScalingBlueprint {
  /** The name of the autoscale setting. */
  readonly name: string;
  /** The fewest instances. */
  readonly min: number;
  /** The most instances. */
  readonly max: number;
  /** Percentages of CPU above which instances are added and below which they are removed. */
  readonly cpu: { readonly outAbove: number; readonly inBelow: number };
}

/** Where a deployment runs. */
export interface DeploymentPlace {
  /** Whose it is. */
  readonly owner: Owner;
  /** The name of the endpoint in the tenant's file. */
  readonly endpoint: string;
  /** ARM id of the workspace that the endpoint stands in. */
  readonly workspaceId: string;
}

/** Instances of a deployment whose file says nothing: one can fail or be upgraded while the other answers. */
const DEFAULT_INSTANCES = 2;

/** Resolves a deployment. */
export function deploymentBlueprint(config: DeploymentConfig, place: DeploymentPlace): DeploymentBlueprint {
  const { name, description, model, environment, code, instanceType, instances, scaling } = config;
  const { liveness, readiness, startup, requests, environmentVariables, dataCollection, modelMountPath } = config;
  const { owner, endpoint, workspaceId } = place;
  return {
    name,
    description,
    model: model && assetId(workspaceId, "models", model),
    environment: environment && assetId(workspaceId, "environments", environment),
    code: code && { id: assetId(workspaceId, "codes", code.asset), scoringScript: code.scoringScript },
    instanceType,
    instances: scaling?.min ?? instances ?? DEFAULT_INSTANCES,
    // With "--" between the two: neither name can have it, so that no two deployments of a tenant share a name.
    scaling: scaling && { ...scaling, name: localName("autoscaleSetting", owner, `as-${endpoint}--${name}`) },
    requests,
    probes: { liveness, readiness, startup },
    environmentVariables,
    dataCollection,
    modelMountPath,
  };
}

/** The id of a version of an asset: of the workspace for `name:version`, otherwise the text itself. */
function assetId(workspaceId: string, kind: AssetKind, text: string): string {
  const own = parseWorkspaceAsset(text);
  return own === undefined ? text : `${workspaceId}/${kind}/${own.name}/versions/${own.version}`;
}
