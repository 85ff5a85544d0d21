import { platform, sharedTenant, tenant } from "../../support/files";
import { addressOf } from "../../support/references";
import { onlyResource, resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const GROUP = "60000000-0000-4000-8000-000000000006";
const SERVICE = "70000000-0000-4000-8000-000000000007";
const pipeline = { issuer: "https://gitlab.com", subject: "project_path:acme/models" };
const azure = (application?: object) => ({
  access: { scorers: [{ group: GROUP }, { servicePrincipal: SERVICE }] },
  ...(application === undefined ? {} : { application }),
});

const dedicated = (application?: object): StackJson =>
  synthStack("tenant-acme", platform(), [tenant("acme", { azure: azure(application) })]);
const shared = (application?: object): StackJson =>
  synthStack("tenant-globex", platform(), [sharedTenant("globex", { azure: azure(application) })]);

describe.each([
  ["dedicated", dedicated],
  ["shared", shared],
])("the registration of a %s tenant", (_, synth) => {
  const role = (stack: StackJson) =>
    (onlyResource(stack, "azuread_application").app_role as { id: string }[]).map(({ id }) => id);

  test("is made only if the file asks for it", () => {
    expect(Object.keys(synth().resource).filter((type) => type.startsWith("azuread"))).toEqual([]);
    expect(synth().output).not.toHaveProperty("application_client_id");
  });

  test("issues tokens of version 2, with the groups that are assigned to it and no others", () => {
    expect(onlyResource(synth({}), "azuread_application")).toMatchObject({
      api: { requested_access_token_version: 2 },
      group_membership_claims: ["ApplicationGroup"],
    });
  });

  test("takes no name that another registration has", () => {
    expect(onlyResource(synth({}), "azuread_application").prevent_duplicate_names).toBe(true);
  });

  test("has the app role Scorer for people, groups and services", () => {
    expect(onlyResource(synth({}), "azuread_application").app_role).toEqual([
      expect.objectContaining({ value: "Scorer", allowed_member_types: ["Application", "User"], enabled: true }),
    ]);
  });

  test("has its client id in its URI, and does not take that URI away again in the next plan", () => {
    const stack = synth({});
    const address = addressOf(stack, "application/application");
    expect(onlyResource(stack, "azuread_application_identifier_uri")).toEqual({
      application_id: `\${${address}.id}`,
      identifier_uri: `api://\${${address}.client_id}`,
    });
    expect(onlyResource(stack, "azuread_application").lifecycle).toEqual({ ignore_changes: ["identifier_uris"] });
  });

  test("gives tokens only to those who have an app role", () => {
    expect(onlyResource(synth({}), "azuread_service_principal").app_role_assignment_required).toBe(true);
  });

  test("is listed among the enterprise applications, where administrators look for sign-ins and assignments", () => {
    expect(onlyResource(synth({}), "azuread_service_principal").feature_tags).toEqual([{ enterprise: true }]);
  });

  test("gives its app role to each of the tenant's scorers", () => {
    const stack = synth({});
    const [app_role_id] = role(stack);
    const resource_object_id = `\${${addressOf(stack, "application/service-principal")}.object_id}`;
    expect(resourcesByPath(stack, "azuread_app_role_assignment")).toEqual({
      [`application/scorer ${GROUP}`]: { app_role_id, principal_object_id: GROUP, resource_object_id },
      [`application/scorer ${SERVICE}`]: { app_role_id, principal_object_id: SERVICE, resource_object_id },
    });
  });

  test("tells its client id", () => {
    const stack = synth({});
    expect(stack.output?.application_client_id).toEqual({
      value: `\${${addressOf(stack, "application/application")}.client_id}`,
    });
  });

  test("has a federated credential for the tenant's pipeline, if there is one", () => {
    const stack = synth({ pipeline });
    expect(onlyResource(stack, "azuread_application_federated_identity_credential")).toMatchObject({
      application_id: `\${${addressOf(stack, "application/application")}.id}`,
      issuer: "https://gitlab.com",
      subject: "project_path:acme/models",
      audiences: ["api://AzureADTokenExchange"],
    });
    expect(synth({}).resource).not.toHaveProperty("azuread_application_federated_identity_credential");
  });

  test("has neither a secret nor a certificate", () => {
    const stack = synth({ audience: "multiple-directories", pipeline });
    const types = Object.keys(stack.resource).filter((type) => type.startsWith("azuread"));
    expect(types.filter((type) => /password|certificate|key/.test(type))).toEqual([]);
    expect(onlyResource(stack, "azuread_application")).not.toHaveProperty("password");
  });
});
