import { absent, atLeast, is, present } from "../../expectation";
import { ofArmType } from "../../selection";
import { settings } from "../../setting";
import { durationBetween, ISO_DURATION } from "./iso-duration";
import { ONLINE_NAME } from "./online-name";

const DEPLOYMENT = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments";
const REFERENCE = "Learn: REST reference: Online Deployments - Create Or Update";

/** Durations of the probes of a deployment. */
const PROBE_DURATIONS = ["livenessProbe", "readinessProbe", "startupProbe"].flatMap((probe) =>
  ["initialDelay", "period", "timeout"].map((duration) => ({ probe, duration })),
);

const BODIES = settings(DEPLOYMENT, [
  {
    id: "azure-ml-deployment-capacity",
    severity: "medium",
    title: "Online deployments have an instance or more.",
    argument: "body.sku.capacity",
    must: atLeast(1),
    reason: "A plan does without a SKU, and Azure refuses it.",
    source: REFERENCE,
    controls: ["MCSB PV-2"],
  },
  {
    id: "azure-ml-deployment-sku",
    severity: "low",
    title: "Online deployments have the one SKU that there is.",
    argument: "body?.sku?.name",
    must: is("Default", "Premium"),
    reason: "A plan takes any text, and Azure refuses it.",
    source: REFERENCE,
    controls: ["MCSB PV-2"],
  },
  {
    id: "azure-ml-deployment-compute-type",
    severity: "high",
    title: "Online deployments run on compute that Azure manages.",
    argument: "body?.properties.endpointComputeType",
    must: is("Managed", "Kubernetes"),
    reason: "Other compute is not in the workspace's managed network.",
    source: "Learn: Network isolation with managed online endpoints",
    controls: ["MCSB NS-1"],
  },
  {
    id: "azure-ml-deployment-scale-type",
    severity: "low",
    title: "Online deployments have a number of instances, which Azure Monitor may change.",
    argument: "body?.properties?.scaleSettings.scaleType",
    must: is("Default", "TargetUtilization"),
    reason: "The other kind of scaling is that of Kubernetes, and Azure refuses it.",
    source: "Learn: Autoscale online endpoints in Azure Machine Learning",
    controls: ["MCSB PV-2"],
  },
  {
    id: "azure-ml-deployment-egress",
    severity: "high",
    title: "Online deployments are in the workspace's managed network.",
    argument: "body?.properties?.egressPublicNetworkAccess",
    must: absent("Enabled"),
    mayBeAbsent: true,
    reason: "The property belongs to an older isolation, and must not stand beside a managed network.",
    source: "Learn: Network isolation with managed online endpoints",
    controls: ["MCSB NS-2"],
  },
  {
    id: "azure-ml-deployment-insights",
    severity: "medium",
    title: "Online deployments send no requests to Application Insights.",
    argument: "body?.properties?.appInsightsEnabled",
    must: is(false),
    reason: "What callers sent would be read by everybody who reads logs; and no way leads there from the network.",
    source: "Learn: Monitor online endpoints",
    controls: ["MCSB DP-2"],
  },
  {
    id: "azure-ml-deployment-request-timeout",
    severity: "low",
    title: "Requests to online deployments take 1 to 180 seconds.",
    argument: "body?.properties?.requestSettings?.requestTimeout",
    must: durationBetween("PT1S", "PT180S"),
    mayBeAbsent: true,
    reason: "A plan takes any text, and Azure refuses it.",
    source: "Learn: Manage and increase quotas and limits for resources with Azure Machine Learning",
    controls: ["MCSB PV-2"],
  },
  ...PROBE_DURATIONS.map(({ probe, duration }) => ({
    id: `azure-ml-deployment-${probe.replace("Probe", "-probe")}-${duration.toLowerCase()}`,
    severity: "low" as const,
    title: `The ${duration} of a deployment's ${probe} is an ISO 8601 duration.`,
    argument: `body?.properties?.${probe}?.${duration}`,
    must: ISO_DURATION,
    mayBeAbsent: true as const,
    reason: "A plan takes any text, and Azure refuses it.",
    source: REFERENCE,
    controls: ["MCSB PV-2"] as const,
  })),
]);

const MADE = settings(
  "azapi_resource",
  [
    {
      id: "azure-ml-deployment-name",
      severity: "low",
      title: "Names of online deployments have 3 to 32 letters, digits and single dashes.",
      argument: "name",
      must: ONLINE_NAME,
      reason: "A plan takes other names, and Azure refuses them.",
      source: "Learn: Manage and increase quotas and limits for resources with Azure Machine Learning",
      fix: "write a name of 3 to 32 letters, digits and single dashes",
      controls: ["MCSB PV-2"],
    },
    {
      id: "azure-ml-deployment-location",
      severity: "low",
      title: "Online deployments have a region.",
      argument: "location",
      must: present("westeurope"),
      reason: "A plan does without, and Azure refuses it.",
      source: REFERENCE,
      fix: "set location to the region of the workspace",
      controls: ["MCSB PV-2"],
    },
  ],
  ofArmType("azapi_resource", DEPLOYMENT),
);

/** Deployments of online endpoints. */
export const ONLINE_DEPLOYMENT = [...BODIES, ...MADE];
