import { valuesAt } from "../../blocks";
import { is, matching } from "../../expectation";
import { each, including } from "../../list-expectation";
import type { Selection } from "../../selection";
import { settings } from "../../setting";
import type { Setting } from "../../setting";

const NAME = matching(/^[^*#&+:<>?@%{}\\/]{1,260}$/, "must have none of * # & + : < > ? @ % { } \\ /", {
  right: "alert-errors",
  wrong: "a*b",
});

/** A subscription or something in one, or a reference. */
const SCOPE = matching(
  /^(\$\{|\/subscriptions\/[0-9a-f-]{36}(\/|$))/,
  "must be the id of a resource or a subscription",
  {
    right: "/subscriptions/00000000-1111-2222-3333-444444444444",
    wrong: "x",
  },
);

const EMAIL = matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "must be an e-mail address", {
  right: "ml@acme.example",
  wrong: "nobody",
});

/** Types of alerts, with their word in ids and what people call them. */
const ALERTS = [
  ["azurerm_monitor_metric_alert", "metric-alert", "Metric alerts"],
  ["azurerm_monitor_activity_log_alert", "activity-alert", "Activity log alerts"],
  ["azurerm_monitor_scheduled_query_rules_alert_v2", "query-alert", "Query alerts"],
] as const;

function common(word: string, what: string): Setting[] {
  return [
    {
      id: `azure-${word}-enabled`,
      severity: "medium",
      title: `${what} are on.`,
      argument: "enabled",
      must: is(true),
      mayBeAbsent: true,
      reason: "Nobody would be told.",
      source: "Learn: What are Azure Monitor alerts?",
      controls: ["MCSB IR-3"],
    },
    {
      id: `azure-${word}-name`,
      severity: "low",
      title: `Names of ${what.toLowerCase()} have no special characters.`,
      argument: "name",
      must: NAME,
      mayBeAbsent: true,
      reason: "A plan takes them, and Azure refuses the alert.",
      source: "Learn: Naming rules and restrictions for Azure resources",
      fix: "write a name without them",
      controls: ["MCSB PV-2"],
    },
  ];
}

const ACTIVITY = settings("azurerm_monitor_activity_log_alert", [
  {
    id: "azure-activity-alert-location",
    severity: "low",
    title: "Activity log alerts are global.",
    argument: "location",
    must: is("global", "westeurope"),
    reason: "A plan takes any region, and Azure takes a few for such alerts.",
    source: "Terraform azurerm provider: azurerm_monitor_activity_log_alert",
    controls: ["MCSB PV-2"],
  },
  {
    id: "azure-service-health-events",
    severity: "medium",
    title: "Alerts on the health of Azure are about incidents and security.",
    argument: "criteria?.service_health?.events",
    must: including(["Incident", "Security"]),
    reason: "Azure tells of its own security incidents there.",
    source: "Learn: Azure Service Health overview",
    controls: ["CIS Azure 5.0.0 6.1.2.11", "MCSB IR-3"],
  },
]);

/** Alerts on the health of Azure must be about the subscription, which a rule of its own tells. */
const OF_OPERATIONS: Selection = {
  has: ({ content }) => !valuesAt(content, "criteria.category").some(({ value }) => value === "ServiceHealth"),
  example: {},
};

const OPERATIONS = settings(
  "azurerm_monitor_activity_log_alert",
  [
    {
      id: "azure-activity-alert-scopes",
      severity: "medium",
      title: "Activity log alerts watch over resources or subscriptions.",
      argument: "scopes",
      must: each(SCOPE),
      reason: "A plan takes any text, and the alert watches nothing.",
      source: "Learn: Create or edit an activity log, service health, or resource health alert rule",
      fix: "name in scopes the ids of resources or of the subscription",
      controls: ["MCSB IR-3"],
    },
  ],
  OF_OPERATIONS,
);

const ACTION_GROUP = settings("azurerm_monitor_action_group", [
  {
    id: "azure-action-group-enabled",
    severity: "medium",
    title: "Action groups are on.",
    argument: "enabled",
    must: is(true),
    mayBeAbsent: true,
    reason: "Nobody would be told of any alert.",
    source: "Learn: Azure Monitor action groups",
    controls: ["MCSB IR-2"],
  },
  {
    id: "azure-action-group-email",
    severity: "medium",
    title: "Action groups write to somebody.",
    argument: "email_receiver?.email_address",
    must: EMAIL,
    reason: "A plan takes any text, and nobody would be told of any alert.",
    source: "Learn: Azure Monitor action groups",
    fix: "write a whole e-mail address",
    controls: ["MCSB IR-2"],
  },
]);

/** Alerts, and whom they tell. */
export const ALERT_SETTINGS = [
  ...ALERTS.flatMap(([type, word, what]) => settings(type, common(word, what))),
  ...ACTIVITY,
  ...OPERATIONS,
  ...ACTION_GROUP,
];
