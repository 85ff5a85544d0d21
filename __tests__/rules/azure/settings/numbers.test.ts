import { ALERT_WINDOW } from "../../../../lib/rules/azure/settings/alert-window";
import { AUTOSCALE_CAPACITY } from "../../../../lib/rules/azure/settings/autoscale";
import { BASTION_SUBNET_SIZE } from "../../../../lib/rules/azure/settings/bastion-subnet";
import { durationBetween, seconds } from "../../../../lib/rules/azure/settings/iso-duration";
import { toldOf } from "./told";

test.each([
  ["PT1M30S", 90],
  ["P1DT1H", 90_000],
  ["PT0.5S", 0.5],
  ["PT", undefined],
  ["5s", undefined],
  [5, undefined],
])("%j has %j seconds.", (text, expected) => {
  expect(seconds(text)).toBe(expected);
});

test.each([
  ["PT15M", true],
  ["P3D", true],
  ["PT14M59S", false],
  ["P3DT1S", false],
])("%s is from 15 minutes to 3 days: %j.", (text, holds) => {
  expect(durationBetween("PT15M", "P3D").holds(text)).toBe(holds);
});

test.each([
  ["azurerm_monitor_metric_alert", { frequency: "PT1H", window_size: "PT15M" }, 1],
  ["azurerm_monitor_metric_alert", { frequency: "PT15M", window_size: "PT15M" }, 0],
  ["azurerm_monitor_metric_alert", { frequency: "PT5M" }, 0],
  ["azurerm_monitor_scheduled_query_rules_alert_v2", { evaluation_frequency: "P1D", window_duration: "PT23H" }, 1],
])("Of an %s with %j are told: %d.", (type, alert, count) => {
  expect(toldOf(ALERT_WINDOW, { [type]: { alert } })).toHaveLength(count);
});

test.each([
  [{ minimum: 0, default: 2, maximum: 4 }, 1],
  [{ minimum: 2, default: 1, maximum: 4 }, 1],
  [{ minimum: 2, default: 2, maximum: 1 }, 1],
  [{ minimum: 2, maximum: 4 }, 1],
  [{ minimum: "${var.least}", default: 2, maximum: 4 }, 1],
  [{ minimum: 1, default: 1, maximum: 1 }, 0],
])("Of scaling with %j are told: %d.", (capacity, count) => {
  const setting = { profile: [{ capacity }] };

  expect(toldOf(AUTOSCALE_CAPACITY, { azurerm_monitor_autoscale_setting: { setting } })).toHaveLength(count);
});

test.each([
  ["AzureBastionSubnet", "10.0.0.0/27", 1],
  ["AzureBastionSubnet", "10.0.0.0/25", 0],
  ["snet-pe", "10.0.0.0/27", 0],
])("Of the subnet %s with %s are told: %d.", (name, range, count) => {
  expect(toldOf(BASTION_SUBNET_SIZE, { azurerm_subnet: { subnet: { name, address_prefixes: [range] } } })).toHaveLength(
    count,
  );
});
