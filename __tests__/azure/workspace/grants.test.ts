import { AzureProviders } from "../../../lib/azure/azure-providers";
import { Grants } from "../../../lib/azure/workspace/grants";
import type { Grant } from "../../../lib/blueprint/roles";
import { BaseStack } from "../../../lib/terraform/base-stack";
import { ENTRA_TENANT, PLATFORM_SUBSCRIPTION, TENANT_SUBSCRIPTION } from "../../support/files";
import { resourcesByPath, synthPlan } from "../../support/synth";

const GRANTS: Grant[] = [
  { role: "AcrPull", on: "registry", why: "pulls" },
  { role: "Reader", on: "storage", why: "reads" },
];

const granted = (ids: Record<string, string>) =>
  synthPlan({
    name: "s",
    build: (app) => {
      const blueprint = {
        stack: "s",
        backend: { kind: "local", path: "s.tfstate" },
        retiring: false,
        tags: {},
      } as const;
      const stack = new BaseStack(app, blueprint);
      new AzureProviders(stack, blueprint, { entraTenantId: ENTRA_TENANT, subscriptionId: PLATFORM_SUBSCRIPTION });
      new Grants(stack, "grants", { objectId: "id", type: "Group" }, GRANTS, {
        subscriptionId: TENANT_SUBSCRIPTION,
        ids,
      });
      return stack;
    },
  });

test("Each role of a table is assigned on the resource that the table names, in that resource's subscription.", () => {
  const assignments = resourcesByPath(
    granted({ registry: "/registry", storage: "/storage" }),
    "azurerm_role_assignment",
  );
  const role = (guid: string) =>
    `/subscriptions/${TENANT_SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
  expect(assignments).toEqual({
    "grants/registry AcrPull": {
      scope: "/registry",
      role_definition_id: role("7f951dda-4ed3-4680-a7ca-43fe172d538d"),
      principal_id: "id",
      principal_type: "Group",
    },
    "grants/storage Reader": {
      scope: "/storage",
      role_definition_id: role("acdd72a7-3385-48ef-bd42-f606fba81ae7"),
      principal_id: "id",
      principal_type: "Group",
    },
  });
});

test("A role on a resource that is not there is refused with the construct's path.", () => {
  expect(() => granted({ registry: "/registry" })).toThrow(
    's/grants: "Reader" is granted on storage, which has no id here',
  );
});
