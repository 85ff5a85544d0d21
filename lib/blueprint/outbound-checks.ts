import type { Files } from "../config/load";
import { type Problem, quote } from "../config/problem";
import { parseResourceId } from "../config/resource-id";
import { BROAD_SERVICE_TAGS } from "../config/service-tags";
import type { Blueprint } from "./blueprint";
import { firewallCostProblems } from "./firewall-cost";
import { sameCase } from "./outbound-rule";
import { requiredRuleProblems } from "./required-rules";
import { type ResourceGroup, resourceGroupId } from "./resource-ids";
import { type RuleList, ruleLists, SHARED_WORKSPACE } from "./rule-list";

/** Problems of outbound rules that open more than one tenant should, that Azure adds by itself, or that cost money. */
export function outboundProblems(files: Files, blueprint: Blueprint): Problem[] {
  const groups = groupOwners(blueprint);
  return ruleLists(files, blueprint).flatMap((list) => [
    ...foreignTargets(list, groups),
    ...requiredRuleProblems(list),
    ...broadTags(list),
    ...firewallCostProblems(list),
  ]);
}

/**
 * Private endpoint rules that lead to what another tenant, or the shared workspace, keeps for itself. Such a rule would
 * give the workspace's identity a role there, and open a way from one tenant's compute to another's data.
 */
function foreignTargets({ file, path, owner, rules }: RuleList, groups: ReadonlyMap<string, string>): Problem[] {
  return rules.flatMap(({ privateEndpoint }, index) => {
    const target = parseResourceId(privateEndpoint?.resourceId ?? "");
    if (target === undefined) return [];
    const { subscriptionId, resourceGroup: name } = target;
    const other = groups.get(groupKey({ subscriptionId, name }));
    if (other === undefined || other === owner) return [];
    const message = `${quote(target.name)} belongs to ${other}; ${owner} may reach what is its own, or what stands outside of this platform's resource groups`;
    return [file.problem([...path, "outbound", index, "privateEndpoint", "resourceId"], message)];
  });
}

/** Service tags that are allowed, and reach more than most people expect. */
function broadTags({ file, path, rules }: RuleList): Problem[] {
  return rules.flatMap(({ serviceTag = "" }, index) => {
    const reason = BROAD_SERVICE_TAGS.get(serviceTag);
    if (reason === undefined) return [];
    const field = [...path, "outbound", index, "serviceTag"];
    return [file.problem(field, `${quote(serviceTag)} ${reason}`, { severity: "warning" })];
  });
}

/** Who keeps resources in a resource group, by the group's id in one case. */
function groupOwners({ workspace, tenants }: Blueprint): ReadonlyMap<string, string> {
  const owners = new Map(tenants.map(({ tenant, resourceGroup }) => [groupKey(resourceGroup), `tenant ${tenant}`]));
  if (workspace !== undefined) owners.set(groupKey(workspace.workspace.resourceGroup), SHARED_WORKSPACE);
  return owners;
}

function groupKey(group: ResourceGroup): string {
  return sameCase(resourceGroupId(group));
}
