import { PROTECTION } from "../../../../lib/rules/azure/protection/protection";
import { checkStack } from "../../../../lib/rules/check-stack";
import type { Tree } from "../../../../lib/terraform/tree";

const KEPT = { lifecycle: { prevent_destroy: true } };
const LOCKS = {
  vault: { scope: "${azurerm_key_vault.kv.id}" },
  data: { scope: "${azurerm_storage_account.data.id}" },
};
const provider = (isGuarded: boolean) => ({
  azurerm: [{ features: [{ resource_group: [{ prevent_deletion_if_contains_resources: isGuarded }] }] }],
});

function findings(change: { kv?: Tree; locks?: Tree; isGuarded?: boolean; data?: Tree; stack?: string }): string[] {
  const { kv = KEPT, data = KEPT, locks = LOCKS, isGuarded = true, stack = "tenant-acme" } = change;
  const resource = {
    azurerm_key_vault: { kv: { name: "kv", ...kv } },
    azurerm_storage_account: { data: { name: "data", ...data } },
    azurerm_management_lock: locks,
  };
  return checkStack(stack, { resource, provider: provider(isGuarded) }, PROTECTION).map(({ rule, address, argument }) =>
    `${rule.id} ${address} ${argument}`.trim(),
  );
}

test("A stack in which all that holds data is kept and locked is right.", () => {
  expect(findings({})).toEqual([]);
});

test("What Terraform may destroy is told, and what Azure may delete.", () => {
  expect(findings({ kv: {} })).toEqual([
    "azure-stateful-prevent-destroy azurerm_key_vault.kv lifecycle.prevent_destroy",
  ]);
  expect(findings({ locks: { data: LOCKS.data } })).toEqual(["azure-stateful-lock azurerm_key_vault.kv"]);
});

test("A retiring stack has no protection at all, and that is right.", () => {
  expect(findings({ kv: {}, data: {}, locks: {}, isGuarded: false })).toEqual([]);
});

test("A stack that is protected in part is not retiring, whatever its providers say.", () => {
  expect(findings({ isGuarded: false })).toEqual([
    "azure-provider-group-guard provider.azurerm features.resource_group.prevent_deletion_if_contains_resources",
  ]);
  expect(findings({ kv: {}, locks: { data: LOCKS.data }, isGuarded: false })).toHaveLength(3);
});

test("A stack without any protection that is not retiring is told of each resource.", () => {
  expect(findings({ kv: {}, data: {}, locks: {} })).toHaveLength(4);
});

test("The storage account of the workspace that tenants share has no lock, and must not have one.", () => {
  expect(findings({ stack: "ml-workspace", locks: { vault: LOCKS.vault } })).toEqual([]);
  expect(findings({ stack: "ml-workspace" })).toEqual(["azure-lock-place azurerm_management_lock.data scope"]);
});

test.each(["${azurerm_resource_group.rg.id}", "${azurerm_machine_learning_workspace.ws.id}", "/subscriptions/s"])(
  "A lock of %s is told.",
  (scope) => {
    expect(findings({ locks: { ...LOCKS, more: { scope } } })).toEqual([
      "azure-lock-place azurerm_management_lock.more scope",
    ]);
  },
);

test("A lock of something that the table does not have is nobody's business.", () => {
  expect(findings({ locks: { ...LOCKS, more: { scope: "${azurerm_cosmosdb_account.x.id}" } } })).toEqual([]);
});

test("Texts for booleans count, and missing providers do not make a stack a retiring one.", () => {
  const texts = { lifecycle: { prevent_destroy: "true" } };

  expect(findings({ kv: texts, data: texts })).toEqual([]);
  expect(checkStack("x", { resource: { azurerm_key_vault: { kv: {} } } }, PROTECTION)).toHaveLength(2);
});
