import { settings } from "../../setting";
import { guid } from "../../text-expectation";

/** Who has a role of an application. */
export const APP_ROLE_ASSIGNMENT = settings("azuread_app_role_assignment", [
  {
    id: "azure-app-role-assignment-principal",
    severity: "medium",
    title: "Assignments of app roles name a principal by its object id.",
    argument: "principal_object_id",
    must: guid(["azuread_service_principal", "azuread_group", "azurerm_user_assigned_identity"]),
    reason: "A plan takes any text, and Entra refuses it after a part of the stack was applied.",
    source: "Learn: Grant an appRoleAssignment to a service principal",
    fix: "set principal_object_id to the object id of the principal",
    controls: ["MCSB PA-7"],
  },
]);
