import { PRIVATE_ENDPOINT_TARGETS } from "../../../config/private-endpoint-targets";
import { maps, valuesAt } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";
import type { Stack } from "../../stack";

const RULE = "Microsoft.MachineLearningServices/workspaces/outboundRules";
const DESTINATION = "body.properties.destination";

/** The ARM types of Terraform's resources that a rule may refer to. */
const ARM_TYPES: Readonly<Record<string, string>> = {
  azurerm_storage_account: "Microsoft.Storage/storageAccounts",
  azurerm_key_vault: "Microsoft.KeyVault/vaults",
  azurerm_container_registry: "Microsoft.ContainerRegistry/registries",
  azurerm_cognitive_account: "Microsoft.CognitiveServices/accounts",
  azurerm_machine_learning_workspace: "Microsoft.MachineLearningServices/workspaces",
  azurerm_monitor_private_link_scope: "Microsoft.Insights/privateLinkScopes",
  azurerm_search_service: "Microsoft.Search/searchServices",
};

const ACCOUNT = "/subscriptions/x/resourceGroups/x/providers/Microsoft.CognitiveServices/accounts/x";

/** Whether private endpoint rules of managed networks lead to a part that their target has. */
export const OUTBOUND_TARGET: Rule = {
  id: "azure-ml-outbound-target",
  severity: "medium",
  title: "Outbound rules to private endpoints name a part that their target has.",
  reason: "A plan takes any text, and Azure refuses the rule when it is made. Only storage can be open to Spark.",
  source: "Learn, Workspace managed virtual network isolation",
  controls: ["MCSB NS-2"],
  fix: "name a sub-resource of the target's type (docs/outbound-rules.md), and Spark for storage alone",
  example: { wrong: example("vault"), right: example("account") },
  check: (stack) => stack.resources(RULE).flatMap((rule) => violations(rule, stack)),
};

function violations(resource: Resource, stack: Stack): Violation[] {
  const [properties] = maps(valuesAt(resource.content, "body.properties")[0]?.value);
  if (properties?.type !== "PrivateEndpoint") return [];
  const [destination = {}] = maps(properties.destination);
  const { serviceResourceId: id, subresourceTarget: part, sparkEnabled: spark } = destination;
  const at = (name: string, found: unknown, must: string): Violation[] => [
    { resource, argument: `${DESTINATION}.${name}`, found, must },
  ];

  const target = PRIVATE_ENDPOINT_TARGETS[armTypeOf(id, stack) ?? ""];
  if (target === undefined) {
    return at("serviceResourceId", id, "must be the id of a resource to which a managed network can lead");
  }
  const { subresources } = target;
  if (!subresources.some((one) => one === part)) {
    return at("subresourceTarget", part, `must be ${subresources.join(" or ")} for ${target.service}`);
  }
  if (typeof spark !== "boolean") return at("sparkEnabled", spark, "must be true or false");
  if (spark && target.spark !== true) return at("sparkEnabled", spark, `must be false for ${target.service}`);
  const needsHosts = target.fqdns === true && !Array.isArray(properties.fqdns);
  return needsHosts
    ? [
        {
          resource,
          argument: "body.properties.fqdns",
          found: properties.fqdns,
          must: `must name the hosts of the ${target.service}`,
        },
      ]
    : [];
}

/** The ARM type of the resource that an id names: of a literal one, or of a reference. */
function armTypeOf(id: unknown, stack: Stack): string | undefined {
  const target = stack.target(id);
  if (target !== undefined) return target.armType ?? ARM_TYPES[target.type];
  const [, literal] =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/([^/]+\/[^/]+)\/[^/]+$/i.exec(String(id)) ?? [];
  return Object.keys(PRIVATE_ENDPOINT_TARGETS).find((type) => type.toLowerCase() === literal?.toLowerCase());
}

function example(subresourceTarget: string) {
  const destination = { serviceResourceId: ACCOUNT, subresourceTarget, sparkEnabled: false };
  const body = { properties: { type: "PrivateEndpoint", category: "UserDefined", destination } };
  return { resource: { azapi_resource: { example: { type: `${RULE}@2025-06-01`, body } } } };
}
