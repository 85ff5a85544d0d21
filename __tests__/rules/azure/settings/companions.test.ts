import { BUDGET_CONTACTS } from "../../../../lib/rules/azure/settings/budget";
import { SSH_USER } from "../../../../lib/rules/azure/settings/ssh-user";
import { TIME_SLEEP } from "../../../../lib/rules/azure/settings/time-sleep";
import { toldOf } from "./told";

test.each([
  ["no notification", [], 1],
  ["one without contacts", [{ contact_emails: ["a@b.example"] }, { contact_emails: [] }], 1],
  ["a contact that is no address", [{ contact_emails: ["nobody"] }], 1],
  ["a group", [{ contact_groups: ["${azurerm_monitor_action_group.example.id}"] }], 0],
])("Of a budget with %s are told: %d.", (_, notification, count) => {
  expect(
    toldOf(BUDGET_CONTACTS, { azurerm_consumption_budget_resource_group: { budget: { notification } } }),
  ).toHaveLength(count);
});

test("Each key of a machine that is for another user is told by the user it must be for.", () => {
  const machine = { admin_username: "platform", admin_ssh_key: [{ username: "platform" }, { username: "root" }] };

  expect(toldOf(SSH_USER, { azurerm_linux_virtual_machine: { machine } })).toEqual([
    'admin_ssh_key.username must be "platform"',
  ]);
});

test.each([
  ["2m", 0],
  ["1h", 0],
  ["1m60s", 0],
  ["119s", 1],
  ["120", 1],
  [120, 1],
])("Of a wait of %j are told: %d.", (create_duration, count) => {
  const [rule] = TIME_SLEEP;

  expect(rule && toldOf(rule, { time_sleep: { wait: { create_duration } } })).toHaveLength(count);
});
