import { absent, is, matching, oneOf, present } from "../../expectation";
import type { Selection } from "../../selection";
import { settings } from "../../setting";
import { guid } from "../../text-expectation";

const GUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
const ROLE = new RegExp(
  `^(/subscriptions/${GUID}/providers/Microsoft\\.Authorization/roleDefinitions/${GUID}|\\$\\{azurerm_role_definition\\.[\\w-]+\\.role_definition_resource_id\\})$`,
);

const WITH_CONDITION: Selection = {
  has: ({ content: { condition } }) => condition !== undefined && condition !== null,
  example: { resource: { azurerm_role_assignment: { example: { condition: "@Resource[x] StringEquals 'y'" } } } },
};

/** Assignments of roles, each by itself. Which role is given to whom on what is told elsewhere. */
export const ROLE_ASSIGNMENT = [
  ...settings("azurerm_role_assignment", [
    {
      id: "azure-role-assignment-role",
      severity: "high",
      title: "Role assignments name their role by its id in the subscription.",
      argument: "role_definition_id",
      must: matching(ROLE, "must be the whole id of a role in a subscription", {
        right:
          "/subscriptions/00000000-1111-2222-3333-444444444444/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
        wrong: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
      }),
      reason: "Azure answers with that form, so that any other is replaced on each apply: rights come and go.",
      source: "Learn, REST reference, Role Assignments - Create",
      controls: ["MCSB PA-7"],
    },
    {
      id: "azure-role-assignment-role-name",
      severity: "medium",
      title: "Role assignments name no role by its name.",
      argument: "role_definition_name",
      must: absent("Reader"),
      mayBeAbsent: true,
      reason: "Whoever may make roles could make one of that name.",
      source: "Learn, Best practices for Azure RBAC: assign roles using the unique role ID",
      controls: ["MCSB PA-7"],
    },
    {
      id: "azure-role-assignment-principal",
      severity: "medium",
      title: "Role assignments name a principal by its object id.",
      argument: "principal_id",
      must: guid([
        "azurerm_user_assigned_identity",
        "azuread_service_principal",
        "azurerm_linux_virtual_machine",
        "data",
      ]),
      reason: "A plan takes any text, and the apply fails half-way.",
      source: "Learn, REST reference, Role Assignments - Create",
      controls: ["MCSB PA-7"],
    },
    {
      id: "azure-role-assignment-principal-type",
      severity: "medium",
      title: "Roles are given to groups, service principals and managed identities.",
      argument: "principal_type",
      must: oneOf(["ServicePrincipal", "Group"], "User"),
      reason: "A person keeps what was given to the person; and Azure must look a principal up that has no type.",
      source: "Learn, Best practices for Azure RBAC: assign roles to groups, not users",
      controls: ["MCSB PA-3"],
    },
    {
      id: "azure-role-assignment-scope",
      severity: "high",
      title: "Role assignments say on what.",
      argument: "scope",
      must: present("${azurerm_storage_account.example.id}"),
      reason: "Azure refuses an assignment on nothing.",
      source: "Learn, REST reference, Role Assignments - Create",
      controls: ["MCSB PA-7"],
    },
    {
      id: "azure-role-assignment-delegated",
      severity: "critical",
      title: "Roles are given to principals of the own Entra tenant.",
      argument: "delegated_managed_identity_resource_id",
      must: absent("/subscriptions/x"),
      mayBeAbsent: true,
      reason: "The argument is for identities of another tenant.",
      source: "Learn, Azure Lighthouse: deploy a policy that can be remediated",
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
        reason: "A plan takes any version, and the earlier one knows no conditions on data.",
        source: "Learn, Azure role assignment condition format and syntax",
        controls: ["MCSB PA-7"],
      },
    ],
    WITH_CONDITION,
  ),
];
