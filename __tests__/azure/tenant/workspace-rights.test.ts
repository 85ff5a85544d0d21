import { hubOf } from "../../blueprint/configs";
import { platform, PLATFORM_SUBSCRIPTION, sharedTenant, tenant } from "../../support/files";
import { addressOf } from "../../support/references";
import { resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const GROUP = "60000000-0000-4000-8000-000000000006";
const SERVICE = "70000000-0000-4000-8000-000000000007";
const pipeline = { issuer: "https://gitlab.com", subject: "project_path:acme/models" };

const dedicated = (azure: object): StackJson =>
  synthStack("tenant-acme", platform(), [tenant("acme", { azure: { ...azure } })]);
const rights = (stack: StackJson) =>
  Object.fromEntries(
    Object.entries(resourcesByPath(stack, "azurerm_role_assignment")).filter(([path]) => path.startsWith("rights/")),
  );
const role = (id: string) =>
  `/subscriptions/${PLATFORM_SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${id}`;
const BLOB_CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
const { customRoles } = hubOf();

test("A reader of a dedicated tenant gets the reader role on the workspace, which all endpoints inherit.", () => {
  const stack = dedicated({ access: { readers: [{ group: GROUP }] }, endpoints: [{ name: "churn" }] });
  expect(rights(stack)).toEqual({
    [`rights/reader ${GROUP}/workspace AML Endpoint Reader`]: {
      scope: `\${${addressOf(stack, "workspace/workspace")}.id}`,
      role_definition_id: role(customRoles["AML Endpoint Reader"].id),
      principal_id: GROUP,
      principal_type: "Group",
    },
  });
  expect(Object.keys(resourcesByPath(stack, "azurerm_role_assignment")).join()).not.toContain("endpoint-churn/reader");
});

test("Who moves from the deployers to the data scientists keeps the role that both have, at its address.", () => {
  const paths = (list: string) => Object.keys(rights(dedicated({ access: { [list]: [{ group: GROUP }] } })));
  const both = paths("deployers").filter((path) => paths("dataScientists").includes(path));
  expect(both).toEqual([`rights/member ${GROUP}/storage Storage Blob Data Contributor`]);
});

test("A deployer gets the deployer role on the workspace, and uploads to its storage account.", () => {
  const stack = dedicated({ access: { deployers: [{ servicePrincipal: SERVICE }] } });
  const principal = { principal_id: SERVICE, principal_type: "ServicePrincipal" };
  expect(rights(stack)).toEqual({
    [`rights/member ${SERVICE}/workspace AML Endpoint Deployer`]: {
      ...principal,
      scope: `\${${addressOf(stack, "workspace/workspace")}.id}`,
      role_definition_id: role(customRoles["AML Endpoint Deployer"].id),
    },
    [`rights/member ${SERVICE}/storage Storage Blob Data Contributor`]: {
      ...principal,
      scope: `\${${addressOf(stack, "workspace/storage")}.id}`,
      role_definition_id: role(BLOB_CONTRIBUTOR),
    },
  });
});

test("The pipeline of a dedicated tenant is one of its deployers, as the application's service principal.", () => {
  const stack = dedicated({ application: { pipeline } });
  const found = rights(stack);
  expect(Object.keys(found)).toEqual([
    "rights/pipeline/storage Storage Blob Data Contributor",
    "rights/pipeline/workspace AML Endpoint Deployer",
  ]);
  for (const assignment of Object.values(found)) {
    expect(assignment).toMatchObject({
      principal_id: `\${${addressOf(stack, "application/service-principal")}.object_id}`,
      principal_type: "ServicePrincipal",
    });
  }
});

test("An application without a pipeline has no right on the workspace.", () => {
  expect(rights(dedicated({ application: {} }))).toEqual({});
});

test("A shared tenant's pipeline has no right on the workspace that other tenants share.", () => {
  const stack = synthStack("tenant-globex", platform(), [
    sharedTenant("globex", { azure: { application: { pipeline }, endpoints: [{ name: "fraud" }] } }),
  ]);
  const principals = Object.values(resourcesByPath(stack, "azurerm_role_assignment")).map(({ principal_id }) =>
    String(principal_id),
  );
  expect(principals.filter((id) => id.includes("azuread"))).toEqual([]);
});
