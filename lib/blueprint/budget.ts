import type { AzureTenant } from "../config/tenant";
import { localName, type Owner } from "./names";

/** What a tenant's resource group may cost, and who is told. It stops nothing. */
export interface BudgetBlueprint {
  /** The budget's name. */
  readonly name: string;
  /** Amount a month, in the currency of the billing account. */
  readonly amount: number;
  /** The first moment of the first month, in UTC. */
  readonly startDate: string;
  /** Addresses that get an e-mail, sorted: an order that does not change when lines are moved. */
  readonly emails: readonly string[];
}

/** When somebody is told, in percent of the amount: of what is spent, or of what will be by the end of the month. */
export const BUDGET_THRESHOLDS: readonly { percent: number; of: "Actual" | "Forecasted" }[] = [
  { percent: 80, of: "Actual" },
  { percent: 100, of: "Actual" },
  { percent: 100, of: "Forecasted" },
];

/** The budget of a tenant; undefined when its file has none. */
export function tenantBudget(
  { owner: email, azure: { budget } }: AzureTenant,
  owner: Owner,
): BudgetBlueprint | undefined {
  if (budget === undefined) return undefined;
  return {
    name: localName("budget", owner, "budget"),
    amount: budget.monthly,
    startDate: `${budget.since}-01T00:00:00Z`,
    emails: [...new Set([email, ...budget.notify])].sort(),
  };
}
