import { PRIVATE_ENDPOINT_TARGETS } from "../../../config/private-endpoint-targets";
import { maps, valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";
import { armTypeOf } from "../arm-id";
import { isFalse, isTrue } from "../read";

const RULE = "Microsoft.MachineLearningServices/workspaces/outboundRules";
const STORAGE = "/subscriptions/x/resourceGroups/x/providers/Microsoft.Storage/storageAccounts/x";
const VAULT = "/subscriptions/x/resourceGroups/x/providers/Microsoft.KeyVault/vaults/x";

/** Whether private endpoint rules of managed networks say about Spark and hosts what fits their target. */
export const OUTBOUND_DESTINATION: Rule = {
  id: "azure-ml-outbound-destination",
  severity: "low",
  title: "Outbound rules to private endpoints are open to Spark for storage alone, and name hosts of gateways.",
  reason: "A plan takes anything, and Azure refuses the rule when it is made.",
  source: "Learn: Workspace managed virtual network isolation",
  controls: ["MCSB NS-2"],
  fix: "set sparkEnabled to false for all but storage, and fqdns for an Application Gateway",
  example: { wrong: example(VAULT), right: example(STORAGE) },
  check: (stack) => stack.resources(RULE).flatMap((rule) => violation(rule, stack) ?? []),
};

/** What is wrong with a rule whose target is of a known type; others are told by a rule of their own. */
function violation(resource: Resource, stack: Stack): Violation | undefined {
  const [properties] = maps(valuesAt(resource.content, "body.properties")[0]?.value);
  const [destination] = maps(properties?.destination);
  if (properties?.type !== "PrivateEndpoint" || destination === undefined) return undefined;
  const type = armTypeOf(stack, destination.serviceResourceId);
  const [, target] = Object.entries(PRIVATE_ENDPOINT_TARGETS).find(([name]) => name.toLowerCase() === type) ?? [];
  const { sparkEnabled: found } = destination;
  const argument = "body.properties.destination.sparkEnabled";
  if (!isTrue(found) && !isFalse(found)) return { resource, argument, found, must: "must be true or false" };
  if (target === undefined) return undefined;
  if (isTrue(found) && target.spark !== true)
    return { resource, argument, found, must: `must be false for ${target.service}` };
  if (target.fqdns !== true || properties.fqdns !== undefined) return undefined;
  const must = `must name the hosts of the ${target.service}`;
  return { resource, argument: "body.properties.fqdns", found: undefined, must };
}

function example(serviceResourceId: string) {
  const destination = { serviceResourceId, sparkEnabled: true };
  const resource = { type: `${RULE}@2025-06-01`, body: { properties: { type: "PrivateEndpoint", destination } } };
  return { resource: { azapi_resource: { example: resource } } };
}
