import type { IsoDuration } from "../../azapi/ml/iso-duration";
import type {
  DataCollector,
  OnlineDeploymentSettings,
  ProbeSettings,
  RequestSettings,
} from "../../azapi/ml/online-deployment-settings";
import type { DeploymentBlueprint } from "../../blueprint/deployment";

type Given<Key extends keyof DeploymentBlueprint> = NonNullable<DeploymentBlueprint[Key]>;

/** What a deployment runs, in Azure's words. What the file does not say is left to Azure. */
export function deploymentSettings(deployment: DeploymentBlueprint): OnlineDeploymentSettings {
  const { code, requests, probes, dataCollection } = deployment;
  return known({
    instanceType: deployment.instanceType,
    description: deployment.description,
    model: deployment.model,
    modelMountPath: deployment.modelMountPath,
    environmentId: deployment.environment,
    codeConfiguration: code && { codeId: code.id, scoringScript: code.scoringScript },
    environmentVariables: deployment.environmentVariables,
    requestSettings: requests && requestSettings(requests),
    livenessProbe: probeSettings(probes.liveness),
    readinessProbe: probeSettings(probes.readiness),
    startupProbe: probeSettings(probes.startup),
    dataCollector: dataCollection && dataCollector(dataCollection),
  });
}

function requestSettings({ maxConcurrentPerInstance, timeoutSeconds }: Given<"requests">): RequestSettings {
  return known({
    maxConcurrentRequestsPerInstance: maxConcurrentPerInstance,
    requestTimeout: duration(timeoutSeconds),
  });
}

function probeSettings(probe: Given<"probes">["liveness"]): ProbeSettings | undefined {
  if (probe === undefined) return undefined;
  return known({
    initialDelay: duration(probe.initialDelaySeconds),
    period: duration(probe.periodSeconds),
    timeout: duration(probe.timeoutSeconds),
    failureThreshold: probe.failureThreshold,
    successThreshold: probe.successThreshold,
  });
}

function dataCollector({ collect, samplingPercent }: Given<"dataCollection">): DataCollector {
  const collection = { dataCollectionMode: "Enabled", samplingRate: samplingPercent / 100 } as const;
  return { collections: Object.fromEntries(collect.map((name) => [name, collection])), rollingRate: "Hour" };
}

function duration(seconds: number | undefined): IsoDuration | undefined {
  return seconds === undefined ? undefined : `PT${seconds}S`;
}

type Known<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

/** The fields that have a value. */
function known<Fields extends object>(fields: Fields): Known<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<Fields>;
}
