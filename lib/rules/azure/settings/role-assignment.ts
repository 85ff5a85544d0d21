import { absent, is, oneOf } from "../../expectation";
import type { Selection } from "../../selection";
import { settings } from "../../setting";

const WITH_CONDITION: Selection = {
  has: ({ content: { condition } }) => condition !== undefined && condition !== null,
  example: { resource: { azurerm_role_assignment: { example: { condition: "@Resource[x] StringEquals 'y'" } } } },
};

/** Assignments of roles, each by itself. Which role is given to whom on what is told elsewhere. */
export const ROLE_ASSIGNMENT = [
  ...settings("azurerm_role_assignment", [
    {
      id: "azure-role-assignment-role-name",
      severity: "medium",
      title: "Role assignments name no role by its name.",
      argument: "role_definition_name",
      must: absent("Reader"),
      mayBeAbsent: true,
      reason: "Whoever may make roles could make one of that name.",
      source: "Learn: Best practices for Azure RBAC: assign roles using the unique role ID",
      controls: ["MCSB PA-7"],
    },
    {
      id: "azure-role-assignment-principal-type",
      severity: "medium",
      title: "Roles are given to groups, service principals and managed identities.",
      argument: "principal_type",
      must: oneOf(["ServicePrincipal", "Group"], "User"),
      reason: "A person keeps what was given to the person; and Azure must look a principal up that has no type.",
      source: "Learn: Best practices for Azure RBAC: assign roles to groups, not users",
      controls: ["MCSB PA-3"],
    },
    {
      id: "azure-role-assignment-delegated",
      severity: "critical",
      title: "Roles are given to principals of the own Entra tenant.",
      argument: "delegated_managed_identity_resource_id",
      must: absent("/subscriptions/x"),
      mayBeAbsent: true,
      reason: "The argument is for identities of another tenant.",
      source: "Learn: Deploy a policy that can be remediated within a delegated subscription",
      controls: ["MCSB PA-7"],
    },
  ]),
  ...settings(
    "azurerm_role_assignment",
    [
      {
        id: "azure-role-assignment-condition-version",
        severity: "high",
        title: "Conditions of role assignments are of version 2.0.",
        argument: "condition_version",
        must: is("2.0", "1.0"),
        reason: "A plan takes any version, and Learn asks for 2.0.",
        source: "Learn: Azure role assignment condition format and syntax",
        controls: ["MCSB PA-7"],
      },
    ],
    WITH_CONDITION,
  ),
];
