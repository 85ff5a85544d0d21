import type { IsoDuration } from "./iso-duration";

/** How often a container is asked whether it is well. What is left out has Azure's default. */
export interface ProbeSettings {
  /** Wait before the first probe. */
  readonly initialDelay?: IsoDuration;
  /** Time between two probes. */
  readonly period?: IsoDuration;
  /** How long one probe may take. */
  readonly timeout?: IsoDuration;
  /** How many probes in a row must fail before the container counts as ill. */
  readonly failureThreshold?: number;
  /** How many probes in a row must succeed before it counts as well again. */
  readonly successThreshold?: number;
}

/** How a deployment takes requests. */
export interface RequestSettings {
  /** How many requests an instance works on at once: 1 by default. */
  readonly maxConcurrentRequestsPerInstance?: number;
  /**
   * How long a request may take: 5 seconds by default, 180 at most (Learn, "Manage and increase quotas and limits").
   */
  readonly requestTimeout?: IsoDuration;
}

/** What is kept of the requests to a deployment, in the workspace's default blob container. */
export interface DataCollector {
  /**
   * Collections by name. "request" and "response" are whole payloads; other names are those of the Collector objects of
   * the scoring script (Learn, "Collect production data from models deployed for real-time inferencing").
   */
  readonly collections: Readonly<Record<string, DataCollection>>;
  /** Which part of time has a folder of its own: an hour by default. */
  readonly rollingRate?: "Year" | "Month" | "Day" | "Hour" | "Minute";
}

/** One collection of a {@link DataCollector}. */
export interface DataCollection {
  /** Whether it is kept. The provider does not check the value. */
  readonly dataCollectionMode: "Enabled" | "Disabled";
  /**
   * Which part of the requests is kept, above 0 and up to 1: all by default. The provider's schema has an integer here,
   * to which it does not hold fractions (azapi #469).
   */
  readonly samplingRate?: number;
}

/** The code that answers requests. */
export interface CodeConfiguration {
  /** ARM id of a version of a code asset. */
  readonly codeId: string;
  /** File in the code asset that has the functions `init` and `run`, such as "score.py". */
  readonly scoringScript: string;
}

/**
 * What a managed deployment runs: properties of ARM type
 * `Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2025-06-01`.
 *
 * `egressPublicNetworkAccess` is missing: it belongs to the older way to isolate a deployment and must not be combined
 * with a workspace's managed network (Learn, "Network isolation with managed online endpoints").
 */
export interface OnlineDeploymentSettings {
  /** VM size of the instances, such as "Standard_DS3_v2". */
  readonly instanceType: string;
  /** ARM id of a version of a model. Left out if the environment's image has the model. */
  readonly model?: string;
  /** Path in the container where the model is mounted, for an image that brings its own server. */
  readonly modelMountPath?: string;
  /** ARM id of a version of an environment. Left out for models that bring their own, as MLflow models do. */
  readonly environmentId?: string;
  /** The code that answers requests. Left out if the model or the image brings it. */
  readonly codeConfiguration?: CodeConfiguration;
  /** Environment variables of the container. By default none of its own. */
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /** How requests are taken. By default one at a time, for 5 seconds. */
  readonly requestSettings?: RequestSettings;
  /** Whether the container still lives. By default probed as Azure sees fit. */
  readonly livenessProbe?: ProbeSettings;
  /** Whether the container can take requests. By default probed as Azure sees fit. */
  readonly readinessProbe?: ProbeSettings;
  /** Whether the application in the container has started. By default probed as Azure sees fit. */
  readonly startupProbe?: ProbeSettings;
  /** Whether requests and logs go to the workspace's Application Insights: false by default. */
  readonly appInsightsEnabled?: boolean;
  /** What is kept of the requests: nothing by default. The endpoint's identity must be able to write blobs then. */
  readonly dataCollector?: DataCollector;
  /** Text for people. By default there is none. */
  readonly description?: string;
}
