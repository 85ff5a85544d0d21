import { absent, matching } from "../../expectation";
import { only } from "../../list-expectation";
import { settings } from "../../setting";

const SOURCE = "Learn: Workload identity federation";
const AUDIENCE = "api://AzureADTokenExchange";

const ISSUER = matching(
  /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(\/[\w.~%-]+)*\/?$/,
  "must be the https URL of an issuer",
  { right: "https://token.actions.githubusercontent.com", wrong: "http://token.actions.githubusercontent.com" },
);

/** One environment, branch or tag of one repository; or what another issuer calls one pipeline. */
const SUBJECT = matching(
  /^(?!.*[*\s])(?!.*:pull_request$)(?!repo:[^:]*$).+$/,
  "must be one whole subject, and of GitHub one environment, branch or tag",
  { right: "repo:acme/models:environment:production", wrong: "repo:acme/models:pull_request" },
);

/** Where a provider's resource has what a credential says. */
interface Arguments {
  readonly type: string;
  readonly key: string;
  readonly audience: string;
  readonly of: string;
}

const RESOURCES: readonly Arguments[] = [
  {
    type: "azuread_application_federated_identity_credential",
    key: "application-credential",
    audience: "audiences",
    of: "applications",
  },
  {
    type: "azurerm_federated_identity_credential",
    key: "identity-credential",
    audience: "audience",
    of: "managed identities",
  },
];

/** Pipelines that sign in with a token of their own platform, and with no secret. */
export const FEDERATED_CREDENTIAL = RESOURCES.flatMap(({ type, key, audience, of }) =>
  settings(type, [
    {
      id: `azure-${key}-issuer`,
      severity: "critical",
      title: `Issuers of credentials of ${of} are https URLs.`,
      argument: "issuer",
      must: ISSUER,
      reason: "Whoever stands between could put its own signing keys in place.",
      source: SOURCE,
      fix: "write the https URL that signs the pipeline's tokens",
      controls: ["MCSB IM-3"],
    },
    {
      id: `azure-${key}-subject`,
      severity: "critical",
      title: `Subjects of credentials of ${of} are one pipeline each.`,
      argument: "subject",
      must: SUBJECT,
      reason: "A pull request of anybody could sign in. Entra compares every letter, and knows no wildcards.",
      source: "GitHub Docs: OpenID Connect reference",
      fix: "write the whole subject of one environment, branch or tag",
      controls: ["MCSB IM-3", "MCSB DS-3"],
    },
    {
      id: `azure-${key}-audience`,
      severity: "high",
      title: `Credentials of ${of} are for tokens that were made for Entra.`,
      argument: audience,
      must: only([AUDIENCE], "sts.amazonaws.com"),
      reason: "A token that the pipeline gave to somebody else would do here too.",
      source: SOURCE,
      controls: ["MCSB IM-3"],
    },
  ]),
);

/** Credentials that go by an expression. */
export const FLEXIBLE_CREDENTIAL = settings("azuread_application_flexible_federated_identity_credential", [
  {
    id: "azure-application-flexible-credential",
    severity: "high",
    title: "No credential of an application matches subjects by an expression.",
    argument: "claims_matching_expression",
    must: absent("claims['sub'] matches 'repo:acme/*'"),
    mayBeAbsent: true,
    reason: "An expression with a wildcard lets every branch and pull request sign in.",
    source: "Learn: Flexible federated identity credentials (preview)",
    controls: ["MCSB IM-3"],
    fix: "use an azuread_application_federated_identity_credential for each subject",
  },
]);
