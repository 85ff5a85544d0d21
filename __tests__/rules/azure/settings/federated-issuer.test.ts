import { FEDERATED_ISSUER } from "../../../../lib/rules/azure/settings/federated-issuer";
import { toldOf } from "./told";

const GITHUB = "https://token.actions.githubusercontent.com";
const SUBJECT = "repo:acme/models:environment:production";
const of = (issuer: unknown, subject: unknown, type = "azuread_application_federated_identity_credential") =>
  toldOf(FEDERATED_ISSUER, { [type]: { example: { issuer, subject } } }).map((text) => text.split(" ")[0]);

test.each([
  ["https://evil.example", SUBJECT, "issuer"],
  [`${GITHUB}.evil.example`, SUBJECT, "issuer"],
  [undefined, SUBJECT, "issuer"],
  [GITHUB, "zzz", "subject"],
])("A credential of %s for %s is told.", (issuer, subject, argument) => {
  expect(of(issuer, subject)).toEqual([argument]);
});

test.each([
  [GITHUB, SUBJECT],
  [`${GITHUB}/acme`, SUBJECT],
  ["https://github.acme.example/_services/token", SUBJECT],
  [GITHUB, "job_workflow_ref:acme/models/.github/workflows/deploy.yml@refs/heads/main"],
  ["https://gitlab.com", "project_path:acme/models:ref_type:branch:ref:main"],
  [GITHUB, undefined],
])("A credential of %s for %s is right.", (issuer, subject) => {
  expect(of(issuer, subject)).toEqual([]);
});

test("Credentials of managed identities are held against the same.", () => {
  expect(of("https://evil.example", SUBJECT, "azurerm_federated_identity_credential")).toEqual(["issuer"]);
});
