import { valuesAt } from "../../blocks";
import type { Rule } from "../../rule";

const ENDPOINT = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";
const KEPT = ["body.properties.authMode", "body.properties.publicNetworkAccess"];

/** Whether the update that keeps an online endpoint as it was made keeps what opens it. */
export const ENDPOINT_SETTINGS: Rule = {
  id: "azure-ml-endpoint-settings",
  severity: "high",
  title: "The update of an online endpoint's settings keeps how it is opened.",
  reason: "What somebody opened by hand would stay open: no plan looks at the body of the endpoint itself.",
  source: "docs/decisions/0008-traffic-is-a-second-step.md",
  controls: ["MCSB PV-2"],
  fix: 'set authMode to "AADToken" and publicNetworkAccess to "Disabled"',
  example: { wrong: update({}), right: update({ authMode: "AADToken", publicNetworkAccess: "Disabled" }) },
  *check(stack) {
    for (const resource of stack.resources(ENDPOINT)) {
      if (resource.type !== "azapi_update_resource") continue;
      if (valuesAt(resource.content, "body.properties?.traffic").some(({ value }) => value !== undefined)) continue;
      const argument = KEPT.find((place) =>
        valuesAt(resource.content, place).every(({ value }) => value === undefined),
      );
      if (argument !== undefined) yield { resource, argument, found: undefined, must: "must be set" };
    }
  },
};

function update(properties: Readonly<Record<string, string>>) {
  return { resource: { azapi_update_resource: { example: { type: `${ENDPOINT}@2025-06-01`, body: { properties } } } } };
}
