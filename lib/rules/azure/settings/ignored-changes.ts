import { list, maps } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

const PROVIDERS = /^(azurerm|azuread|azapi)_/;
const ML = "Microsoft.MachineLearningServices/workspaces";

/** What something else than the file changes, by Terraform's type and the ARM type behind it. Tags may be anybody's. */
const IGNORED: Readonly<Record<string, readonly string[]>> = {
  // Each write of the whole would take all traffic away: an update keeps the settings.
  [`azapi_resource ${ML}/onlineEndpoints`]: ["body"],
  // An autoscale setting moves the number of instances.
  [`azapi_resource ${ML}/onlineEndpoints/deployments`]: ["body.sku.capacity"],
  // It asks once for a network that stays.
  [`azapi_resource_action ${ML}`]: ["body"],
  // A resource of its own sets the identifiers.
  azuread_application: ["identifier_uris"],
  // Azure wants a first month that is not long ago.
  azurerm_consumption_budget_resource_group: ["time_period"],
  // Azure changes it while jobs run, and azurerm replaces a cluster for each change.
  azurerm_machine_learning_compute_cluster: ["scale_settings"],
};
const IGNORED_BY_KIND = new Map(Object.entries(IGNORED).map(([kind, names]) => [kind.toLowerCase(), names]));

/** Whether plans see what somebody changed outside of Terraform. */
export const IGNORED_CHANGES: Rule = {
  id: "azure-ignored-changes",
  severity: "high",
  title: "Plans see every change of a resource's settings.",
  reason: "What somebody opened by hand would stay open, and an edit of the file would do nothing.",
  source: "Terraform: The lifecycle Meta-Argument, ignore_changes",
  controls: ["MCSB PV-2"],
  fix: "name in lifecycle.ignore_changes only what something else changes",
  example: {
    wrong: { resource: { azurerm_storage_account: { example: { lifecycle: { ignore_changes: "all" } } } } },
    right: { resource: { azurerm_storage_account: { example: { lifecycle: { ignore_changes: ["tags"] } } } } },
  },
  check: (stack) =>
    stack.all
      .filter(({ type, armType }) => PROVIDERS.test(type) && (!type.startsWith("azapi_") || armType?.includes("/")))
      .flatMap((resource) =>
        maps(resource.content.lifecycle)
          .map(({ ignore_changes: found }) => found)
          .filter((found) => list(found).some((name) => !allowedOf(resource).includes(String(name))))
          .map((found) => ({
            resource,
            argument: "lifecycle.ignore_changes",
            found,
            must: `must have nothing but ${allowedOf(resource).join(" and ")}`,
          })),
      ),
};

function allowedOf({ type, armType }: Resource): readonly string[] {
  const kind = armType === undefined ? type : `${type} ${armType}`;
  return ["tags", ...(IGNORED_BY_KIND.get(kind.toLowerCase()) ?? [])];
}
