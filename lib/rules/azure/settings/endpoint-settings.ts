import { valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";

const ENDPOINT = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";
const KEPT = ["body.properties.authMode", "body.properties.publicNetworkAccess"];

/** Whether something keeps an online endpoint as it was made. */
export const ENDPOINT_SETTINGS_KEPT: Rule = {
  id: "azure-ml-endpoint-settings-kept",
  severity: "high",
  title: "An update keeps the settings of each online endpoint whose body is written once.",
  reason: "What somebody opened by hand would stay open: no plan looks at the body of the endpoint itself.",
  source: "docs/decisions/0008-traffic-is-a-second-step.md",
  controls: ["MCSB PV-2"],
  fix: "add an azapi_update_resource with authMode and publicNetworkAccess whose resource_id names it",
  example: { wrong: example({}), right: example({ settings: update() }) },
  check: (stack) =>
    stack
      .resources("azapi_resource")
      .filter(({ armType }) => armType === ENDPOINT)
      .filter((endpoint) => !isKept(endpoint, stack))
      .map((resource) => ({
        resource,
        argument: "",
        found: undefined,
        must: "must have an azapi_update_resource that keeps authMode and publicNetworkAccess",
      })),
};

function isKept(endpoint: Resource, stack: Stack): boolean {
  return stack
    .resources("azapi_update_resource")
    .filter(({ content }) => stack.target(content.resource_id) === endpoint)
    .some(({ content }) =>
      KEPT.every((argument) => valuesAt(content, argument).some(({ value }) => value !== undefined)),
    );
}

function update() {
  return {
    type: `${ENDPOINT}@2025-06-01`,
    resource_id: "${azapi_resource.example.id}",
    body: { properties: { authMode: "AADToken", publicNetworkAccess: "Disabled" } },
  };
}

function example(updates: Readonly<Record<string, object>>) {
  return {
    resource: {
      azapi_resource: { example: { type: `${ENDPOINT}@2025-06-01` } },
      azapi_update_resource: updates,
    },
  };
}
