import { IdleShutdown } from "../../../lib/azapi/ml/idle-shutdown";
import { acmeStack, onlyResource } from "../synthesized";

test("the idle time is set by an action of the instance, again whenever it changes", () => {
  const stack = acmeStack();

  new IdleShutdown(stack, "idle", { instanceId: "/instance", idle: "PT1H" });

  expect(onlyResource(stack, "azapi_resource_action")).toMatchObject({
    type: "Microsoft.MachineLearningServices/workspaces/computes@2021-07-01",
    resource_id: "/instance",
    action: "updateIdleShutdownSetting",
    method: "POST",
    body: { idleTimeBeforeShutdown: "PT1H" },
  });
});

test("a time that is no ISO 8601 duration is refused", () => {
  expect(() => new IdleShutdown(acmeStack(), "idle", { instanceId: "/instance", idle: "60m" })).toThrow(
    'acme/idle: idle is "60m", which is no ISO 8601 duration; write it as in "PT5S"',
  );
});
