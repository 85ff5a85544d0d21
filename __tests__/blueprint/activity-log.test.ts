import { PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION } from "../support/files";
import { hubOf } from "./configs";

describe("the activity logs of a platform", () => {
  test("are kept once a subscription, also if a file names the platform's among the tenants'", () => {
    const tenantSubscriptions = [TENANT_SUBSCRIPTION, PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION];

    expect(hubOf({ azure: { tenantSubscriptions } }).activityLog.subscriptionIds).toEqual([
      PLATFORM_SUBSCRIPTION,
      TENANT_SUBSCRIPTION,
    ]);
  });

  test("have a setting of their own in a subscription that two platforms share", () => {
    const settings = ["dev", "prod"].map((instance) => hubOf({ instance }).activityLog.setting);

    expect(settings).toEqual(["mlp-dev--hub-activity-log", "mlp-prod--hub-activity-log"]);
  });
});
