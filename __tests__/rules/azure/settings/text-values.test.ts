import { checkStack } from "../../../../lib/rules/check-stack";
import { FLOW_LOG_SETTINGS } from "../../../../lib/rules/azure/settings/flow-log";
import { LINUX_VIRTUAL_MACHINE } from "../../../../lib/rules/azure/settings/linux-virtual-machine";
import type { Rule } from "../../../../lib/rules/rule";

const isTold = (rules: readonly Rule[], id: string, resource: Record<string, object>) =>
  checkStack(
    "example",
    { resource },
    rules.filter((rule) => rule.id === id),
  ).length > 0;
const interval = (trafficAnalyticsInterval: unknown) => {
  const networkWatcherFlowAnalyticsConfiguration = { trafficAnalyticsInterval };
  const properties = { flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration } };
  const flowLog = { type: "Microsoft.Network/networkWatchers/flowLogs@2024-05-01", body: { properties } };
  return isTold(FLOW_LOG_SETTINGS, "azure-flow-log-analytics-interval", { azapi_resource: { flowLog } });
};
const image = (version: unknown) => {
  const machine = { source_image_reference: { version } };
  return isTold(LINUX_VIRTUAL_MACHINE, "azure-vm-image", { azurerm_linux_virtual_machine: { machine } });
};

test("The interval of traffic analytics may stand as text.", () => {
  expect([10, "10", 60, "60", 5, "5", "x", true].map(interval)).toEqual([
    ...[false, false, false, false],
    ...[true, true, true, true],
  ]);
});

test("A machine starts from the newest release of an image or from a certain one, and from no expression.", () => {
  expect(["latest", "24.04.202504080", "x", undefined, "${var.release}"].map(image)).toEqual([
    ...[false, false],
    ...[true, true, true],
  ]);
});
