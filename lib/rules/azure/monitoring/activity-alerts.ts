import { WATCHED_OPERATIONS } from "../../../blueprint/alerts";
import type { Tree } from "../../../terraform/tree";
import type { Rule } from "../../rule";
import { all } from "../read";

const ALERT = "azurerm_monitor_activity_log_alert";
const LOGS = "azurerm_log_analytics_workspace";

/** The alerts about changes that open a way in, beside the platform's logs. */
export const ACTIVITY_ALERTS: Rule = {
  id: "azure-activity-alerts",
  severity: "low",
  title: "The platform is told when somebody changes policies, network security groups or public addresses.",
  reason: "Such a change by hand gives access to the network, and only who looks for it sees it.",
  source: "CIS Microsoft Azure Foundations Benchmark 3.0.0: 6.2.1 to 6.2.4, 6.2.9 and 6.2.10",
  controls: [
    "MCSB LT-1",
    "CIS Azure 3.0.0 6.2.1",
    "CIS Azure 3.0.0 6.2.2",
    "CIS Azure 3.0.0 6.2.3",
    "CIS Azure 3.0.0 6.2.4",
    "CIS Azure 3.0.0 6.2.9",
    "CIS Azure 3.0.0 6.2.10",
  ],
  fix: `add an ${ALERT} with category Administrative and that operation_name`,
  example: { wrong: example(WATCHED_OPERATIONS.slice(1)), right: example(WATCHED_OPERATIONS) },
  *check(stack) {
    const [resource] = stack.resources(LOGS);
    if (resource === undefined) return;
    const watched = stack
      .resources(ALERT)
      .filter((alert) => all(alert, "criteria.category").includes("Administrative"))
      .flatMap((alert) => all(alert, "criteria.operation_name"));
    for (const operation of WATCHED_OPERATIONS.filter((name) => !watched.includes(name))) {
      const must = `must have an alert about ${operation} beside it`;
      yield { resource, argument: `alert about ${operation}`, found: undefined, must };
    }
  },
};

function example(operations: readonly string[]): Tree {
  const alerts = operations.map((operation_name, index) => [
    `example-${index}`,
    { criteria: { category: "Administrative", operation_name } },
  ]);
  return { resource: { [LOGS]: { example: {} }, [ALERT]: Object.fromEntries(alerts) as Tree } };
}
