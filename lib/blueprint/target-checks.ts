import type { Files } from "../config/load";
import type { OutboundRuleConfig } from "../config/managed-network";
import { type FieldPath, type Problem, quote } from "../config/problem";
import { parseResourceId } from "../config/resource-id";
import type { YamlFile } from "../config/yaml-file";
import type { Blueprint } from "./blueprint";
import { sameCase } from "./outbound-rule";
import { type ResourceGroup, resourceGroupId } from "./resource-ids";

const SHARED = "the shared workspace";

/**
 * Private endpoint rules that lead to what another tenant, or the shared workspace, keeps for itself. Such a rule would
 * give the workspace's identity a role there, and open a way from one tenant's compute to another's data.
 */
export function targetProblems({ platform, tenants: sources }: Files, { workspace, tenants }: Blueprint): Problem[] {
  const owners = new Map<string, string>(
    tenants.map(({ tenant, resourceGroup }) => [groupKey(resourceGroup), `tenant ${tenant}`]),
  );
  if (workspace !== undefined) owners.set(groupKey(workspace.workspace.resourceGroup), SHARED);

  const foreign = (file: YamlFile, path: FieldPath, self: string, rules: readonly OutboundRuleConfig[]): Problem[] =>
    rules.flatMap(({ privateEndpoint }, index) => {
      const target = parseResourceId(privateEndpoint?.resourceId ?? "");
      if (target === undefined) return [];
      const { subscriptionId, resourceGroup: name } = target;
      const owner = owners.get(groupKey({ subscriptionId, name }));
      if (owner === undefined || owner === self) return [];
      const message = `${quote(target.name)} belongs to ${owner}; ${self} may reach what is its own, or what stands outside of this platform's resource groups`;
      return [file.problem([...path, index, "privateEndpoint", "resourceId"], message)];
    });

  return [
    ...(platform?.config.azure.workspace === undefined
      ? []
      : foreign(platform.file, ["azure", "workspace", "outbound"], SHARED, platform.config.azure.workspace.outbound)),
    ...sources.flatMap(({ file, config }) =>
      foreign(file, ["azure", "outbound"], `tenant ${config.tenant}`, config.azure.outbound),
    ),
  ];
}

/** A resource group's id in one case. */
function groupKey(group: ResourceGroup): string {
  return sameCase(resourceGroupId(group));
}
