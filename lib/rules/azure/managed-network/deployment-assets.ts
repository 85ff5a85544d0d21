import { list } from "../../blocks";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { isWorkspaceOfEndpoints } from "../access/endpoint-workspace";
import { parseArmId } from "../arm-id";
import { first } from "../read";

const ML = "Microsoft.MachineLearningServices/workspaces";
const ASSETS = ["model", "environmentId", "codeConfiguration?.codeId"].map((name) => `body.properties.${name}`);
const REGISTRY = "azureml://registries/";

/** A deployment runs what its own workspace has. */
export const DEPLOYMENT_ASSETS: Rule = {
  id: "azure-deployment-assets",
  severity: "high",
  title: "A deployment runs models, environments and code of its own workspace, or of a registry.",
  reason: "Another workspace's are another tenant's: its models would be copied out, or its code run here.",
  source: "Learn: Deploy machine learning models to online endpoints",
  controls: ["MCSB DS-2", "MCSB DP-2"],
  fix: "name an asset of the workspace that holds the endpoint, or one of a registry",
  example: { wrong: example("other"), right: example("ws") },
  *check(stack) {
    for (const resource of stack.resources(`${ML}/onlineEndpoints/deployments`)) {
      const workspace = workspaceNameOf(stack, resource);
      if (workspace === undefined) continue;
      for (const argument of ASSETS) {
        const found = first(resource, argument);
        if (found === undefined || isAssetOf(stack, workspace, found)) continue;
        const must = `must be an asset of the workspace ${workspace}, or of a registry`;
        yield { resource, argument: argument.replaceAll("?", ""), found, must };
      }
    }
  },
};

/** The name of the workspace that holds a deployment's endpoint. */
function workspaceNameOf(stack: Stack, { content }: Resource): string | undefined {
  const endpoint = stack.target(content.parent_id);
  const parent = endpoint?.content.parent_id;
  if (!isWorkspaceOfEndpoints(stack, parent)) return undefined;
  const name = referenceOf(parent) === undefined ? parseArmId(parent)?.name : stack.target(parent)?.content.name;
  return typeof name === "string" ? name : undefined;
}

function isAssetOf(stack: Stack, workspace: string, id: unknown): boolean {
  const groups = stack.resources("azurerm_resource_group").map(({ content }) => String(content.name).toLowerCase());
  return list(id).every((one) => {
    if (typeof one !== "string") return false;
    if (one.startsWith(REGISTRY)) return true;
    const { type = "", top, resourceGroup = "" } = parseArmId(one) ?? {};
    if (type.startsWith("microsoft.machinelearningservices/registries")) return true;
    if (!type.startsWith(`${ML.toLowerCase()}/`)) return false;
    return top?.toLowerCase() === workspace.toLowerCase() || groups.includes(resourceGroup);
  });
}

function example(workspace: string): Tree {
  const model = `/subscriptions/s/resourceGroups/ml/providers/${ML}/${workspace}/models/churn/versions/1`;
  return {
    resource: {
      azurerm_machine_learning_workspace: { ws: { name: "ws" } },
      azapi_resource: {
        endpoint: {
          type: `${ML}/onlineEndpoints@2025-06-01`,
          parent_id: "${azurerm_machine_learning_workspace.ws.id}",
        },
        blue: {
          type: `${ML}/onlineEndpoints/deployments@2025-06-01`,
          parent_id: "${azapi_resource.endpoint.id}",
          body: { properties: { model } },
        },
      },
    },
  };
}
