import { is } from "../../expectation";
import { settings } from "../../setting";

/** Service principals of applications. */
export const SERVICE_PRINCIPAL = settings("azuread_service_principal", [
  {
    id: "azure-service-principal-assignment",
    severity: "high",
    title: "Only who is assigned to an application gets tokens for it.",
    argument: "app_role_assignment_required",
    must: is(true),
    reason: "Everybody in the directory would get a token for it.",
    source: "Learn: Restrict a Microsoft Entra app to a set of users",
    controls: ["MCSB PA-7"],
  },
]);
