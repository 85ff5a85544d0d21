import { isMap } from "../../../terraform/tree";
import { absent } from "../../expectation";
import type { Rule } from "../../rule";
import { settings } from "../../setting";
import { isKnownAzapi } from "./azapi-type";

const ML = "Microsoft.MachineLearningServices/workspaces";
const AZAPI = ["azapi_resource", "azapi_update_resource", "azapi_resource_action"];
const LITERAL = /^\/subscriptions\//i;

/** Bodies that the provider adds to what the file shows. */
const SENSITIVE_BODIES = AZAPI.flatMap((type) =>
  settings(
    type,
    [
      {
        id: `azure-${type.replaceAll("_", "-")}-sensitive-body`,
        severity: "critical",
        title: `Resources of type ${type} have no sensitive_body.`,
        argument: "sensitive_body",
        must: absent({ properties: { publicNetworkAccess: "Enabled" } }),
        mayBeAbsent: true,
        reason: "It is merged into the body and wins over it, and plans do not show it.",
        source: "Terraform azapi provider: azapi_resource",
        controls: ["MCSB PV-2", "MCSB IM-8"],
      },
    ],
    { has: isKnownAzapi, example: { resource: { [type]: { example: { type: `${ML}/computes@2025-06-01` } } } } },
  ),
);

/** Whether a body can be read before Terraform runs. */
const READABLE: Rule = {
  id: "azure-azapi-body-readable",
  severity: "high",
  title: "Bodies of azapi resources are written out.",
  reason: "What an expression gives is known to Terraform alone, so that no rule sees what is sent to Azure.",
  source: "Terraform azapi provider: azapi_resource",
  controls: ["MCSB PV-2"],
  fix: "write body as a map",
  example: {
    wrong: update({ body: "${jsonencode({ properties = {} })}" }),
    right: update({ body: { properties: {} } }),
  },
  check: (stack) =>
    AZAPI.flatMap((type) => stack.resources(type))
      .filter((resource) => isKnownAzapi(resource))
      .filter(({ content: { body } }) => body !== undefined && body !== null && !isMap(body))
      .map((resource) => ({ resource, argument: "body", found: resource.content.body, must: "must be a map" })),
};

/** Whether updates and actions are about what the stack has. */
const OWN: Rule = {
  id: "azure-azapi-target",
  severity: "critical",
  title: "Updates and actions of azapi are about resources of their own stack.",
  reason: "They change what is there, and that would be another tenant's.",
  source: "Learn: Overview of the Terraform AzAPI provider",
  controls: ["MCSB AM-4", "MCSB PV-2"],
  fix: "set resource_id to a reference to a resource of this stack",
  example: {
    wrong: update({ resource_id: "/subscriptions/x/resourceGroups/x/providers/x/y/z" }),
    right: update({ resource_id: "${azurerm_machine_learning_workspace.example.id}" }),
  },
  check: (stack) =>
    ["azapi_update_resource", "azapi_resource_action"]
      .flatMap((type) => stack.resources(type))
      .filter((resource) => isKnownAzapi(resource))
      .filter(({ content: { resource_id: id } }) => typeof id === "string" && LITERAL.test(id))
      .map((resource) => ({
        resource,
        argument: "resource_id",
        found: resource.content.resource_id,
        must: "must refer to a resource of this stack",
      })),
};

function update(content: object) {
  return { resource: { azapi_update_resource: { example: { type: `${ML}@2025-06-01`, ...content } } } };
}

/** What azapi sends, and to which resource. */
export const AZAPI_REQUEST: readonly Rule[] = [...SENSITIVE_BODIES, READABLE, OWN];
