import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import { seconds } from "./iso-duration";

/** Where each type of alert has how often it looks, and how far back. */
const ARGUMENTS: Readonly<Record<string, readonly [often: string, back: string]>> = {
  azurerm_monitor_metric_alert: ["frequency", "window_size"],
  azurerm_monitor_scheduled_query_rules_alert_v2: ["evaluation_frequency", "window_duration"],
};

/** Whether alerts look at all of the time. */
export const ALERT_WINDOW: Rule = {
  id: "azure-alert-window",
  severity: "medium",
  title: "Alerts look no further apart than they look back.",
  reason: "What happens between two windows is never seen. A plan takes it.",
  source: "Learn: Types of Azure Monitor alerts",
  controls: ["MCSB IR-3"],
  fix: "make the window as long as the time between two evaluations, or longer",
  example: { wrong: example("PT1M"), right: example("PT15M") },
  check: (stack) =>
    Object.entries(ARGUMENTS).flatMap(([type, names]) =>
      stack.resources(type).flatMap((resource) => violation(resource, names) ?? []),
    ),
};

function violation(resource: Resource, [often, back]: readonly [string, string]): Violation | undefined {
  const { [often]: found, [back]: window } = resource.content;
  const [every, length] = [seconds(found), seconds(window)];
  if (every === undefined || length === undefined || every <= length) return undefined;
  return { resource, argument: often, found, must: `must be ${String(window)}, the alert's window, or less` };
}

function example(window: string) {
  return { resource: { azurerm_monitor_metric_alert: { example: { frequency: "PT5M", window_size: window } } } };
}
