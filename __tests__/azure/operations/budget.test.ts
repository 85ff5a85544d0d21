import { platform, tenant } from "../../support/files";
import { type Arguments, onlyResource, resourcesOf, synthStack } from "../../support/synth";

const BUDGET = "azurerm_consumption_budget_resource_group";
const stack = (azure: Record<string, unknown>) => synthStack("tenant-acme", platform(), [tenant("acme", { azure })]);

describe("a tenant's budget", () => {
  const budget = onlyResource(
    stack({ budget: { monthly: 2000, since: "2026-03", notify: ["cfo@acme.example", "ml@acme.example"] } }),
    BUDGET,
  );

  test("begins on the first day of the month, which is all that Azure takes", () => {
    expect(budget.time_period).toEqual({ start_date: "2026-03-01T00:00:00Z" });
  });

  test("never moves its start: Azure refuses it, and Terraform would replace the budget", () => {
    expect(budget.lifecycle).toEqual({ ignore_changes: ["time_period"] });
  });

  test("tells the owner and the others, each once, of what is spent and of what will be", () => {
    const notifications = budget.notification as Arguments[];
    expect(notifications.map(({ threshold, threshold_type: of }) => `${String(threshold)} ${String(of)}`)).toEqual([
      "80 Actual",
      "100 Actual",
      "100 Forecasted",
    ]);
    expect(notifications.map(({ contact_emails: emails }) => emails)).toEqual(
      notifications.map(() => ["cfo@acme.example", "ml@acme.example"]),
    );
  });

  test("has every notification switched on, from its threshold on", () => {
    const notifications = budget.notification as Arguments[];
    expect(notifications).toMatchObject(notifications.map(() => ({ enabled: true, operator: "GreaterThanOrEqualTo" })));
  });

  test("does not exist unless the file asks for one", () => {
    expect(resourcesOf(stack({}), BUDGET)).toEqual({});
  });
});
