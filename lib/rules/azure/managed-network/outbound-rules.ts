import { PRIVATE_ENDPOINT_TARGETS } from "../../../config/private-endpoint-targets";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { armTypeOf } from "../arm-id";
import { all, first } from "../read";
import { isModeFixed, modeOf } from "./isolation-mode";
import { isModeRight, targetOf, workspaceOf } from "./parts";

const OUTBOUND = "Microsoft.MachineLearningServices/workspaces/outboundRules";
const WORKSPACE = "azurerm_machine_learning_workspace";
const PARENT = `\${${WORKSPACE}.example.id}`;

const SUBRESOURCES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(PRIVATE_ENDPOINT_TARGETS).map(([type, { subresources }]) => [type.toLowerCase(), subresources]),
);

/** Rules about what a managed network may reach. */
export const OUTBOUND_RULES: readonly Rule[] = [
  {
    id: "azure-outbound-rule-kind",
    severity: "high",
    title: "Hosts and service tags are named only where a managed network lets nothing else out.",
    reason:
      "In AllowInternetOutbound everything is let out: the rule would promise what does not hold, and Azure refuses it.",
    source: "Learn: Workspace managed virtual network isolation",
    controls: ["MCSB NS-1", "MCSB NS-2"],
    fix: "remove the rule, or make the workspace with AllowOnlyApprovedOutbound",
    example: {
      wrong: example("AllowInternetOutbound", { type: "FQDN", destination: "pypi.org" }),
      right: example("AllowOnlyApprovedOutbound", { type: "FQDN", destination: "pypi.org" }),
    },
    *check(stack) {
      for (const resource of stack.resources(OUTBOUND)) {
        if (!isOfWrongKind(stack, resource)) continue;
        const argument = "body.properties.type";
        yield { resource, argument, found: first(resource, argument), must: 'must be "PrivateEndpoint"' };
      }
    },
  },
  {
    id: "azure-outbound-subresource",
    severity: "low",
    title: "A private endpoint rule names a sub-resource that its target has.",
    reason: "Neither validate nor plan notices: the rule fails after the managed network was made.",
    source: "Learn: Azure Private Endpoint private DNS zone values",
    controls: ["MCSB NS-2"],
    fix: "take target and sub-resource from one row of docs/outbound-rules.md",
    example: { wrong: subresource("vault"), right: subresource("blob") },
    *check(stack) {
      for (const resource of stack.resources(OUTBOUND)) {
        const wrong = misfitOf(stack, resource);
        if (wrong !== undefined) yield { resource, ...wrong };
      }
    },
  },
  {
    id: "azure-outbound-lock",
    severity: "medium",
    title: "Outbound rules and settings of a managed network lock their workspace while they are written.",
    reason: "Azure changes one rule of a workspace at a time, and loses rules when several change at once.",
    source: "GitHub: Azure/terraform-provider-azapi#453",
    controls: ["MCSB NS-2"],
    fix: "set locks to the workspace's id",
    example: { wrong: locked([]), right: locked([PARENT]) },
    *check(stack) {
      const updates = stack
        .resources("Microsoft.MachineLearningServices/workspaces")
        .filter((update) => first(update, "body.properties.managedNetwork") !== undefined && isModeRight(update));
      for (const resource of [...stack.resources(OUTBOUND), ...updates]) {
        if (resource.type === "azapi_resource_action") continue;
        const workspace = resource.content.parent_id ?? resource.content.resource_id;
        const locks = all(resource, "locks");
        const isLocked = locks.some(
          (id) => id === workspace || referenceOf(id)?.address.startsWith(`${WORKSPACE}.`) === true,
        );
        if (isLocked) continue;
        const found = locks.length === 0 ? undefined : locks;
        yield { resource, argument: "locks", found, must: "must have the workspace's id" };
      }
    },
  },
];

/** Whether a rule names a host or a service tag where everything is let out. */
export function isOfWrongKind(stack: Stack, rule: Resource): boolean {
  const workspace = workspaceOf(stack, rule);
  // A mode that is not the one that was fixed is told by its own rule.
  if (workspace === undefined || !isModeFixed(stack, workspace)) return false;
  return first(rule, "body.properties.type") !== "PrivateEndpoint" && modeOf(workspace) === "AllowInternetOutbound";
}

function misfitOf(stack: Stack, rule: Resource) {
  if (first(rule, "body.properties.type") !== "PrivateEndpoint") return undefined;
  const target = targetOf(rule);
  const argument = "body.properties.destination.serviceResourceId";
  if (typeof target !== "string" || target === "")
    return { argument, found: target, must: "must be the id of a resource" };
  const type = armTypeOf(stack, target);
  const allowed = SUBRESOURCES.get(type ?? "");
  if (type === undefined && !target.includes("${"))
    return { argument, found: target, must: "must be the id of a resource" };
  const found = first(rule, "body.properties.destination?.subresourceTarget");
  if (allowed === undefined || allowed.includes(String(found))) return undefined;
  return {
    argument: "body.properties.destination.subresourceTarget",
    found,
    must: `must be ${allowed.join(" or ")}, which ${String(type)} has`,
  };
}

function rule(properties: Tree, more: Tree = {}): Tree {
  return {
    azapi_resource: { example: { type: `${OUTBOUND}@2025-06-01`, parent_id: PARENT, body: { properties }, ...more } },
  };
}

function example(isolation_mode: string, properties: Tree): Tree {
  return { resource: { [WORKSPACE]: { example: { managed_network: { isolation_mode } } }, ...rule(properties) } };
}

function privateEndpoint(group: string, subresourceTarget: string): Tree {
  const serviceResourceId = `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/lake`;
  return { type: "PrivateEndpoint", destination: { serviceResourceId, subresourceTarget } };
}

function subresource(name: string): Tree {
  return { resource: rule(privateEndpoint("shared-data", name)) };
}

function locked(locks: string[]): Tree {
  return { resource: rule({ type: "FQDN", destination: "pypi.org" }, { locks }) };
}
