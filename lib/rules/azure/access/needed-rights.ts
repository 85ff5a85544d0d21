import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { type BuiltInRole, GRANTED_RESOURCES } from "../../../blueprint/roles";
import { type Need, needsOf } from "./needs";

/** Rules about rights that are missing. */
export const NEEDED_RIGHTS: readonly Rule[] = [
  {
    id: "azure-identity-rights",
    severity: "medium",
    title: "An identity of a stack has every right that whatever runs with it needs.",
    reason:
      "A user-assigned identity gets no right by itself: the workspace, the endpoint or the job fails, and the quick remedy is a wide role.",
    source: "docs/rights.md; Learn: Set up service authentication",
    controls: ["MCSB IM-3", "MCSB PA-7"],
    fix: "add the azurerm_role_assignment on the resource itself",
    example: { wrong: example([]), right: example(["AcrPush", "Storage Blob Data Reader"]) },
    *check(stack) {
      const missing = missingIn(stack);
      const identities = missing.flatMap(({ principal }) => (typeof principal === "string" ? [] : [principal]));
      for (const resource of new Set<Resource>(identities)) {
        const must = `must have ${listed(missing.filter(({ principal }) => principal === resource))}`;
        yield { resource, argument: "", found: undefined, must };
      }
    },
  },
  {
    id: "azure-deployer-rights",
    severity: "medium",
    title: "Whoever approves one private endpoint of a workspace's managed network can approve them all.",
    reason: "Whoever starts the operation must be able to approve every private endpoint that it makes, or it fails.",
    source: "Learn: Workspace managed virtual network isolation",
    controls: ["MCSB PA-7"],
    fix: "add the azurerm_role_assignment for the deployer on the resource itself",
    example: { wrong: deployer(["storage"]), right: deployer(["storage", "vault"]) },
    *check(stack) {
      const missing = missingIn(stack).filter(({ principal }) => typeof principal === "string");
      for (const resource of new Set(missing.flatMap(({ waiters }) => waiters.slice(0, 1)))) {
        const own = missing.filter(({ waiters }) => waiters[0] === resource);
        const people = new Set(own.flatMap(({ principal }) => (typeof principal === "string" ? [principal] : [])));
        yield {
          resource,
          argument: "",
          found: undefined,
          must: `must let ${[...people].join(" and ")} have ${listed(own)}`,
        };
      }
    },
  },
];

function missingIn(stack: Stack): Need[] {
  const needs = needsOf(stack);
  return needs.all.filter((need) => needs.givenFor(need).length === 0 && !needs.isMeant(need));
}

function listed(needs: readonly Need[]): string {
  return [...new Set(needs.map(({ role, on }) => `${role} on ${GRANTED_RESOURCES[on]}`))].join(" and ");
}

/** A cluster that builds images, and the roles of its identity. */
function example(roles: readonly BuiltInRole[]): Tree {
  const assignments = roles.map((role) => [
    role.replaceAll(" ", ""),
    {
      principal_id: "${azurerm_user_assigned_identity.build.principal_id}",
      role_definition_name: role,
      scope: role === "AcrPush" ? "${azurerm_container_registry.images.id}" : "${azurerm_storage_account.data.id}",
    },
  ]);
  return {
    resource: {
      ...workspace(),
      azurerm_user_assigned_identity: { build: { name: "id-build" } },
      azurerm_machine_learning_compute_cluster: {
        build: {
          name: "image-build",
          machine_learning_workspace_id: "${azurerm_machine_learning_workspace.ws.id}",
          identity: { identity_ids: ["${azurerm_user_assigned_identity.build.id}"] },
        },
      },
      azurerm_role_assignment: Object.fromEntries(assignments) as Tree,
    },
  };
}

function deployer(on: readonly ("storage" | "vault")[]): Tree {
  const scopes = { storage: "${azurerm_storage_account.data.id}", vault: "${azurerm_key_vault.secrets.id}" };
  const assignments = on.map((what) => [
    what,
    {
      principal_id: "3e7c6e74-9d2a-4f2c-9b7a-2d0b5e4f6a43",
      role_definition_name: "Azure AI Enterprise Network Connection Approver",
      scope: scopes[what],
    },
  ]);
  return {
    resource: {
      ...workspace({ container_registry_id: undefined, key_vault_id: "${azurerm_key_vault.secrets.id}" }),
      azurerm_key_vault: { secrets: { name: "kv" } },
      azurerm_user_assigned_identity: { ws: { name: "id-ws" } },
      azurerm_role_assignment: Object.fromEntries(assignments) as Tree,
    },
  };
}

function workspace(more: Tree = {}): Tree {
  return {
    azurerm_storage_account: { data: { name: "data" } },
    azurerm_container_registry: { images: { name: "images" } },
    azurerm_machine_learning_workspace: {
      ws: {
        name: "ws",
        image_build_compute_name: "image-build",
        storage_account_id: "${azurerm_storage_account.data.id}",
        container_registry_id: "${azurerm_container_registry.images.id}",
        identity: { identity_ids: ["${azurerm_user_assigned_identity.ws.id}"] },
        ...more,
      },
    },
  };
}
