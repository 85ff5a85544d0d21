import { DIAGNOSTICS, type DiagnosticSource } from "../../../blueprint/diagnostics";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { all, isMade } from "../read";

const SETTING = "azurerm_monitor_diagnostic_setting";

/** What a setting sends, by the argument that says so, and what it must send for a source. */
const PARTS: readonly (readonly [argument: string, wanted: (source: DiagnosticSource) => readonly string[]])[] = [
  ["enabled_log", ({ logs = [], logGroup }) => (logGroup === undefined ? logs : [logGroup])],
  ["enabled_metric", ({ metrics = [] }) => metrics],
];

/** Rules about what goes to the platform's logs. */
export const DIAGNOSTIC_RULES: readonly Rule[] = [
  {
    id: "azure-diagnostics",
    severity: "medium",
    title: "What writes resource logs sends them to Log Analytics.",
    reason: "Without a diagnostic setting Azure keeps none of it: nobody can tell afterwards who did what.",
    source:
      "Learn: Diagnostic settings in Azure Monitor; Azure Policy: Resource logs in Key Vault should be enabled (cf820ca0)",
    controls: [
      "MCSB LT-3",
      "CIS Azure 3.0.0 6.4",
      "CIS Azure 3.0.0 6.1.4",
      "CIS Azure 3.0.0 4.12",
      "CIS Azure 3.0.0 4.13",
      "CIS Azure 3.0.0 4.14",
    ],
    fix: `have an ${SETTING} whose target_resource_id is its id`,
    example: { wrong: vault(undefined), right: vault(["AuditEvent", "AzurePolicyEvaluationDetails"]) },
    *check(stack) {
      for (const { resource, sources } of sourcesIn(stack)) {
        const missing = sources.filter((source) => settingsOf(stack, resource, source).length === 0);
        if (missing.length === 0) continue;
        const services = missing.flatMap(({ below }) => (below === undefined ? [] : [below]));
        const where = services.length === 0 ? "" : ` of ${services.join(" and ")}`;
        yield { resource, argument: "", found: undefined, must: `must have an ${SETTING}${where}` };
      }
    },
  },
  {
    id: "azure-diagnostics-categories",
    severity: "medium",
    title: "A diagnostic setting sends every category that the project's table has for its resource.",
    reason: "What is left out is kept nowhere.",
    source: "Learn: Supported resource log categories for Azure Monitor",
    controls: ["MCSB LT-3", "CIS Azure 3.0.0 6.4"],
    fix: "send the categories of lib/blueprint/diagnostics.ts",
    example: { wrong: vault(["AuditEvent"]), right: vault(["AuditEvent", "AzurePolicyEvaluationDetails"]) },
    *check(stack) {
      for (const { resource, sources } of sourcesIn(stack)) {
        for (const source of sources) {
          const settings = settingsOf(stack, resource, source);
          const [setting] = settings;
          if (setting !== undefined) yield* lacking(setting, settings, source);
        }
      }
    },
  },
];

/** What the settings of one source leave out together. */
function* lacking(resource: Resource, settings: readonly Resource[], source: DiagnosticSource): Iterable<Violation> {
  for (const [argument, wanted] of PARTS) {
    const sent = settings.flatMap((setting) =>
      [`${argument}.category`, `${argument}.category_group`].flatMap((path) => all(setting, path)),
    );
    const isAll = sent.includes("allLogs") && argument === "enabled_log";
    const missing = isAll ? [] : wanted(source).filter((category) => !sent.includes(category));
    if (missing.length === 0) continue;
    yield {
      resource,
      argument,
      found: sent.length === 0 ? undefined : sent,
      must: `must have ${missing.join(" and ")}`,
    };
  }
  if (source.dedicatedTables === undefined) return;
  const argument = "log_analytics_destination_type";
  if (settings.some(({ content }) => content[argument] === "Dedicated")) return;
  yield { resource, argument, found: resource.content[argument], must: 'must be "Dedicated"' };
}

function sourcesIn(stack: Stack): { resource: Resource; sources: readonly DiagnosticSource[] }[] {
  return Object.entries(DIAGNOSTICS).flatMap(([type, sources]) =>
    stack
      .resources(type)
      .filter(isMade)
      .map((resource) => ({ resource, sources })),
  );
}

function settingsOf(stack: Stack, resource: Resource, { below = "" }: DiagnosticSource): Resource[] {
  return stack.resources(SETTING).filter(({ content: { target_resource_id: target } }) => {
    if (typeof target !== "string") return false;
    const reference = referenceOf(target);
    if (reference !== undefined) return reference.address === resource.address && reference.rest === below;
    return target.endsWith(below) && stack.names(target.slice(0, target.length - below.length), resource);
  });
}

function vault(categories: readonly string[] | undefined): Tree {
  const setting = {
    target_resource_id: "${azurerm_key_vault.example.id}",
    enabled_log: categories?.map((category) => ({ category })),
    enabled_metric: [{ category: "AllMetrics" }],
  };
  return {
    resource: {
      azurerm_key_vault: { example: { name: "kv" } },
      ...(categories === undefined ? {} : { [SETTING]: { example: setting } }),
    },
  };
}
