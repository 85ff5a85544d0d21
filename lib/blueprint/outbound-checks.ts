import { type Problem, quote } from "../config/problem";
import { parseResourceId } from "../config/resource-id";
import { BROAD_SERVICE_TAGS } from "../config/service-tags";
import type { AzureBlueprint, AzureFiles } from "./azure";
import { firewallCostProblems } from "./firewall-cost";
import { sameCase } from "./outbound-rule";
import { requiredRuleProblems } from "./required-rules";
import { type ResourceGroup, resourceGroupId, resourceId } from "./resource-ids";
import { type RuleList, ruleLists, SHARED_WORKSPACE } from "./rule-list";

/** Problems of outbound rules that open more than one tenant should, that Azure adds by itself, or that cost money. */
export function outboundProblems(files: AzureFiles, blueprint: AzureBlueprint): Problem[] {
  const groups = groupOwners(blueprint);
  const state = stateStorageId(files);
  return ruleLists(files, blueprint).flatMap((list) => [
    ...foreignTargets(list, groups),
    ...stateTargets(list, state),
    ...requiredRuleProblems(list),
    ...broadTags(list),
    ...firewallCostProblems(list),
  ]);
}

/** How messages call the hub. */
const HUB = "the hub";

/** What everybody may reach in the hub's group: telemetry has no other way out of a managed network. */
const OPEN_TO_ALL = "Microsoft.Insights/privateLinkScopes";

/**
 * Private endpoint rules that lead to what another tenant, the shared workspace or the hub keeps for itself. Such a rule
 * would give the workspace's identity a role there, and open a way from one tenant's compute to another's data, or to the
 * flow logs of all.
 */
function foreignTargets({ file, path, owner, rules }: RuleList, groups: ReadonlyMap<string, string>): Problem[] {
  return rules.flatMap(({ privateEndpoint }, index) => {
    const target = parseResourceId(privateEndpoint?.resourceId ?? "");
    if (target === undefined) return [];
    const { subscriptionId, resourceGroup: name } = target;
    const other = groups.get(groupKey({ subscriptionId, name }));
    if (other === undefined || other === owner || (other === HUB && target.type === OPEN_TO_ALL)) return [];
    const message = `${quote(target.name)} belongs to ${other}; ${owner} may reach what is its own, or what stands outside of this platform's resource groups`;
    return [file.problem([...path, "outbound", index, "privateEndpoint", "resourceId"], message)];
  });
}

/** Private endpoint rules that lead to the storage account of Terraform's states, which hold every tenant's outputs. */
function stateTargets({ file, path, rules }: RuleList, state: string | undefined): Problem[] {
  return rules.flatMap(({ privateEndpoint }, index) => {
    if (state === undefined || sameCase(privateEndpoint?.resourceId ?? "") !== state) return [];
    const message = "is the storage account of every stack's state, which no workspace may reach; remove the rule";
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

/** The ARM id of the storage account that keeps the states, in one case; undefined when they are kept elsewhere. */
function stateStorageId({ platform }: AzureFiles): string | undefined {
  const state = platform?.config.backend.azurerm;
  if (state === undefined) return undefined;
  const { subscriptionId, resourceGroup: name, storageAccount } = state;
  return sameCase(resourceId({ subscriptionId, name }, "Microsoft.Storage/storageAccounts", storageAccount));
}

/** Who keeps resources in a resource group, by the group's id in one case. */
function groupOwners({ hub, workspace, tenants }: AzureBlueprint): ReadonlyMap<string, string> {
  const owners = new Map(tenants.map(({ tenant, resourceGroup }) => [groupKey(resourceGroup), `tenant ${tenant}`]));
  owners.set(groupKey(hub.resourceGroup), HUB);
  if (workspace !== undefined) owners.set(groupKey(workspace.workspace.resourceGroup), SHARED_WORKSPACE);
  return owners;
}

function groupKey(group: ResourceGroup): string {
  return sameCase(resourceGroupId(group));
}
