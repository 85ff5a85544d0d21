import { PLATFORM_SUBSCRIPTION, tenant } from "../support/files";
import { hubOf, tenantOf } from "./configs";

describe("an action group", () => {
  test("of a tenant tells its owner", () => {
    expect(tenantOf(tenant("acme", { owner: "ml@acme.example" })).actionGroup.emails).toEqual(["ml@acme.example"]);
  });

  test("of the platform tells each address once, for Azure takes a receiver's name once", () => {
    const { actionGroup } = hubOf({ azure: { alerts: { emails: ["a@b.example", "a@b.example"] } } }).alerts;
    expect(actionGroup.emails).toEqual(["a@b.example"]);
  });

  test("has its addresses in an order that does not change when lines are moved", () => {
    const { actionGroup } = hubOf({ azure: { alerts: { emails: ["b@b.example", "a@b.example"] } } }).alerts;
    expect(actionGroup.emails).toEqual(["a@b.example", "b@b.example"]);
  });

  test("of a long name has a short name that Azure takes", () => {
    expect(tenantOf(tenant("abcdefghijklmnop")).actionGroup.shortName).toBe("abcdefghijkl");
    expect(hubOf({ prefix: "abcdefgh", instance: "abcdefgh" }).alerts.actionGroup.shortName).toBe("abcdefghabcd");
  });

  test("has an id that other stacks can write down", () => {
    expect(hubOf().alerts.actionGroup.id).toBe(
      `/subscriptions/${PLATFORM_SUBSCRIPTION}/resourceGroups/mlp-dev--hub-rg/providers/Microsoft.Insights/actionGroups/mlp-dev--hub-ag`,
    );
  });
});

describe("the alerts of an endpoint", () => {
  const { endpoints } = tenantOf(
    tenant("acme", { azure: { endpoints: [{ name: "churn" }], alerts: { latencyMs: 300, errorsPerMinute: 1 } } }),
  );

  test("have the limits of the tenant's file", () => {
    expect(endpoints[0]?.alerts.map(({ metric, threshold }) => [metric, threshold])).toEqual([
      ["RequestLatency_P95", 300],
      ["RequestsPerMinute", 1],
    ]);
  });

  test("are warnings: the endpoint still answers", () => {
    expect(endpoints[0]?.alerts.map(({ severity }) => severity)).toEqual([2, 2]);
  });

  test("count server errors only: a caller's own mistakes are no incident", () => {
    expect(endpoints[0]?.alerts[1]?.dimension).toEqual({ name: "statusCodeClass", values: ["5xx"] });
  });
});
