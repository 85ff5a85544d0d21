import { list, maps } from "../../blocks";
import { atMost, is, present } from "../../expectation";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import { settings } from "../../setting";

const BUDGETS = "AWS Cost Management User Guide: Managing your costs with AWS Budgets";

const SETTINGS = settings("aws_budgets_budget", [
  {
    id: "aws-budget-people",
    fix: "name somebody in notification.subscriber_email_addresses",
    severity: "low",
    title: "Budgets tell somebody.",
    argument: "notification.subscriber_email_addresses",
    must: present(["ml@acme.example"]),
    reason: "Nobody would know that a tenant costs too much, or that somebody else computes with it.",
    source: BUDGETS,
    controls: ["MCSB IR-2"],
  },
  {
    id: "aws-budget-threshold",
    severity: "low",
    title: "Budgets tell before or when the money is spent.",
    argument: "notification.threshold",
    must: atMost(100),
    reason: "What is told later can no longer be saved.",
    source: BUDGETS,
    controls: ["MCSB IR-2"],
  },
  {
    id: "aws-budget-comparison",
    severity: "low",
    title: "Budgets tell when too much is spent.",
    argument: "notification.comparison_operator",
    must: is("GREATER_THAN", "LESS_THAN"),
    reason: "Nobody would know that a tenant costs too much.",
    source: BUDGETS,
    controls: ["MCSB IR-2"],
  },
  {
    id: "aws-budget-unit",
    severity: "low",
    title: "Thresholds of budgets are percentages.",
    argument: "notification.threshold_type",
    must: is("PERCENTAGE", "ABSOLUTE_VALUE"),
    reason: "A threshold of 100 would be a hundred dollars, or never reached, whatever the limit is.",
    source: BUDGETS,
    controls: ["MCSB IR-2"],
  },
]);

const budgetOf = (tenant: string) => ({
  resource: {
    aws_budgets_budget: {
      example: { tags: { tenant: "acme" }, cost_filter: [{ name: "TagKeyValue", values: [`user:tenant$${tenant}`] }] },
    },
  },
});

/** What another tenant costs is nobody else's business. */
const BUDGET_TENANT: Rule = {
  id: "aws-budget-tenant",
  severity: "medium",
  title: "A tenant's budget is about its own cost.",
  reason: "The tenant would be told what another one costs, or what all cost.",
  fix: "set cost_filter to TagKeyValue with user:tenant$ and the tenant's id",
  source: BUDGETS,
  controls: ["MCSB AM-1"],
  example: { wrong: budgetOf("acme-eu"), right: budgetOf("acme") },
  *check(stack) {
    for (const resource of stack.resources("aws_budgets_budget")) {
      const { cost_filter: found } = resource.content;
      const tenant = tenantOf(resource);
      if (tenant === undefined || hasFilter(found, `user:tenant$${tenant}`)) continue;
      const must = `must be TagKeyValue with "user:tenant$${tenant}" alone`;
      yield { resource, argument: "cost_filter", found, must };
    }
  },
};

function tenantOf({ content }: Resource): string | undefined {
  const [tags] = maps(content.tags);
  return typeof tags?.tenant === "string" ? tags.tenant : undefined;
}

function hasFilter(filters: unknown, value: string): boolean {
  return maps(filters).some(
    ({ name, values }) =>
      name === "TagKeyValue" && list(values).every((one) => one === value) && list(values).length > 0,
  );
}

/** Budgets: somebody is told in time of what the tenant costs. */
export const BUDGET: readonly Rule[] = [...SETTINGS, BUDGET_TENANT];
