import { awsTenantOf } from "../support/aws-stack";

const budgetOf = (budget?: object) => awsTenantOf({ aws: { budget } }).budget;

test("A budget counts what has the tenant's tag, in the words of AWS.", () => {
  expect(budgetOf({ monthlyUsd: 2000 })).toMatchObject({
    name: "mlp-dev-acme--budget",
    monthlyUsd: 2000,
    tag: "user:tenant$acme",
  });
});

test("It tells the owner and the others, each once, in an order that moving lines does not change.", () => {
  expect(budgetOf({ monthlyUsd: 1, notify: ["z@acme.example", "ml@acme.example", "a@acme.example"] })?.emails).toEqual([
    "a@acme.example",
    "ml@acme.example",
    "z@acme.example",
  ]);
});

test("It tells them before all is spent.", () => {
  expect(budgetOf({ monthlyUsd: 1 })?.thresholds).toEqual([
    { percent: 80, of: "ACTUAL" },
    { percent: 100, of: "ACTUAL" },
    { percent: 100, of: "FORECASTED" },
  ]);
});

test("A tenant without a budget in its file has none.", () => {
  expect(budgetOf()).toBeUndefined();
});
