import { list, maps } from "../../blocks";
import { atLeast, is, matching, refersTo } from "../../expectation";
import { including } from "../../list-expectation";
import type { Rule } from "../../rule";
import { settings } from "../../setting";

const TYPE = "azurerm_consumption_budget_resource_group";
const SOURCE = "Learn: Tutorial: Create and manage budgets";
const CONTACTS = ["contact_emails", "contact_groups", "contact_roles"];

/** Budgets. */
export const BUDGET = settings(TYPE, [
  {
    id: "azure-budget-name",
    severity: "low",
    title: "Names of budgets have letters, digits, dashes and underscores.",
    argument: "name",
    must: matching(/^[\w-]{1,63}$/, "must have 1 to 63 letters, digits, dashes and underscores", {
      right: "budget",
      wrong: "my budget",
    }),
    reason: "A plan takes other names, and Azure refuses them.",
    source: "Learn: REST reference: Budgets - Create Or Update",
    fix: "write a name of letters, digits, dashes and underscores",
    controls: ["MCSB PV-2"],
  },
  {
    id: "azure-budget-amount",
    severity: "low",
    title: "Budgets have an amount of 1 or more.",
    argument: "amount",
    must: atLeast(1),
    reason: "Without one, every notification would come at once.",
    source: SOURCE,
    controls: ["MCSB IR-2"],
  },
  {
    id: "azure-budget-enabled",
    severity: "low",
    title: "Notifications of budgets are on.",
    argument: "notification?.enabled",
    must: is(true),
    mayBeAbsent: true,
    reason: "Whoever misuses the tenant's compute would be found by the invoice.",
    source: SOURCE,
    controls: ["MCSB IR-2"],
  },
  {
    id: "azure-budget-group",
    severity: "low",
    title: "Budgets are about a resource group of their own stack.",
    argument: "resource_group_id",
    must: refersTo(["azurerm_resource_group"]),
    reason: "The tenant's own costs would go unnoticed.",
    source: SOURCE,
    fix: "set resource_group_id to the id of the azurerm_resource_group, by reference",
    controls: ["MCSB AM-1"],
  },
  {
    id: "azure-budget-kept",
    severity: "low",
    title: "Budgets are not made anew when their first month changes.",
    argument: "lifecycle.ignore_changes",
    must: including(["time_period"]),
    reason: "Azure wants a first month that is not long ago, so that a later plan would replace the budget.",
    source: "Terraform azurerm provider: azurerm_consumption_budget_resource_group",
    controls: ["MCSB AM-3"],
  },
  {
    id: "azure-budget-start",
    severity: "low",
    title: "Budgets begin on the first of a month.",
    argument: "time_period.start_date",
    must: matching(/^\d{4}-(0[1-9]|1[0-2])-01T00:00:00Z$/, "must be the first of a month, as in 2026-01-01T00:00:00Z", {
      right: "2026-01-01T00:00:00Z",
      wrong: "2026-01-15T00:00:00Z",
    }),
    reason: "Azure refuses any other day.",
    source: "Terraform azurerm provider: azurerm_consumption_budget_resource_group",
    fix: "set time_period.start_date to the first of a month, as in 2026-01-01T00:00:00Z",
    controls: ["MCSB PV-2"],
  },
]);

/** Whether budgets tell somebody. */
export const BUDGET_CONTACTS: Rule = {
  id: "azure-budget-contacts",
  severity: "medium",
  title: "Each notification of a budget tells somebody.",
  reason: "A plan takes a notification without contacts, and nobody learns of misused compute.",
  source: SOURCE,
  controls: ["MCSB IR-2"],
  fix: "set contact_emails of each notification",
  example: { wrong: example([]), right: example(["ml@acme.example"]) },
  check: (stack) =>
    stack.resources(TYPE).flatMap((resource) => {
      const notifications = maps(resource.content.notification);
      const isTold = notifications.length > 0 && notifications.every(tells);
      return isTold
        ? []
        : [{ resource, argument: "notification", found: undefined, must: "must each have somebody to tell" }];
    }),
};

function tells(notification: Readonly<Record<string, unknown>>): boolean {
  const contacts = CONTACTS.flatMap((name) => list(notification[name]));
  const emails = list(notification.contact_emails);
  return contacts.length > 0 && emails.every((email) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(email)));
}

function example(emails: readonly string[]) {
  return { resource: { [TYPE]: { example: { notification: [{ contact_emails: emails }] } } } };
}
