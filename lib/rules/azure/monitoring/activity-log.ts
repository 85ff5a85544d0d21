import { ACTIVITY_LOG_CATEGORIES } from "../../../blueprint/activity-log";
import type { Tree } from "../../../terraform/tree";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { wrongScope } from "../access/custom-roles";
import { isOwnSubscription } from "../access/provider-subscription";
import { all } from "../read";

const SETTING = "azurerm_monitor_diagnostic_setting";
const LOGS = "azurerm_log_analytics_workspace";
const SUBSCRIPTION = /^\/subscriptions\/([0-9a-f-]{36})$/i;

/** Rules about who changed what through Azure's control plane. They are about the stack that keeps the platform's logs. */
export const ACTIVITY_LOG: readonly Rule[] = [
  {
    id: "azure-activity-log",
    severity: "medium",
    title: "The activity logs of the platform's and its tenants' subscriptions are kept in Log Analytics.",
    reason:
      "Azure keeps them for 90 days, each by itself: nobody can tell later who opened what, nor search all of them.",
    source: "CIS Microsoft Azure Foundations Benchmark 3.0.0: 6.1.1",
    controls: ["MCSB LT-3", "CIS Azure 3.0.0 6.1.1"],
    fix: `add an ${SETTING} with the subscription's id as its target_resource_id`,
    example: { wrong: example(undefined), right: example(ACTIVITY_LOG_CATEGORIES) },
    *check(stack) {
      for (const resource of stack.resources(LOGS)) {
        const kept = settings(stack).map(([subscription]) => subscription);
        const missing = subscriptions(stack).filter((subscription) => !kept.includes(subscription));
        for (const subscription of missing) {
          const must = `must have an ${SETTING} of /subscriptions/${subscription} beside it`;
          yield { resource, argument: `activity log of ${subscription}`, found: undefined, must };
        }
      }
    },
  },
  {
    id: "azure-activity-log-categories",
    severity: "medium",
    title: "Of an activity log everything is kept that tells of changes.",
    reason: "What is left out is gone after 90 days.",
    source: "CIS Microsoft Azure Foundations Benchmark 3.0.0: 6.1.2",
    controls: ["MCSB LT-3", "CIS Azure 3.0.0 6.1.2"],
    fix: "send the categories of lib/blueprint/activity-log.ts",
    example: { wrong: example(["Administrative"]), right: example(ACTIVITY_LOG_CATEGORIES) },
    *check(stack) {
      for (const [, resource] of settings(stack)) {
        const sent = all(resource, "enabled_log.category");
        const missing = ACTIVITY_LOG_CATEGORIES.filter((category) => !sent.includes(category));
        if (missing.length === 0) continue;
        const found = sent.every((category) => category === undefined) ? undefined : sent;
        yield { resource, argument: "enabled_log", found, must: `must have ${missing.join(" and ")}` };
      }
    },
  },
];

/** The subscriptions in which the platform works: that of the provider, and those in which its roles can be assigned. */
function subscriptions(stack: Stack): string[] {
  const scopes = stack
    .resources("azurerm_role_definition")
    .filter((role) => wrongScope(role) === undefined)
    .flatMap((role) => all(role, "assignable_scopes"));
  const own = stack
    .resources("provider.azurerm")
    .filter(({ content }) => content.alias === undefined && isOwnSubscription(stack, content.subscription_id))
    .map(({ content }) => `/subscriptions/${String(content.subscription_id)}`);
  const ids = [...own, ...scopes].flatMap((scope) => SUBSCRIPTION.exec(String(scope))?.[1]?.toLowerCase() ?? []);
  return [...new Set(ids)];
}

/** The settings whose target is a subscription. */
function settings(stack: Stack) {
  return stack.resources(SETTING).flatMap((resource) => {
    const subscription = SUBSCRIPTION.exec(String(resource.content.target_resource_id))?.[1];
    return subscription === undefined ? [] : [[subscription.toLowerCase(), resource] as const];
  });
}

function example(categories: readonly string[] | undefined): Tree {
  const id = "1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21";
  const setting = {
    target_resource_id: `/subscriptions/${id}`,
    enabled_log: categories?.map((category) => ({ category })),
  };
  return {
    provider: { azurerm: [{ subscription_id: id }] },
    resource: {
      [LOGS]: { example: {} },
      ...(categories === undefined ? {} : { [SETTING]: { example: setting } }),
    },
  };
}
