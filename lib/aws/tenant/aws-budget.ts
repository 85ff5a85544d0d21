import { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget";
import type { Construct } from "constructs";
import type { AwsBudgetBlueprint } from "../../blueprint/aws-budget";

/** Tells people by e-mail what a tenant costs on AWS, as far as its tags say so. It stops nothing. */
export class AwsBudget extends BudgetsBudget {
  constructor(scope: Construct, id: string, { budget }: { budget: AwsBudgetBlueprint }) {
    const { name, monthlyUsd, tag, emails, thresholds } = budget;
    super(scope, id, {
      name,
      budgetType: "COST",
      limitAmount: String(monthlyUsd),
      limitUnit: "USD",
      timeUnit: "MONTHLY",
      costFilter: [{ name: "TagKeyValue", values: [tag] }],
      notification: thresholds.map(({ percent, of }) => ({
        comparisonOperator: "GREATER_THAN",
        notificationType: of,
        threshold: percent,
        thresholdType: "PERCENTAGE",
        subscriberEmailAddresses: [...emails],
      })),
    });
  }
}
