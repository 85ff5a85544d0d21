import type { ApplicationBlueprint } from "../../lib/blueprint/application";
import { type Content, platform, sharedTenant, TENANT_SUBSCRIPTION } from "../support/files";
import { tenantOf } from "./configs";

/** The registration of a tenant. Fails the test when it has none. */
function applicationOf(
  id = "globex",
  application: Content = {},
  changes: Parameters<typeof platform>[0] = {},
): ApplicationBlueprint {
  const found = tenantOf(sharedTenant(id, { azure: { application } }), changes).application;
  if (found === undefined) throw new Error("the tenant has no registration");
  return found;
}

const pipeline = { issuer: "https://gitlab.com", subject: "project_path:acme/models" };

test("A tenant whose file asks for no registration has none.", () => {
  expect(tenantOf(sharedTenant("globex")).application).toBeUndefined();
});

test("The id of the app role must never change: Entra cannot change it, and a new one has no assignments.", () => {
  expect(applicationOf().scorerRole).toMatchObject({ id: "643fc42b-3ac8-54c2-ae7f-d146eee6d2ec", value: "Scorer" });
});

test("The id of the app role does not depend on what else the file says.", () => {
  const other = applicationOf("globex", { audience: "multiple-directories", pipeline });

  expect(other.scorerRole.id).toBe(applicationOf().scorerRole.id);
});

test.each<[string, (application: ApplicationBlueprint) => string]>([
  ["name", ({ name }) => name],
  ["app role", ({ scorerRole }) => scorerRole.id],
])("The %s is another one for another tenant, platform, instance or subscription.", (_, of) => {
  const all = [
    applicationOf(),
    applicationOf("globex-eu"),
    applicationOf("globex", {}, { prefix: "abc" }),
    applicationOf("globex", {}, { instance: "prod" }),
    applicationOf("globex", {}, { azure: { subscriptionId: TENANT_SUBSCRIPTION } }),
  ].map(of);

  expect(new Set(all).size).toBe(all.length);
});

test.each([
  ["single-directory", "AzureADMyOrg"],
  ["multiple-directories", "AzureADMultipleOrgs"],
])("The audience %s is what Entra calls %s.", (audience, signInAudience) => {
  expect(applicationOf("globex", { audience }).signInAudience).toBe(signInAudience);
});
