import { isMap } from "../../../terraform/tree";
import { absent, is, matching, noneOf } from "../../expectation";
import { each } from "../../list-expectation";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Selection } from "../../selection";
import { settings } from "../../setting";
import { isKnownAzapi } from "./azapi-type";

const ML = "Microsoft.MachineLearningServices/workspaces";
const COMPUTES = `${ML}/computes`;
const SECRETS = /(key|token|secret|credential|\bsas\b|connectionstring|\$\{)/i;

/** What azapi writes of a type that rules know; of others a rule says that they do not. */
function known(type: string): Selection {
  return { has: isKnownAzapi, example: { resource: { [type]: { example: { type: `${COMPUTES}@2025-06-01` } } } } };
}

/** What updates may not write into a workspace, of which azurerm writes the rest. */
const WORKSPACE = settings(ML, [
  {
    id: "azure-azapi-public-network-access",
    severity: "high",
    title: "Updates of workspaces do not open them to public networks.",
    argument: "body?.properties?.publicNetworkAccess",
    must: is("Disabled", "Enabled"),
    mayBeAbsent: true,
    reason: "Any network could reach the workspace.",
    source: "Learn: Microsoft cloud security benchmark, NS-2: Secure cloud native services with network controls",
    controls: ["MCSB NS-2"],
  },
  {
    id: "azure-azapi-v1-legacy-mode",
    severity: "high",
    title: "Updates of workspaces do not turn on their old mode.",
    argument: "body?.properties?.v1LegacyMode",
    must: is(false),
    mayBeAbsent: true,
    reason: "The workspace would have no managed network.",
    source: "Learn: Network isolation change with the v2 API platform on Azure Resource Manager",
    controls: ["MCSB NS-2"],
  },
]);

const MADE = settings(
  "azapi_resource",
  [
    ...["identity", "location", "tags"].map((name) => ({
      id: `azure-azapi-body-${name}`,
      severity: "medium" as const,
      title: `Bodies of azapi resources have no ${name}.`,
      argument: `body?.${name}`,
      must: absent({ x: "y" }),
      mayBeAbsent: true as const,
      reason: `The argument ${name} counts, and what the body says is refused, or differs from it in each plan.`,
      source: "Terraform azapi provider: azapi_resource",
      controls: ["MCSB PV-2"] as const,
      fix: `move it to the argument ${name}`,
    })),
    {
      id: "azure-azapi-schema-validation",
      severity: "medium",
      title: "The provider azapi checks bodies against their type.",
      argument: "schema_validation_enabled",
      must: is(true),
      mayBeAbsent: true,
      reason: "A misspelled property would be sent, and Azure ignores what it does not know.",
      source: "Terraform azapi provider: azapi_resource",
      controls: ["MCSB PV-2"],
    },
  ],
  known("azapi_resource"),
);

const WHOLE_ANSWER = ["azapi_resource", "azapi_update_resource", "azapi_resource_action"].flatMap((type) =>
  settings(
    type,
    [
      {
        id: `azure-${type.replaceAll("_", "-")}-answer`,
        severity: "medium",
        title: `Resources of type ${type} keep named parts of Azure's answers.`,
        argument: "response_export_values",
        must: { ...each(noneOf(["*"], "properties.provisioningState")), right: [], wrong: ["*"], holds: isNamed },
        mayBeAbsent: true,
        reason: "All of an answer would stand in the state, with whatever secrets Azure puts into it.",
        source: "Terraform azapi provider: azapi_resource, response_export_values",
        controls: ["MCSB IM-8"],
        fix: "name the values that are needed",
      },
    ],
    { ...known(type), has: (resource) => isKnownAzapi(resource) && !asksForSecrets(resource) },
  ),
);

const ACTIONS = settings(
  "azapi_resource_action",
  [
    {
      id: "azure-azapi-action-secrets",
      severity: "critical",
      title: "No action asks Azure for keys, tokens or secrets.",
      argument: "action",
      must: matching(new RegExp(`^(?!.*${SECRETS.source})`, "i"), "must not ask for keys", {
        right: "provisionManagedNetwork",
        wrong: "listKeys",
      }),
      mayBeAbsent: true,
      reason: "The answer would stand in the state, and whoever reads the state would get in.",
      source: "Terraform azapi provider: azapi_resource_action",
      controls: ["MCSB IM-8"],
      fix: "use a role of Entra in place of the key",
    },
  ],
  known("azapi_resource_action"),
);

/** Whether an action answers with keys, by its name. */
export function asksForSecrets({ content: { action } }: Resource): boolean {
  return typeof action === "string" && SECRETS.test(action);
}

function isNamed(value: unknown): boolean {
  const values = isMap(value) ? Object.values(value) : Array.isArray(value) ? (value as unknown[]) : [value];
  return !values.includes("*");
}

/** What azapi sends to Azure, and what it keeps of the answer. */
export const AZAPI_BODY: readonly Rule[] = [...WORKSPACE, ...MADE, ...WHOLE_ANSWER, ...ACTIONS];
