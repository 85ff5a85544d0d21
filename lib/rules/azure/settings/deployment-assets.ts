import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";

const ML = "Microsoft.MachineLearningServices";
const DEPLOYMENT = `${ML}/workspaces/onlineEndpoints/deployments`;

/** Where a deployment names what it runs, and the kind of asset that this is. */
const ASSETS: readonly (readonly [argument: string, kind: string])[] = [
  ["body.properties.model", "models"],
  ["body.properties.environmentId", "environments"],
  ["body.properties.codeConfiguration.codeId", "codes"],
];

const ASSET = new RegExp(
  `^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${ML.replace(".", "\\.")}/(workspaces|registries)/([^/]+)/([^/]+)/[^/]+/versions/[^/]+$`,
  "i",
);
const IN_REGISTRY = /^azureml:\/\/registries\/[^/]+\/([^/]+)\/[^/]+\/versions\/[^/]+$/;

/** Whether deployments run what was registered for them. */
export const DEPLOYMENT_ASSETS: Rule = {
  id: "azure-ml-deployment-assets",
  severity: "high",
  title: "Online deployments run versions of assets of their own workspace, or of a registry.",
  reason: "The model of another tenant would answer, or one that can be exchanged without a word.",
  source: "Learn, REST reference, Online Deployments - Create Or Update",
  controls: ["MCSB NS-1", "MCSB DS-6"],
  fix: "write the whole id of a version of a model, an environment or code in the endpoint's workspace or in a registry",
  example: { wrong: example("azureml:churn:1"), right: example("azureml://registries/acme/models/churn/versions/1") },
  check: (stack) =>
    stack
      .resources(DEPLOYMENT)
      .flatMap((resource) => ASSETS.flatMap((asset) => violation(stack, resource, asset) ?? [])),
};

function violation(stack: Stack, resource: Resource, [argument, kind]: (typeof ASSETS)[number]): Violation | undefined {
  const found = valuesAt(resource.content, argument)[0]?.value;
  if (found === undefined) return undefined;
  const text = typeof found === "string" ? found : "";
  if (IN_REGISTRY.exec(text)?.[1] === kind) return undefined;

  const [, holder, name, foundKind] = ASSET.exec(text) ?? [];
  const must = `must be the id of a version in ${kind}, of the endpoint's workspace or a registry`;
  if (foundKind?.toLowerCase() !== kind) return { resource, argument, found, must };
  if (holder?.toLowerCase() === "registries") return undefined;
  const own = workspaceName(stack, resource);
  return own === undefined || own === name?.toLowerCase() ? undefined : { resource, argument, found, must };
}

/** The name of the workspace that holds the endpoint of a deployment; undefined when the stack does not say. */
function workspaceName(stack: Stack, { content }: Resource): string | undefined {
  const workspace = stack.target(content.parent_id)?.content.parent_id;
  const name = stack.target(workspace)?.content.name ?? /\/workspaces\/([^/]+)$/i.exec(String(workspace))?.[1];
  return typeof name === "string" ? name.toLowerCase() : undefined;
}

function example(model: string) {
  const deployment = { type: `${DEPLOYMENT}@2025-06-01`, body: { properties: { model } } };
  return { resource: { azapi_resource: { example: deployment } } };
}
