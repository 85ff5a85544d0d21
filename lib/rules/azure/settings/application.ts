import { absent, is, matching, oneOf } from "../../expectation";
import { each, including, only } from "../../list-expectation";
import { settings } from "../../setting";
import { guid } from "../../text-expectation";

const HTTPS = matching(/^https:\/\//, "must be an https URL", {
  right: "https://a.example",
  wrong: "http://a.example",
});

/** Registrations of applications in Microsoft Entra. */
export const APPLICATION = settings("azuread_application", [
  {
    id: "azure-application-audience",
    severity: "critical",
    title: "Applications take accounts of organizations.",
    argument: "sign_in_audience",
    must: oneOf(["AzureADMyOrg", "AzureADMultipleOrgs"], "AzureADandPersonalMicrosoftAccount"),
    reason: "Everybody can make a personal account.",
    source: "Learn, Supported account types",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-application-token-version",
    severity: "high",
    title: "Applications take tokens of version 2.",
    argument: "api.requested_access_token_version",
    must: is(2, 1),
    reason: "Tokens of version 1 come from another issuer and name the application otherwise: checks would be wrong.",
    source: "Learn, Access tokens in the Microsoft identity platform: token formats",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-application-duplicate-names",
    severity: "low",
    title: "Applications have a name of their own.",
    argument: "prevent_duplicate_names",
    must: is(true),
    reason: "People would give rights to the wrong one.",
    source: "azuread, azuread_application",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-application-group-claims",
    severity: "medium",
    title: "Tokens of applications name the groups that are assigned to the application alone.",
    argument: "group_membership_claims",
    must: only(["ApplicationGroup"], "All"),
    reason: "Every token would tell all groups of the person.",
    source: "Learn, Configure group claims for applications by using Microsoft Entra ID",
    controls: ["MCSB PA-7"],
  },
  {
    id: "azure-application-roles",
    severity: "medium",
    title: "Roles of applications are for people and for applications.",
    argument: "app_role?.allowed_member_types",
    must: only(["Application", "User"]),
    reason: "Scorers would have no role, or a role of nobody.",
    source: "Learn, Add app roles to your application and receive them in the token",
    controls: ["MCSB PA-7"],
  },
  {
    id: "azure-application-role-enabled",
    severity: "low",
    title: "Roles of applications are in use.",
    argument: "app_role?.enabled",
    must: is(true),
    mayBeAbsent: true,
    reason: "Tokens would lack the role, and everybody would be refused.",
    source: "Learn, Add app roles to your application and receive them in the token",
    controls: ["MCSB PA-7"],
  },
  {
    id: "azure-application-role-id",
    severity: "low",
    title: "Roles of applications have an id that does not change.",
    argument: "app_role?.id",
    must: guid(),
    reason: "All assignments of the role would be lost.",
    source: "azuread, azuread_application",
    controls: ["MCSB PA-7"],
  },
  {
    id: "azure-application-identifier-twice",
    severity: "low",
    title: "Applications leave their identifier to a resource of its own.",
    argument: "lifecycle.ignore_changes",
    must: including(["identifier_uris"]),
    reason: "Each plan would take the identifier away again, and with it everybody's tokens.",
    source: "azuread, azuread_application_identifier_uri",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-application-password",
    severity: "critical",
    title: "Applications have no password.",
    argument: "password",
    must: absent({ display_name: "x" }),
    mayBeAbsent: true,
    reason: "It would stand in the state, and whoever has it signs in from anywhere.",
    source: "Learn, Security best practices for application properties in Microsoft Entra ID",
    controls: ["MCSB IM-3", "MCSB IM-8"],
    fix: "use a federated credential",
  },
  {
    id: "azure-application-permissions",
    severity: "high",
    title: "Applications ask for no permissions in other applications.",
    argument: "required_resource_access",
    must: absent([{ resource_app_id: "00000003-0000-0000-c000-000000000000" }]),
    mayBeAbsent: true,
    reason: "One consent would give the application rights in the whole directory.",
    source: "Learn, Security best practices for application properties in Microsoft Entra ID",
    controls: ["MCSB PA-7"],
  },
  {
    id: "azure-application-public-client",
    severity: "high",
    title: "Applications are no public clients.",
    argument: "fallback_public_client_enabled",
    must: is(false),
    mayBeAbsent: true,
    reason: "A password of a person would be enough to get a token.",
    source: "Learn, Public client and confidential client applications",
    controls: ["MCSB IM-6"],
  },
  ...["access_token_issuance_enabled", "id_token_issuance_enabled"].map((argument) => ({
    id: `azure-application-implicit-${argument.startsWith("id") ? "id" : "access"}-token`,
    severity: "high" as const,
    title: `Applications have ${argument} off.`,
    argument: `web?.implicit_grant?.${argument}`,
    must: is(false),
    mayBeAbsent: true as const,
    reason: "Tokens would stand in the address bar of browsers.",
    source: "Learn, OAuth 2.0 implicit grant flow",
    controls: ["MCSB IM-8"] as const,
  })),
  {
    id: "azure-application-redirects",
    severity: "high",
    title: "Applications send tokens to https addresses.",
    argument: "web?.redirect_uris",
    must: each(HTTPS),
    mayBeAbsent: true,
    reason: "Codes could be read on their way.",
    source: "Learn, Redirect URI (reply URL) best practices and limitations",
    controls: ["MCSB DP-3"],
  },
]);

/** Identifiers of applications, which are the audience of their tokens. */
export const APPLICATION_IDENTIFIER = settings("azuread_application_identifier_uri", [
  {
    id: "azure-application-identifier",
    severity: "medium",
    title: "Identifiers of applications hold the application's own id, or a domain that was verified.",
    argument: "identifier_uri",
    must: matching(
      /^(api:\/\/(\$\{azuread_application\.[\w-]+\.client_id\}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(\/.*)?|https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+.*)$/,
      "must be api:// with the client id, or https:// with a verified domain",
      { right: "api://${azuread_application.example.client_id}", wrong: "foo" },
    ),
    reason: "Another directory could have the same identifier, and a plan takes any text.",
    source: "Learn, Restrictions on identifier URIs of Microsoft Entra applications",
    controls: ["MCSB IM-1"],
  },
]);

/** Service principals of applications. */
export const SERVICE_PRINCIPAL = settings("azuread_service_principal", [
  {
    id: "azure-service-principal-assignment",
    severity: "high",
    title: "Only who is assigned to an application gets tokens for it.",
    argument: "app_role_assignment_required",
    must: is(true),
    reason: "Everybody in the directory would get a token for it.",
    source: "Learn, Restrict a Microsoft Entra app to a set of users",
    controls: ["MCSB PA-7"],
  },
]);

/** Who has a role of an application. */
export const APP_ROLE_ASSIGNMENT = settings("azuread_app_role_assignment", [
  {
    id: "azure-app-role-assignment-principal",
    severity: "medium",
    title: "Assignments of app roles name a principal by its object id.",
    argument: "principal_object_id",
    must: guid(["azuread_service_principal", "azuread_group", "azurerm_user_assigned_identity"]),
    reason: "The apply fails half-way.",
    source: "Learn, Microsoft Graph, Grant an appRoleAssignment",
    controls: ["MCSB PA-7"],
  },
]);
