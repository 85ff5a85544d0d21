import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { armTypeOf } from "../arm-id";
import { isOfAnotherTenant } from "../owner";
import { all, first } from "../read";

const NETWORK = "azurerm_virtual_network";
const GROUP = "azurerm_network_security_group";
const FLOW_LOG = "Microsoft.Network/networkWatchers/flowLogs";

/** What a flow log names beside its network, and what that must be. */
const PARTS = [
  ["parent_id", "microsoft.network/networkwatchers", "a network watcher"],
  ["body.properties.storageId", "microsoft.storage/storageaccounts", "the storage account of flow logs"],
  ["identity.identity_ids", "microsoft.managedidentity/userassignedidentities", "the identity that writes flow logs"],
] as const;

/** Rules about the records of a network's traffic. */
export const FLOW_LOGS: readonly Rule[] = [
  {
    id: "azure-network-flow-log",
    severity: "medium",
    title: "All traffic of a virtual network is recorded.",
    reason: "Nobody can tell afterwards who reached what.",
    source: "Azure Policy: Audit flow logs configuration for every virtual network (4c3c6c5f)",
    controls: ["MCSB LT-4", "CIS Azure 5.0.0 6.1.1.7"],
    fix: `add a resource of type ${FLOW_LOG} whose targetResourceId names it`,
    example: { wrong: { resource: { [NETWORK]: { example: {} } } }, right: example("data") },
    *check(stack) {
      // One that records a security group is told by its own rule.
      if (flowLogTargets(stack).some((target) => stack.target(target)?.type === GROUP)) return;
      for (const resource of stack.resources(NETWORK)) {
        const isRecorded = flowLogTargets(stack).some((target) => stack.names(target, resource));
        if (!isRecorded) yield { resource, argument: "", found: undefined, must: "must have a flow log" };
      }
    },
  },
  {
    id: "azure-flow-log-parts",
    severity: "medium",
    title: "A flow log is written with the platform's identity to the platform's storage account.",
    reason: "Records of one tenant's traffic would lie with another tenant, or nowhere.",
    source: "Learn: Managed identity for virtual network flow logs",
    controls: ["MCSB LT-4", "MCSB LT-6"],
    fix: "name the network watcher, the storage account and the identity of the hub by their ids",
    example: { wrong: example(""), right: example("data") },
    *check(stack) {
      for (const resource of stack.resources(FLOW_LOG)) {
        // One that records nothing is told by the network's rule.
        if (first(resource, "body.properties.targetResourceId") === undefined) continue;
        for (const [argument, type, what] of PARTS) {
          const values = argument.startsWith("identity") ? all(resource, argument) : [first(resource, argument)];
          if (values.length > 0 && values.every((value) => isOwn(stack, value, type))) continue;
          yield { resource, argument, found: values[0], must: `must be the id of ${what}` } satisfies Violation;
        }
      }
    },
  },
];

function flowLogTargets(stack: Stack): unknown[] {
  return [
    ...stack.resources(FLOW_LOG).map((log) => first(log, "body.properties.targetResourceId")),
    ...stack.resources("azurerm_network_watcher_flow_log").map(({ content }) => content.target_resource_id),
  ];
}

function isOwn(stack: Stack, value: unknown, type: string): boolean {
  return armTypeOf(stack, value) === type && !isOfAnotherTenant(stack, value);
}

function example(storage: string): Tree {
  const group = "/subscriptions/s/resourceGroups/hub/providers";
  return {
    resource: {
      [NETWORK]: { example: {} },
      azapi_resource: {
        example: {
          type: `${FLOW_LOG}@2024-05-01`,
          parent_id: `${group}/Microsoft.Network/networkWatchers/watcher`,
          identity: [{ identity_ids: [`${group}/Microsoft.ManagedIdentity/userAssignedIdentities/flow-logs`] }],
          body: {
            properties: {
              targetResourceId: `\${${NETWORK}.example.id}`,
              storageId: `${group}/Microsoft.Storage/storageAccounts/${storage}`,
            },
          },
        },
      },
    },
  };
}
