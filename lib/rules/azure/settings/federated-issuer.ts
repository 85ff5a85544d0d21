import type { Resource } from "../../resource";
import type { Rule, Violation } from "../../rule";

const CREDENTIAL = "azuread_application_federated_identity_credential";
const TYPES = [CREDENTIAL, "azurerm_federated_identity_credential"];

/** The issuer of GitHub, of an enterprise there, or of a GitHub Enterprise Server. */
const GITHUB = /^https:\/\/(token\.actions\.githubusercontent\.com(\/[\w-]+)?|[\w.-]+\/_services\/token)\/?$/;
/** What GitHub says of a workflow: claims and their values. */
const CLAIMS = /^[a-z_]+:./;

/** Whether a credential's subject is one that its issuer gives. */
export const FEDERATED_ISSUER: Rule = {
  id: "azure-credential-issuer-subject",
  severity: "critical",
  title: "Credentials for workflows of GitHub trust GitHub alone.",
  reason: "Another issuer can write the same subject into its own tokens, and whoever has it would deploy everything.",
  source: "Learn: Workload identity federation",
  controls: ["MCSB IM-3"],
  fix: "set issuer to https://token.actions.githubusercontent.com, and subject to what GitHub says of the workflow",
  example: {
    wrong: credential("https://example.com"),
    right: credential("https://token.actions.githubusercontent.com"),
  },
  check: (stack) => TYPES.flatMap((type) => stack.resources(type)).flatMap((resource) => violation(resource) ?? []),
};

function violation(resource: Resource): Violation | undefined {
  const { issuer, subject } = resource.content;
  const isGitHub = GITHUB.test(String(issuer));
  if (!isGitHub && String(subject).startsWith("repo:")) {
    return { resource, argument: "issuer", found: issuer, must: "must be GitHub's, as the subject is" };
  }
  if (isGitHub && typeof subject === "string" && !CLAIMS.test(subject)) {
    return { resource, argument: "subject", found: subject, must: "must be a subject of GitHub, as the issuer is" };
  }
  return undefined;
}

function credential(issuer: string) {
  return { resource: { [CREDENTIAL]: { example: { issuer, subject: "repo:acme/models:environment:production" } } } };
}
