import { list, maps } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

const PROVIDERS = /^(azurerm|azuread|azapi)_/;

/** What writes its body once: another resource keeps it as it should be, or it asks Azure to do something. */
const WRITES_BODY_ONCE: readonly ((resource: Resource) => boolean)[] = [
  ({ armType }) => armType === "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
  ({ type }) => type === "azapi_resource_action",
];

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
      .filter(({ type, armType }) => PROVIDERS.test(type) && armType?.includes("/") !== false)
      .flatMap((resource) =>
        maps(resource.content.lifecycle)
          .map(({ ignore_changes: found }) => found)
          .filter((found) => list(found).some((name) => isTooMuch(name, resource)))
          .map((found) => ({
            resource,
            argument: "lifecycle.ignore_changes",
            found,
            must: 'must not have "all", nor the whole "body"',
          })),
      ),
};

function isTooMuch(name: unknown, resource: Resource): boolean {
  if (name === "all") return true;
  return ["body", "body.properties"].includes(String(name)) && !WRITES_BODY_ONCE.some((once) => once(resource));
}
