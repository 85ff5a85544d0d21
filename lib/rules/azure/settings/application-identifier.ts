import { matching } from "../../expectation";
import { settings } from "../../setting";

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
    source: "Learn: Restrictions on identifier URIs of Microsoft Entra applications",
    fix: "set identifier_uri to api:// and the client_id of the application",
    controls: ["MCSB IM-1"],
  },
]);
