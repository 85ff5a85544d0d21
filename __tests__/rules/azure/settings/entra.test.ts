import { APP_ROLE_EXISTS, APP_ROLES_UNIQUE } from "../../../../lib/rules/azure/settings/app-roles";
import { PROVIDER_TENANT, RESOURCE_TENANT } from "../../../../lib/rules/azure/settings/entra-tenant";
import { told, toldOf } from "./told";

const TENANT = "6b0f6f3e-9a3b-4a7e-8a53-2d6f0c1b7e11";
const OTHER = "00000000-1111-2222-3333-444444444444";
const providers = (...tenants: unknown[]) => ({ azurerm: tenants.map((tenant_id) => ({ tenant_id })) });

test.each([
  ["another tenant", OTHER],
  ["no tenant", undefined],
])("One provider of several with %s is told.", (_, tenant) => {
  expect(told(PROVIDER_TENANT, { provider: { ...providers(TENANT, TENANT), azapi: { tenant_id: tenant } } })).toEqual([
    "tenant_id must be the Entra tenant of the other providers",
  ]);
});

test("A first provider with another tenant is told once.", () => {
  expect(told(PROVIDER_TENANT, { provider: providers(OTHER, TENANT, TENANT) })).toHaveLength(1);
});

test("A vault of another tenant is told, also when a provider is wrong.", () => {
  const vaults = (tenant_id: string) => ({ azurerm_key_vault: { vault: { tenant_id } } });

  expect([
    told(RESOURCE_TENANT, { provider: providers(TENANT), resource: vaults(OTHER) }),
    told(RESOURCE_TENANT, { provider: providers(OTHER, TENANT), resource: vaults(TENANT) }),
  ]).toEqual([["tenant_id must be the Entra tenant of a provider of this stack"], []]);
});

test("A compute instance of a person of another tenant is told.", () => {
  const assignedUser = { objectId: OTHER, tenantId: OTHER };
  const properties = {
    computeType: "ComputeInstance",
    properties: { personalComputeInstanceSettings: { assignedUser } },
  };
  const type = "Microsoft.MachineLearningServices/workspaces/computes@1";

  expect(
    told(RESOURCE_TENANT, {
      provider: providers(TENANT),
      resource: { azapi_resource: { instance: { type, body: { properties } } } },
    }),
  ).toHaveLength(1);
});

const application = (roles: readonly unknown[], assigned: readonly unknown[] = []) => ({
  azuread_application: { app: { app_role: roles.map((id) => ({ id })) } },
  azuread_service_principal: { principal: { client_id: "${azuread_application.app.client_id}" } },
  azuread_app_role_assignment: Object.fromEntries(
    assigned.map((app_role_id, index) => [
      `assignment${index}`,
      { app_role_id, resource_object_id: "${azuread_service_principal.principal.object_id}" },
    ]),
  ),
});

test("Two roles with one id are told once.", () => {
  expect(toldOf(APP_ROLES_UNIQUE, application([OTHER, TENANT, OTHER, OTHER]))).toEqual([
    "app_role.id must be the id of one role",
  ]);
});

test("Assignments of a role that the application does not have are told once for each such role.", () => {
  expect(toldOf(APP_ROLE_EXISTS, application([TENANT], [OTHER, OTHER, TENANT, "abc"]))).toHaveLength(2);
});

test("An assignment at an application of another stack is left alone.", () => {
  const { azuread_app_role_assignment } = application([], [OTHER]);

  expect(toldOf(APP_ROLE_EXISTS, { azuread_app_role_assignment })).toEqual([]);
});
