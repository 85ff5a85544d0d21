import type { AzurePlatform } from "../config/platform";
import type { AzureTenant } from "../config/tenant";
import { localName, type Owner } from "./names";
import { type ResourceGroup, resourceId } from "./resource-ids";

/** Who is told when an alert fires. */
export interface ActionGroupBlueprint {
  /** The group's name. */
  readonly name: string;
  /** ARM id. */
  readonly id: string;
  /** What e-mails call the group: 12 characters at most. */
  readonly shortName: string;
  /** Addresses that get an e-mail, sorted: an order that does not change when lines are moved. */
  readonly emails: readonly string[];
}

/** A condition on a metric that Azure keeps watch over. */
export interface MetricAlertBlueprint {
  /** What tells it apart from the other alerts of its resource. */
  readonly key: string;
  /** The alert's name. */
  readonly name: string;
  /** What it means that it fires, and what to look at first. */
  readonly description: string;
  /** 0 is critical, 4 verbose. */
  readonly severity: 1 | 2 | 3;
  /** ARM type whose metric it is. */
  readonly namespace: string;
  /** The metric, in Azure's words. */
  readonly metric: string;
  /** How its values in the window become one. */
  readonly aggregation: "Average" | "Maximum";
  /** The alert fires when the metric is greater. */
  readonly threshold: number;
  /** The part of the metric that counts. Default: all of it. */
  readonly dimension?: { readonly name: string; readonly values: readonly string[] };
}

/** A kind of change, made through Azure's control plane, that somebody is told of. */
export interface ActivityAlertBlueprint {
  /** What tells it apart from the other alerts. */
  readonly key: string;
  /** The alert's name. */
  readonly name: string;
  /** What it means that it fires, and what to look at first. */
  readonly description: string;
  /** The operation in the activity log. */
  readonly operation: string;
}

const SHORT_NAME = 12;

/** The group that is told of every alert of a platform. */
export function platformActionGroup(
  { azure: { alerts } }: AzurePlatform,
  { prefix, instance }: Owner,
  group: ResourceGroup,
): ActionGroupBlueprint {
  const name = localName("actionGroup", { prefix, instance }, "hub-ag");
  return actionGroup(group, name, `${prefix}${instance}`, alerts.emails);
}

/** The group that is told of a tenant's alerts: its owner. */
export function tenantActionGroup({ tenant, owner: email }: AzureTenant, owner: Owner, group: ResourceGroup) {
  return actionGroup(group, localName("actionGroup", owner, "ag"), tenant, [email]);
}

function actionGroup(
  group: ResourceGroup,
  name: string,
  shortName: string,
  emails: readonly string[],
): ActionGroupBlueprint {
  return {
    name,
    id: resourceId(group, "Microsoft.Insights/actionGroups", name),
    shortName: shortName.slice(0, SHORT_NAME),
    emails: [...new Set(emails)].sort(),
  };
}

/**
 * The alerts about an online endpoint (Learn, "Monitor online endpoints").
 *
 * @param key the endpoint's name in the tenant's file
 */
export function endpointAlerts(
  key: string,
  owner: Owner,
  { latencyMs, errorsPerMinute }: AzureTenant["azure"]["alerts"],
): MetricAlertBlueprint[] {
  const common = {
    severity: 2,
    namespace: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
    aggregation: "Average",
  } as const;
  return [
    {
      ...common,
      key: "latency",
      name: localName("alert", owner, `alert-${key}-latency`),
      description: `The slowest twentieth of the requests to ${key} takes over ${latencyMs} ms. Look at the load and the instances of its deployments.`,
      metric: "RequestLatency_P95",
      threshold: latencyMs,
    },
    {
      ...common,
      key: "errors",
      name: localName("alert", owner, `alert-${key}-errors`),
      description: `${key} answers over ${errorsPerMinute} requests a minute with a server error. Look at AmlOnlineEndpointConsoleLog in Log Analytics.`,
      metric: "RequestsPerMinute",
      threshold: errorsPerMinute,
      dimension: { name: "statusCodeClass", values: ["5xx"] },
    },
  ];
}

/**
 * What is watched in the activity log: it decides what Azure forbids, who reaches whom, and what is open to the internet
 * (CIS Azure Foundations 5.0.0, 6.1.2.1 to 6.1.2.6, 6.1.2.9 and 6.1.2.10; 6.1.2.7 and 6.1.2.8 are about SQL servers).
 */
const WATCHED = [
  {
    key: "policy-assignment",
    type: "Microsoft.Authorization/policyAssignments",
    thing: "an assignment of Azure Policy",
  },
  { key: "security-group", type: "Microsoft.Network/networkSecurityGroups", thing: "a network security group" },
  { key: "security-solution", type: "Microsoft.Security/securitySolutions", thing: "a solution of Defender for Cloud" },
  { key: "public-ip", type: "Microsoft.Network/publicIPAddresses", thing: "a public IP address" },
] as const;

const CHANGES = { write: "made or changed", delete: "deleted" } as const;

/** The operations of Azure's control plane that the platform is told of. */
export const WATCHED_OPERATIONS: readonly string[] = WATCHED.flatMap(({ type }) =>
  Object.keys(CHANGES).map((verb) => `${type}/${verb}`),
);

/** The alerts about the activity log of the platform's subscription. */
export function activityAlerts(owner: Owner): ActivityAlertBlueprint[] {
  return WATCHED.flatMap(({ key, type, thing }) =>
    Object.entries(CHANGES).map(([verb, done]) => ({
      key: `${key}-${verb}`,
      name: localName("alert", owner, `hub-alert-${key}-${verb}`),
      description: `Somebody ${done} ${thing}, or tried to. If it was no run of Terraform, ask whom the activity log names as the caller.`,
      operation: `${type}/${verb}`,
    })),
  );
}

/** Part of a workspace's quota of cores, in percent, from which an alert says that it will run out. */
const QUOTA_PERCENT = 80;

/** The alerts about a workspace (Learn, "Azure Machine Learning monitoring data reference"). */
export function workspaceAlerts(owner: Owner): MetricAlertBlueprint[] {
  return [
    {
      key: "quota",
      name: localName("alert", owner, "alert-quota"),
      description: `Over ${QUOTA_PERCENT} % of the workspace's quota of cores is in use. Ask Microsoft for more before training or scaling out fails.`,
      severity: 3,
      namespace: "Microsoft.MachineLearningServices/workspaces",
      metric: "Quota Utilization Percentage",
      aggregation: "Maximum",
      threshold: QUOTA_PERCENT,
    },
  ];
}
