import { BUILT_IN_ROLES } from "../../../blueprint/roles";
import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { assignmentsOf } from "./assignment";

/** Who gets which right on what, by the project's table. */
export const RIGHT_IS_KNOWN: Rule = {
  id: "azure-role-assignment-right",
  severity: "critical",
  title: "A role assignment is a row of the table of rights: this kind of principal, this role, on a single resource.",
  reason:
    "Any other role, or the same one on a group, a subscription or the workspace of all, reaches what belongs to other tenants. Owner, Contributor and AzureML Data Scientist score every endpoint below them.",
  source: "docs/rights.md; Learn: Best practices for Azure RBAC",
  controls: ["MCSB PA-7", "MCSB PA-1", "CIS Azure 5.0.0 5.3.3"],
  fix: "assign a role of docs/rights.md, to the principal and on the single resource of its row, or remove the assignment",
  example: { wrong: example("Contributor"), right: example("Storage Blob Data Contributor") },
  *check(stack) {
    for (const { resource, stranger } of assignmentsOf(stack))
      if (stranger !== undefined) yield { resource, ...stranger };
  },
};

function example(role: keyof typeof BUILT_IN_ROLES): Tree {
  return {
    resource: {
      azurerm_storage_account: { example: { name: "data" } },
      azurerm_role_assignment: {
        example: {
          principal_id: "4f6d7f85-ac3b-4a3d-8c8b-3e1c6f5a7b54",
          role_definition_id: `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${BUILT_IN_ROLES[role]}`,
          scope: "${azurerm_storage_account.example.id}",
        },
      },
    },
  };
}
