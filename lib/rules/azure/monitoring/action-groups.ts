import { list } from "../../blocks";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { armTypeOf } from "../arm-id";
import { isOfAnotherTenant } from "../owner";
import { all } from "../read";

const METRIC = "azurerm_monitor_metric_alert";
const GROUP = "azurerm_monitor_action_group";

/** Where alerts name the groups that are told. */
const TOLD: readonly (readonly [type: string, argument: string])[] = [
  [METRIC, "action.action_group_id"],
  ["azurerm_monitor_activity_log_alert", "action.action_group_id"],
  ["azurerm_monitor_scheduled_query_rules_alert_v2", "action.action_groups"],
];

/** Rules about who hears of an alert. */
export const ACTION_GROUPS: readonly Rule[] = [
  {
    id: "azure-alert-action-group",
    severity: "medium",
    title: "An alert tells the stack's own action group, and whomever the stack's other alerts tell.",
    reason: "Otherwise it fires, and the tenant or the platform is not told.",
    source: "Learn: Azure Monitor action groups",
    controls: ["MCSB IR-2", "MCSB IR-3"],
    fix: "name the action groups of the tenant and of the hub in the alert's actions",
    example: {
      wrong: { resource: { [METRIC]: { example: { scopes: [] } } } },
      right: {
        resource: {
          [GROUP]: { example: { email_receiver: [{}] } },
          [METRIC]: { example: { action: [{ action_group_id: `\${${GROUP}.example.id}` }] } },
        },
      },
    },
    *check(stack) {
      const alerts = TOLD.flatMap(([type, argument]) =>
        stack
          .resources(type)
          .map((resource) => ({ resource, argument, groups: all(resource, argument).flatMap(list) })),
      );
      const usual = [
        ...usualGroups(
          stack,
          alerts.map(({ groups }) => groups),
        ),
      ];
      for (const { resource, argument, groups } of alerts) {
        // Another tenant's are told by their own rule.
        if (groups.some((group) => isOfAnotherTenant(stack, group))) continue;
        const isRight =
          groups.length > 0 &&
          groups.every((group) => isGroup(stack, group)) &&
          usual.every((group) => groups.includes(group));
        if (isRight) continue;
        const must = `must be ${usual.length === 0 ? "the ids of action groups" : usual.map(String).join(" and ")}`;
        yield { resource, argument, found: groups.length === 0 ? undefined : groups, must };
      }
    },
  },
];

/** The stack's own groups, and those that more than half of its alerts tell. */
function* usualGroups(stack: Stack, told: readonly (readonly unknown[])[]): Iterable<unknown> {
  const own = stack.resources(GROUP).map(({ address }) => `\${${address}.id}`);
  const others = new Set(told.flat().filter((group) => typeof group === "string" && !own.includes(group)));
  yield* own;
  for (const group of others) if (told.filter((groups) => groups.includes(group)).length * 2 > told.length) yield group;
}

function isGroup(stack: Stack, id: unknown): boolean {
  return armTypeOf(stack, id) === "microsoft.insights/actiongroups";
}
