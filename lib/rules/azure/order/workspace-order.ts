import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import {
  deploymentsOf,
  outboundRulesOf,
  provisionsOf,
  rightSettingsOf,
  targetOf,
  tenantsOf,
} from "../managed-network/parts";
import { isOfWrongKind } from "../managed-network/outbound-rules";
import { privateEndpoints } from "../private-access/endpoint";
import { first } from "../read";
import { breaksIn } from "./chain";
import { order, type Wait } from "./order";

const ML = "Microsoft.MachineLearningServices/workspaces";
const WORKSPACE = "azurerm_machine_learning_workspace";
const ACCOUNT = "azurerm_cognitive_account";
const MODEL = "azurerm_cognitive_deployment";
const WORKSPACE_ID = `\${${WORKSPACE}.ws.id}`;
const ENDPOINT_ID = "${azapi_resource.endpoint.id}";

const ws = { [WORKSPACE]: { ws: { name: "ws" } } };
const provision = { type: `${ML}@2025-06-01`, action: "provisionManagedNetwork", resource_id: WORKSPACE_ID };
const settings = {
  type: `${ML}@2025-06-01`,
  resource_id: WORKSPACE_ID,
  body: { properties: { managedNetwork: { firewallSku: "Basic" } } },
};
const outbound = { type: `${ML}/outboundRules@2025-06-01`, parent_id: WORKSPACE_ID };
const endpoint = { type: `${ML}/onlineEndpoints@2025-06-01`, parent_id: WORKSPACE_ID };
const deployment = { type: `${ML}/onlineEndpoints/deployments@2025-06-01`, parent_id: ENDPOINT_ID, name: "blue" };
const update = { type: `${ML}/onlineEndpoints@2025-06-01`, resource_id: ENDPOINT_ID };

/** Rules about the order in which a workspace is built and taken down. */
export const WORKSPACE_ORDER: readonly Rule[] = [
  order({
    id: "azure-order-firewall",
    severity: "low",
    title: "A managed network is provisioned after its firewall was chosen.",
    reason: "The first rule that names a host creates the firewall, of SKU Standard when no other was chosen.",
    source: "Learn: Workspace managed virtual network isolation",
    controls: ["MCSB NS-3"],
    example: example({ ...ws, azapi_update_resource: { settings } }, "azapi_resource_action", "provision", provision, [
      "azapi_update_resource.settings",
    ]),
    *waits(stack) {
      for (const workspace of stack.resources(WORKSPACE)) {
        const after = rightSettingsOf(stack, workspace);
        for (const resource of provisionsOf(stack, workspace)) yield { resource, after };
      }
    },
  }),
  order({
    id: "azure-order-managed-network",
    severity: "medium",
    title: "Rules, compute and endpoints come after the managed network, and compute and endpoints after its rules.",
    reason:
      "Provisioning can overwrite rules that were made before it; compute without it is refused, and an online deployment fails.",
    source: "Learn: Workspace managed virtual network isolation",
    controls: ["MCSB NS-2"],
    example: example({ ...ws, azapi_resource_action: { provision } }, "azapi_resource", "endpoint", endpoint, [
      "azapi_resource_action.provision",
    ]),
    *waits(stack) {
      for (const workspace of stack.resources(WORKSPACE)) {
        const rules = outboundRulesOf(stack, workspace);
        // Rules that do not come one after another are told by their own rule.
        if (breaksIn(stack, rules).length > 0) continue;
        const provisions = provisionsOf(stack, workspace);
        for (const resource of rules) yield { resource, after: provisions };
        const tenants = tenantsOf(stack, workspace);
        const known = rules.filter((rule) => tenants.some((tenant) => stack.dependsOn(tenant, rule)));
        // A rule that was added at the end of the chain is nothing that what is there has to wait for.
        const awaited = known.length > 0 ? known : rules.filter((rule) => !isOfWrongKind(stack, rule));
        for (const resource of tenants) yield { resource, after: [...provisions, ...awaited] };
      }
    },
  }),
  order({
    id: "azure-order-outbound-rules",
    severity: "medium",
    title: "The outbound rules of a workspace are made one after another.",
    reason: "Azure changes one rule of a workspace at a time, and loses rules when several change at once.",
    source: "GitHub: Azure/terraform-provider-azapi#453",
    controls: ["MCSB NS-2"],
    example: {
      wrong: { resource: { ...ws, azapi_resource: { first: outbound, second: outbound } } },
      right: {
        resource: {
          ...ws,
          azapi_resource: { first: outbound, second: { ...outbound, depends_on: ["azapi_resource.first"] } },
        },
      },
    },
    *waits(stack) {
      for (const workspace of stack.resources(WORKSPACE)) {
        yield* breaksIn(stack, outboundRulesOf(stack, workspace), provisionsOf(stack, workspace));
      }
    },
  }),
  order({
    id: "azure-order-outbound-target",
    severity: "low",
    title: "A managed network's private endpoint to a resource is made after the resource's own ones.",
    reason: "Azure works on one change of the resource at a time, and refuses the other.",
    source: "Learn: Manage Azure private endpoints",
    controls: ["MCSB NS-2"],
    example: example(
      {
        ...ws,
        [ACCOUNT]: { openai: { name: "oai" } },
        azurerm_private_endpoint: { openai: { private_service_connection: privateConnection() } },
      },
      "azapi_resource",
      "rule",
      { ...outbound, body: { properties: { destination: { serviceResourceId: `\${${ACCOUNT}.openai.id}` } } } },
      ["azurerm_private_endpoint.openai"],
    ),
    *waits(stack) {
      for (const resource of stack.resources(`${ML}/outboundRules`)) {
        const target = stack.target(targetOf(resource));
        if (target !== undefined) yield { resource, after: endpointsTo(stack, target) };
      }
    },
  }),
  order({
    id: "azure-order-openai",
    severity: "low",
    title: "Models and private endpoints of an Azure OpenAI account are made one after another.",
    reason: "Azure takes one change of an account at a time, and refuses the others.",
    source: "GitHub: hashicorp/terraform-provider-azurerm#22607",
    controls: ["MCSB AM-2"],
    example: {
      wrong: { resource: { ...models([]) } },
      right: { resource: { ...models([`${MODEL}.chat`]) } },
    },
    *waits(stack) {
      for (const account of stack.resources(ACCOUNT)) {
        const deployed = stack
          .resources(MODEL)
          .filter(({ content }) => stack.target(content.cognitive_account_id) === account);
        yield* breaksIn(stack, deployed);
        for (const resource of endpointsTo(stack, account)) yield { resource, after: deployed };
      }
    },
  }),
  order({
    id: "azure-order-deployments",
    severity: "low",
    title: "A deployment is made after the settings of its endpoint are written.",
    reason: "Azure takes one change of an endpoint at a time: the deployment or the settings would fail.",
    source: "docs/decisions/0008-traffic-is-a-second-step.md",
    controls: ["MCSB AM-3"],
    example: example(
      { ...ws, azapi_update_resource: { settings: { ...update, body: { properties: { authMode: "AADToken" } } } } },
      "azapi_resource",
      "blue",
      deployment,
      ["azapi_update_resource.settings"],
      { endpoint },
    ),
    *waits(stack) {
      for (const made of endpointsIn(stack)) {
        const after = updatesOf(stack, made).filter(
          (other) => other.type === "azapi_update_resource" && first(other, "body.properties.authMode") !== undefined,
        );
        for (const resource of deploymentsOf(stack, made)) yield { resource, after };
      }
    },
  }),
  order({
    id: "azure-order-traffic",
    severity: "low",
    title: "Traffic is moved after the deployments that get it are there, and ends before they are destroyed.",
    reason: "Azure refuses traffic to a deployment that is not there, and deletes no deployment that has live traffic.",
    source: "Learn: Perform safe rollout of new deployments for real-time inference",
    controls: ["MCSB AM-3"],
    example: example(
      { ...ws },
      "azapi_update_resource",
      "traffic",
      { ...update, body: { properties: { traffic: { blue: 100 } } } },
      ["azapi_resource.blue"],
      {},
      { azapi_resource: { endpoint, blue: deployment } },
    ),
    *waits(stack) {
      for (const made of endpointsIn(stack)) {
        const after = deploymentsOf(stack, made);
        yield* updatesOf(stack, made)
          .filter((other) => trafficOf(other) !== undefined || other.content.when === "destroy")
          .map((resource): Wait => ({ resource, after }));
      }
    },
  }),
];

function endpointsIn(stack: Stack): Resource[] {
  return stack.resources(`${ML}/onlineEndpoints`).filter(({ type }) => type === "azapi_resource");
}

/** Updates of an endpoint, and actions on it. */
function updatesOf(stack: Stack, made: Resource): Resource[] {
  return stack
    .resources(`${ML}/onlineEndpoints`)
    .filter(({ content }) => content.resource_id !== undefined && stack.target(content.resource_id) === made);
}

function trafficOf(resource: Resource): unknown {
  return resource.type === "azapi_update_resource" ? first(resource, "body.properties.traffic") : undefined;
}

function endpointsTo(stack: Stack, target: Resource): Resource[] {
  return privateEndpoints(stack)
    .filter((other) => stack.target(other.target) === target)
    .map(({ resource }) => resource);
}

function privateConnection(): Tree {
  return { private_connection_resource_id: `\${${ACCOUNT}.openai.id}`, subresource_names: ["account"] };
}

function models(depends_on: string[]): Tree {
  const cognitive_account_id = `\${${ACCOUNT}.openai.id}`;
  return {
    [ACCOUNT]: { openai: { name: "oai" } },
    [MODEL]: { chat: { cognitive_account_id }, embeddings: { cognitive_account_id, depends_on } },
  };
}

/** A stack in which a resource does not wait for another one, and one in which it does. */
function example(
  blocks: Tree,
  type: string,
  name: string,
  content: Tree,
  depends_on: string[],
  beside: Tree = {},
  more: Tree = {},
) {
  const all = (own: Tree) => ({ resource: { ...blocks, ...more, [type]: { ...beside, [name]: own } } });
  return { wrong: all(content), right: all({ ...content, depends_on }) };
}
