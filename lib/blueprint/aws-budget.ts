import type { AwsTenant } from "../config/tenant";
import { awsName } from "./aws-names";
import { BUDGET_THRESHOLDS } from "./budget";
import type { Owner } from "./names";

/** What a tenant may cost on AWS, and who is told. It stops nothing. */
export interface AwsBudgetBlueprint {
  /** The budget's name. */
  readonly name: string;
  /** US dollars a month. */
  readonly monthlyUsd: number;
  /**
   * The tag whose costs count, as AWS writes it. It finds nothing before the payer's account has activated the tag `tenant`
   * for cost allocation (Billing User Guide, "Activating user-defined cost allocation tags").
   */
  readonly tag: string;
  /** Addresses that get an e-mail, sorted: an order that does not change when lines are moved. */
  readonly emails: readonly string[];
  /** When they are told, in percent of the amount: of what is spent, or of what will be by the end of the month. */
  readonly thresholds: readonly { readonly percent: number; readonly of: "ACTUAL" | "FORECASTED" }[];
}

/** The budget of a tenant on AWS; undefined when its file has none. */
export function awsBudget(
  { owner: email, tenant, aws: { budget } }: AwsTenant,
  owner: Owner,
): AwsBudgetBlueprint | undefined {
  if (budget === undefined) return undefined;
  return {
    name: awsName("budget", owner, "budget"),
    monthlyUsd: budget.monthlyUsd,
    tag: `user:tenant$${tenant}`,
    emails: [...new Set([email, ...budget.notify])].sort(),
    thresholds: BUDGET_THRESHOLDS.map(({ percent, of }) => ({
      percent,
      of: of === "Actual" ? "ACTUAL" : "FORECASTED",
    })),
  };
}
