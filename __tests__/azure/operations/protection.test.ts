import { STATEFUL } from "../../../lib/blueprint/protection";
import { type Content, platform, sharedTenant, tenant } from "../../support/files";
import { addressOf } from "../../support/references";
import { type Arguments, onlyResource, resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const SCIENTIST = { group: "50000000-0000-4000-8000-000000000005" };
const dedicated = (changes: Content = {}) => synthStack("tenant-acme", platform(), [tenant("acme", changes)]);
const locks = (stack: StackJson) => resourcesByPath(stack, "azurerm_management_lock");
const protectedTypes = (stack: StackJson) =>
  Object.entries(stack.resource)
    .filter(([, byName]) =>
      Object.values(byName).some(({ lifecycle }) => (lifecycle as Arguments | undefined)?.prevent_destroy === true),
    )
    .map(([type]) => type)
    .sort();

describe("what holds data", () => {
  test("cannot be destroyed by Terraform while its tenant is active", () => {
    expect(protectedTypes(dedicated())).toEqual(
      Object.keys(STATEFUL)
        .filter((type) => type !== "azurerm_log_analytics_workspace")
        .sort(),
    );
  });

  test("cannot be destroyed by Terraform in the hub and in the shared workspace either", () => {
    expect(protectedTypes(synthStack("hub", platform()))).toContain("azurerm_log_analytics_workspace");
    expect(protectedTypes(synthStack("ml-workspace", platform()))).toContain("azurerm_storage_account");
  });

  test("can be destroyed once the tenant is retiring, and nothing is locked then", () => {
    const stack = dedicated({ lifecycle: "retiring" });
    expect(protectedTypes(stack)).toEqual([]);
    expect(locks(stack)).toEqual({});
  });

  test.each(["hub", "ml-workspace"])("can be destroyed in %s once the platform is retiring", (name) => {
    const stack = synthStack(name, platform({ lifecycle: "retiring" }));
    expect(protectedTypes(stack)).toEqual([]);
    expect(locks(stack)).toEqual({});
  });

  test("stays protected in a tenant's stack when only the platform is retiring", () => {
    const stack = synthStack("tenant-acme", platform({ lifecycle: "retiring" }), [tenant("acme")]);
    expect(protectedTypes(stack)).toContain("azurerm_storage_account");
  });

  test("keeps what else its lifecycle says", () => {
    const stack = synthStack("tenant-acme", platform(), [
      tenant("acme", { azure: { budget: { monthly: 1, since: "2026-01" } } }),
    ]);
    expect(onlyResource(stack, "azurerm_consumption_budget_resource_group").lifecycle).toEqual({
      ignore_changes: ["time_period"],
    });
  });
});

describe("a lock", () => {
  test("is on the storage account, the key vault and the registry of a dedicated tenant", () => {
    expect(Object.keys(locks(dedicated())).sort()).toEqual([
      "workspace/key-vault/lock",
      "workspace/registry/lock",
      "workspace/storage/lock",
    ]);
  });

  test("is never on a workspace or a resource group: its managed network deletes private endpoints by itself", () => {
    const scopes = Object.values(locks(dedicated())).map(({ scope }) => String(scope));
    expect(scopes.filter((scope) => /machine_learning_workspace|resource_group/.test(scope))).toEqual([]);
  });

  test("of the shared workspace is on the vault alone: tenants' stacks must be able to give back their roles", () => {
    expect(Object.keys(locks(synthStack("ml-workspace", platform())))).toEqual(["workspace/key-vault/lock"]);
  });

  test("forbids deletion and not change", () => {
    expect(locks(dedicated())["workspace/storage/lock"]).toMatchObject({ lock_level: "CanNotDelete" });
  });

  test("depends on all that stands on its resource, so that Terraform deletes the lock first", () => {
    const stack = dedicated({ azure: { access: { dataScientists: [SCIENTIST] }, endpoints: [{ name: "churn" }] } });
    const storage = String(locks(stack)["workspace/storage/lock"]?.scope);
    const standing = Object.entries(stack.resource).flatMap(([type, byName]) =>
      Object.entries(byName)
        .filter(([, body]) => {
          const { scope, private_service_connection: connection, target_resource_id: target } = body;
          const leadsTo = (connection as Arguments | undefined)?.private_connection_resource_id;
          return (
            type !== "azurerm_management_lock" && [scope, leadsTo, target].some((id) => String(id).startsWith(storage))
          );
        })
        .map(([name]) => `${type}.${name}`),
    );
    expect(standing.length).toBeGreaterThan(10);
    expect((locks(stack)["workspace/storage/lock"]?.depends_on as string[]).toSorted()).toEqual(standing.toSorted());
  });

  test("is replaced when a role on its resource comes or goes, for it would keep the role from being deleted", () => {
    const notes = (changes: Content) => locks(dedicated(changes))["workspace/storage/lock"]?.notes;
    expect(notes({ azure: { access: { dataScientists: [SCIENTIST] } } })).not.toBe(notes({}));
  });

  test("stays as it is when something changes that does not stand on its resource", () => {
    const lockOf = (changes: Content) => locks(dedicated(changes))["workspace/key-vault/lock"];
    expect(lockOf({ azure: { endpoints: [{ name: "churn" }], access: { scorers: [SCIENTIST] } } })).toEqual(lockOf({}));
  });

  test("depends on an outbound rule that leads to its resource by a literal id", () => {
    const { workspace } = { workspace: dedicated() };
    const { name } = onlyResource(workspace, "azurerm_storage_account");
    const stack = dedicated({
      azure: {
        outbound: [
          {
            name: "queue",
            privateEndpoint: {
              resourceId: `/subscriptions/20000000-0000-4000-8000-000000000002/resourceGroups/mlp-dev-acme--rg/providers/Microsoft.Storage/storageAccounts/${String(name)}`,
              subresource: "queue",
            },
          },
        ],
      },
    });
    const rule = addressOf(stack, "workspace/managed-network/rules/queue");
    expect(locks(stack)["workspace/storage/lock"]?.depends_on).toContain(rule);
  });

  test("is replaced when an outbound rule to its resource leads to another part of it, for the rule is made anew", () => {
    const { name } = onlyResource(dedicated(), "azurerm_storage_account");
    const resourceId = `/subscriptions/20000000-0000-4000-8000-000000000002/resourceGroups/mlp-dev-acme--rg/providers/Microsoft.Storage/storageAccounts/${String(name)}`;
    const notes = (subresource: string) =>
      locks(dedicated({ azure: { outbound: [{ name: "own", privateEndpoint: { resourceId, subresource } }] } }))[
        "workspace/storage/lock"
      ]?.notes;
    expect(notes("queue")).not.toBe(notes("table"));
  });

  test("of a tenant without a workspace of its own does not exist", () => {
    expect(locks(synthStack("tenant-globex", platform(), [sharedTenant("globex")]))).toEqual({});
  });
});
