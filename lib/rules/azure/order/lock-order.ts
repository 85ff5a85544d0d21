import { CONNECTION_APPROVER } from "../../../blueprint/roles";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { assignmentsOf } from "../access/assignment";
import { targetOf } from "../managed-network/parts";
import { privateEndpoints } from "../private-access/endpoint";
import { statefulIn, locksOf } from "../protection/retiring";
import { order } from "./order";

const LOCK = "azurerm_management_lock";
const VAULT = "${azurerm_key_vault.example.id}";
const attached = {
  principal_id: "3e7c6e74-9d2a-4f2c-9b7a-2d0b5e4f6a43",
  role_definition_name: CONNECTION_APPROVER,
  scope: VAULT,
};

/** A lock comes last, and goes first. */
export const LOCK_ORDER: Rule = order({
  id: "azure-order-lock",
  severity: "low",
  title: "A lock is made after everything that stands on its resource, and lifted before that changes.",
  reason:
    "It keeps role assignments, private endpoints and settings from being deleted too: applies fail after a part of the changes.",
  source: "Learn: Lock your Azure resources to protect your infrastructure; docs/decisions/0006-locks-follow-roles.md",
  controls: ["MCSB AM-3"],
  example: {
    wrong: {
      resource: {
        azurerm_key_vault: { example: { name: "kv" } },
        azurerm_role_assignment: { example: attached },
        [LOCK]: { example: { scope: VAULT } },
      },
    },
    right: {
      resource: {
        azurerm_key_vault: { example: { name: "kv" } },
        azurerm_role_assignment: { example: attached },
        [LOCK]: { example: { scope: VAULT, depends_on: ["azurerm_role_assignment.example"] } },
      },
    },
  },
  *waits(stack) {
    for (const resource of statefulIn(stack)) {
      const after = attachedTo(stack, resource);
      const locks = locksOf(stack, resource);
      // Where one of several waits, the others are too many: one of them was moved here from what has none now.
      const waiting = locks.filter((lock) => after.every((other) => stack.dependsOn(lock, other)));
      for (const lock of waiting.length > 0 ? waiting : locks) {
        yield { resource: lock, after: [...after, ...settingsFor(stack, resource, lock)] };
      }
    }
  },
});

/** What stands on a resource, so that a lock of it keeps that from being deleted. */
function attachedTo(stack: Stack, resource: Resource): Resource[] {
  return [
    // What must not be there is told by its own rules.
    ...assignmentsOf(stack)
      .filter(({ scope, stranger }) => stranger === undefined && stack.names(scope, resource))
      .map((assignment) => assignment.resource),
    ...privateEndpoints(stack)
      .filter(({ target }) => stack.names(target, resource))
      .map((endpoint) => endpoint.resource),
    ...stack
      .resources("Microsoft.MachineLearningServices/workspaces/outboundRules")
      .filter((rule) => stack.names(targetOf(rule), resource)),
  ];
}

/** The diagnostic settings that a lock must wait for: of several with one target, one. */
function settingsFor(stack: Stack, resource: Resource, lock: Resource): Resource[] {
  const settings = stack
    .resources("azurerm_monitor_diagnostic_setting")
    .filter(({ content }) => stack.target(content.target_resource_id) === resource);
  const targets = settings
    .filter((setting) => stack.dependsOn(lock, setting))
    .map(({ content }) => content.target_resource_id);
  return settings.filter(({ content }) => !targets.includes(content.target_resource_id));
}
