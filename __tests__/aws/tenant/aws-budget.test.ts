import { AwsBudget } from "../../../lib/aws/tenant/aws-budget";
import { awsTenantOf, synthAws } from "../../support/aws-stack";
import { type Arguments, onlyResource } from "../../support/synth";

const { budget } = awsTenantOf({ aws: { budget: { monthlyUsd: 2000, notify: ["cfo@acme.example"] } } });
const resource = onlyResource(
  synthAws((scope) => {
    if (budget !== undefined) new AwsBudget(scope, "budget", { budget });
  }),
  "aws_budgets_budget",
);

test("It counts what has the tenant's tag, and nothing else of the account.", () => {
  expect(resource.cost_filter).toEqual([{ name: "TagKeyValue", values: ["user:tenant$acme"] }]);
});

test("It is an amount of US dollars a month.", () => {
  expect(resource).toMatchObject({
    budget_type: "COST",
    limit_amount: "2000",
    limit_unit: "USD",
    time_unit: "MONTHLY",
  });
});

test("The owner and the others are told of what is spent and of what will be.", () => {
  const notifications = resource.notification as Arguments[];

  expect(notifications.map(({ threshold, notification_type: of }) => `${String(threshold)} ${String(of)}`)).toEqual([
    "80 ACTUAL",
    "100 ACTUAL",
    "100 FORECASTED",
  ]);
  for (const notification of notifications) {
    expect(notification).toMatchObject({
      threshold_type: "PERCENTAGE",
      subscriber_email_addresses: ["cfo@acme.example", "ml@acme.example"],
    });
  }
});
