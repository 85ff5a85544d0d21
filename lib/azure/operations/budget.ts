import { ConsumptionBudgetResourceGroup } from "@cdktf/provider-azurerm/lib/consumption-budget-resource-group";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";
import { BUDGET_THRESHOLDS, type BudgetBlueprint } from "../../blueprint/budget";

/** Tells people by e-mail what a resource group costs. It stops nothing. */
export class Budget extends ConsumptionBudgetResourceGroup {
  constructor(
    scope: Construct,
    id: string,
    { budget, resourceGroup }: { budget: BudgetBlueprint; resourceGroup: ResourceGroup },
  ) {
    super(scope, id, {
      name: budget.name,
      resourceGroupId: resourceGroup.id,
      amount: budget.amount,
      timeGrain: "Monthly",
      timePeriod: { startDate: budget.startDate },
      notification: BUDGET_THRESHOLDS.map(({ percent, of }) => ({
        enabled: true,
        operator: "GreaterThanOrEqualTo",
        threshold: percent,
        thresholdType: of,
        contactEmails: [...budget.emails],
      })),
      // Azure refuses to move the start of a budget, and another one would replace the budget.
      lifecycle: { ignoreChanges: ["time_period"] },
    });
  }
}
