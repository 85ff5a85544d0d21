import { isExpression } from "../../references";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

const ML = "Microsoft.MachineLearningServices/workspaces";
const COMPUTES = `${ML}/computes`;
const ENDPOINTS = `${ML}/onlineEndpoints`;

/** The ARM types that rules know, by what writes them. A workspace is made by azurerm, and azapi adds to it. */
const KNOWN: Readonly<Record<string, readonly [string, ...string[]]>> = {
  azapi_resource: [
    ENDPOINTS,
    `${ENDPOINTS}/deployments`,
    COMPUTES,
    `${ML}/outboundRules`,
    "Microsoft.Network/networkWatchers/flowLogs",
  ],
  azapi_update_resource: [ENDPOINTS, COMPUTES, ML],
  azapi_resource_action: [ENDPOINTS, COMPUTES, ML],
};

/** Whether rules know what azapi writes there. */
export const AZAPI_TYPE: Rule = {
  id: "azure-azapi-type",
  severity: "critical",
  title: "The provider azapi writes only types that these rules know.",
  reason:
    "It can write everything that Azure has: roles, open networks, peerings and secrets, past all rules about them.",
  source: "Learn: Overview of the Terraform AzAPI provider",
  controls: ["MCSB PV-2", "MCSB AM-2"],
  fix: "use the provider azurerm",
  example: { wrong: example("Microsoft.Authorization/roleAssignments"), right: example(ENDPOINTS) },
  check: (stack) =>
    stack.all
      .filter((resource) => resource.type.startsWith("azapi_") && isArmType(resource) && !isKnownAzapi(resource))
      .map((resource) => {
        const known = KNOWN[resource.type];
        return known === undefined
          ? { resource, argument: "", found: undefined, must: "must not be there" }
          : { resource, argument: "type", found: resource.content.type, must: `must be of ${known.join(" or ")}` };
      }),
};

/** Whether rules know the ARM type of a resource of azapi. Of others they say no more than that. */
export function isKnownAzapi({ type, armType = "" }: Resource): boolean {
  return KNOWN[type]?.some((known) => known.toLowerCase() === armType.toLowerCase()) === true;
}

/** Whether its type is one of Azure's or may become one; the provider refuses all others. */
function isArmType({ armType = "" }: Resource): boolean {
  return armType.includes("/") || isExpression(armType);
}

function example(type: string) {
  return { resource: { azapi_resource: { example: { type: `${type}@2025-06-01` } } } };
}
