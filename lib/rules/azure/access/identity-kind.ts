import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { all } from "../read";
import { sharedIdentities, usesOf } from "./uses";

/** An identity has the rights of one kind of work. */
export const IDENTITY_KIND: Rule = {
  id: "azure-identity-kind",
  severity: "high",
  title: "A workspace, its compute and its image builds each run with an identity of their own.",
  reason: "Code of jobs would have the rights of the workspace, or could replace the images that endpoints run.",
  source: "Learn: Set up service authentication",
  controls: ["MCSB IM-3", "MCSB PA-7"],
  fix: "add an azurerm_user_assigned_identity for this kind of work, and name it alone in identity.identity_ids",
  example: { wrong: example("ws"), right: example("jobs") },
  *check(stack) {
    for (const identity of sharedIdentities(stack)) {
      const uses = usesOf(stack).filter((use) => use.identity === identity);
      // Endpoints have a rule of their own.
      if (uses.some(({ kind }) => kind === "endpointIdentity")) continue;
      // Of several that run with it, the one that has another one besides, or else the last.
      const { user: resource } =
        uses.find(({ user }) => all(user, "identity.identity_ids").length > 1) ?? uses.at(-1) ?? {};
      if (resource === undefined) continue;
      const others = uses.filter(({ user }) => user !== resource).map(({ user }) => user.address);
      yield {
        resource,
        argument: "identity.identity_ids",
        found: all(resource, "identity.identity_ids"),
        must: `must not be an identity of ${[...new Set(others)].join(" and ")}`,
      };
    }
  },
};

function example(jobs: string): Tree {
  const identity = (name: string) => ({ identity_ids: [`\${azurerm_user_assigned_identity.${name}.id}`] });
  return {
    resource: {
      azurerm_user_assigned_identity: { ws: { name: "id-ws" }, jobs: { name: "id-jobs" } },
      azurerm_machine_learning_workspace: { ws: { name: "ws", identity: identity("ws") } },
      azurerm_machine_learning_compute_cluster: { jobs: { name: "jobs", identity: identity(jobs) } },
    },
  };
}
