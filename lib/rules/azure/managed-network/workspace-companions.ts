import type { Resource } from "../../resource";
import type { Rule, RuleText } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { all, first, isMade } from "../read";
import { isModeFixed, modeOf } from "./isolation-mode";
import { deploymentsOf, provisionsOf, settingsOf } from "./parts";

const ML = "Microsoft.MachineLearningServices/workspaces";
const WORKSPACE = "azurerm_machine_learning_workspace";
const CLUSTER = "azurerm_machine_learning_compute_cluster";

/** A rule that a resource has something beside it, which no argument of one type tells. */
interface Beside extends RuleText, Pick<Rule, "fix"> {
  readonly of: string;
  /** What must be there, as in "an action that provisions it". */
  readonly what: string;
  /** Which resources must have it. Default: all of the type. */
  readonly when?: (resource: Resource, stack: Stack) => boolean;
  readonly isThere: (resource: Resource, stack: Stack) => boolean;
  /** The blocks of an example without it, and with it. */
  readonly blocks: readonly [wrong: Tree, right: Tree];
}

const managed = (mode: string) => ({ [WORKSPACE]: { example: { managed_network: { isolation_mode: mode } } } });
const endpoint = (lifecycle: Tree = {}) => ({ example: { type: `${ML}/onlineEndpoints@2025-06-01`, lifecycle } });
const deployment = {
  type: `${ML}/onlineEndpoints/deployments@2025-06-01`,
  parent_id: "${azapi_resource.example.id}",
};
const toEndpoint = { type: `${ML}/onlineEndpoints@2025-06-01`, resource_id: "${azapi_resource.example.id}" };

/** What a workspace, its compute and its endpoints need beside them. */
export const WORKSPACE_COMPANIONS: readonly Rule[] = [
  beside({
    id: "azure-managed-network-provisioned",
    severity: "medium",
    title: "A workspace's managed network is provisioned by the stack.",
    reason:
      "An online deployment does not make the network and fails without it; rules that are made before it can be lost.",
    source: "Learn: Workspace managed virtual network isolation",
    controls: ["MCSB NS-2"],
    fix: "add an azapi_resource_action provisionManagedNetwork with the workspace's id",
    of: WORKSPACE,
    what: "an action that provisions its managed network",
    when: hasNetwork,
    isThere: (workspace, stack) => provisionsOf(stack, workspace).length > 0,
    blocks: [
      managed("AllowInternetOutbound"),
      {
        ...managed("AllowInternetOutbound"),
        azapi_resource_action: {
          example: {
            type: `${ML}@2025-06-01`,
            action: "provisionManagedNetwork",
            resource_id: `\${${WORKSPACE}.example.id}`,
          },
        },
      },
    ],
  }),
  beside({
    id: "azure-managed-network-firewall",
    severity: "low",
    title: "The SKU of a managed network's firewall is chosen before the network is made.",
    reason:
      "The first rule that names a host creates a firewall, of SKU Standard when no other was chosen, which costs more than Basic.",
    source: "Learn: Workspace managed virtual network isolation (pricing)",
    controls: ["MCSB NS-3"],
    fix: "add an azapi_update_resource of the workspace with properties.managedNetwork.firewallSku",
    of: WORKSPACE,
    what: "an update that chooses its firewall",
    when: (workspace, stack) => modeOf(workspace) === "AllowOnlyApprovedOutbound" && isModeFixed(stack, workspace),
    isThere: (workspace, stack) => settingsOf(stack, workspace).length > 0,
    blocks: [
      managed("AllowOnlyApprovedOutbound"),
      {
        ...managed("AllowOnlyApprovedOutbound"),
        azapi_update_resource: {
          example: {
            type: `${ML}@2025-06-01`,
            resource_id: `\${${WORKSPACE}.example.id}`,
            body: { properties: { managedNetwork: { firewallSku: "Basic" } } },
          },
        },
      },
    ],
  }),
  beside({
    id: "azure-workspace-image-build",
    severity: "medium",
    title: "A workspace builds its images on a cluster of its own.",
    reason: "A registry behind private endpoints cannot run its own build tasks: somebody would open it for them.",
    source: "Learn: Secure an Azure Machine Learning workspace with virtual networks",
    controls: ["MCSB NS-2", "MCSB DS-2"],
    fix: `add an ${CLUSTER} with the name in image_build_compute_name`,
    of: WORKSPACE,
    what: "a cluster that builds its images",
    when: ({ content }) => content.image_build_compute_name !== undefined,
    isThere: (workspace, stack) =>
      stack.resources(CLUSTER).some(({ content }) => content.name === workspace.content.image_build_compute_name),
    blocks: [
      { [WORKSPACE]: { example: { image_build_compute_name: "build" } } },
      { [WORKSPACE]: { example: { image_build_compute_name: "build" } }, [CLUSTER]: { example: { name: "build" } } },
    ],
  }),
  beside({
    id: "azure-compute-instance-idle",
    severity: "low",
    title: "A compute instance shuts down when nobody uses it.",
    reason: "An unused machine keeps its sign-ins, its mounts and its unpatched image.",
    source: "Azure Policy: Azure Machine Learning Compute Instance should have idle shutdown (679ddf89)",
    controls: ["MCSB AM-3"],
    fix: "add an azapi_resource_action updateIdleShutdownSetting with the instance's id",
    of: `${ML}/computes`,
    what: "an action that sets its idle shutdown",
    when: (compute) => isMade(compute) && first(compute, "body.properties.computeType") === "ComputeInstance",
    isThere: (compute, stack) =>
      stack
        .resources(`${ML}/computes`)
        .some(
          ({ content }) =>
            content.action === "updateIdleShutdownSetting" && stack.target(content.resource_id) === compute,
        ),
    blocks: [instance(false), instance(true)],
  }),
  beside({
    id: "azure-endpoint-settings",
    severity: "high",
    title: "What is ignored of an online endpoint is kept by an update of its settings.",
    reason:
      "Nobody would notice that somebody turned keys on, or public access, elsewhere: the endpoint itself is written once.",
    source: "docs/decisions/0008-traffic-is-a-second-step.md",
    controls: ["MCSB IM-1"],
    fix: "add an azapi_update_resource with the endpoint's id, authMode and publicNetworkAccess",
    of: `${ML}/onlineEndpoints`,
    what: "an update that keeps its settings",
    when: (resource) => isMade(resource) && all(resource, "lifecycle.ignore_changes").includes("body"),
    isThere: (resource, stack) =>
      stack.resources(`${ML}/onlineEndpoints`).some(
        (update) =>
          update.type === "azapi_update_resource" &&
          first(update, "body.properties.traffic") === undefined &&
          // One that writes elsewhere is told by its own rule, and may have been this one.
          [resource, undefined].includes(stack.target(update.content.resource_id)),
      ),
    blocks: [
      { azapi_resource: endpoint({ ignore_changes: ["body"] }) },
      { azapi_resource: endpoint({ ignore_changes: ["body"] }), azapi_update_resource: { example: toEndpoint } },
    ],
  }),
  beside({
    id: "azure-endpoint-drain",
    severity: "low",
    title: "All traffic is taken from an online endpoint before its deployments are destroyed.",
    reason: "Azure deletes no deployment with live traffic: destroying the stack would fail at the first one.",
    source:
      "Learn: Perform safe rollout of new deployments for real-time inference; docs/decisions/0008-traffic-is-a-second-step.md",
    controls: ["MCSB AM-3"],
    fix: 'add an azapi_resource_action with when "destroy" that puts the endpoint with empty traffic',
    of: `${ML}/onlineEndpoints`,
    what: "an action that takes its traffic away on destroy",
    when: (resource, stack) => isMade(resource) && deploymentsOf(stack, resource).length > 0,
    isThere: (resource, stack) =>
      stack
        .resources(`${ML}/onlineEndpoints`)
        .some(({ content }) => content.when === "destroy" && stack.target(content.resource_id) === resource),
    blocks: [
      { azapi_resource: { ...endpoint(), blue: deployment } },
      {
        azapi_resource: { ...endpoint(), blue: deployment },
        azapi_resource_action: { example: { ...toEndpoint, method: "PUT", when: "destroy" } },
      },
    ],
  }),
];

function beside({ of, what, when = () => true, isThere, blocks: [wrong, right], ...text }: Beside): Rule {
  return {
    ...text,
    example: { wrong: { resource: wrong }, right: { resource: right } },
    *check(stack) {
      for (const resource of stack.resources(of)) {
        if (!when(resource, stack) || isThere(resource, stack)) continue;
        yield { resource, argument: "", found: undefined, must: `must have ${what}` };
      }
    },
  };
}

function hasNetwork(workspace: Resource): boolean {
  const mode = modeOf(workspace);
  return mode !== undefined && mode !== "Disabled";
}

function instance(isShutDown: boolean): Tree {
  const action = {
    type: `${ML}/computes@2021-07-01`,
    action: "updateIdleShutdownSetting",
    resource_id: "${azapi_resource.example.id}",
  };
  return {
    azapi_resource: {
      example: { type: `${ML}/computes@2025-06-01`, body: { properties: { computeType: "ComputeInstance" } } },
    },
    ...(isShutDown ? { azapi_resource_action: { example: action } } : {}),
  };
}
