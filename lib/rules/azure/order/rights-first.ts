import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import type { Tree } from "../../../terraform/tree";
import { needsOf } from "../access/needs";
import { waitsForAbsent } from "./order";

const SLEEP = "time_sleep";

/** An assignment that a resource must not begin before. */
interface Pair {
  readonly user: Resource;
  readonly assignment: Resource;
  /** The waits for the assignment that the stack has. */
  readonly sleeps: readonly Resource[];
  readonly isWaitedFor: boolean;
}

/** Nothing begins before the roles hold with which it runs. */
export const RIGHTS_FIRST: Rule = {
  id: "azure-order-rights",
  severity: "medium",
  title: "What runs with an identity waits until the identity's roles hold in all of Azure.",
  reason:
    'Azure answers "AuthorizationFailed" for a while after an assignment: the workspace or the endpoint fails, and a part of it stays.',
  source: "Learn: Troubleshoot Azure RBAC",
  controls: ["MCSB IM-3"],
  fix: "name in depends_on a time_sleep that depends on the role assignments",
  example: { wrong: example(false), right: example(true) },
  *check(stack) {
    const pairs = pairsIn(stack);
    const early = pairs.filter(({ isWaitedFor }) => !isWaitedFor);
    const told = new Set<Resource>();
    for (const user of new Set(early.map((pair) => pair.user))) {
      if (waitsForEarly(stack, user, early) || waitsForAbsent(stack, user, /^time_sleep\./)) continue;
      const missing = early
        .filter((pair) => pair.user === user)
        // What nobody waits for is told once, at the first who should.
        .filter(
          ({ assignment }) =>
            !told.has(assignment) || pairs.some((pair) => pair.assignment === assignment && pair.isWaitedFor),
        );
      if (missing.length === 0) continue;
      for (const { assignment } of missing) told.add(assignment);
      yield { resource: user, argument: "depends_on", found: user.content.depends_on, must: mustOf(missing) };
    }
  },
};

function pairsIn(stack: Stack): Pair[] {
  const needs = needsOf(stack);
  const sleeps = stack.resources(SLEEP);
  return needs.all.flatMap((need) => {
    const given = needs.givenFor(need).map(({ resource: assignment }) => ({
      assignment,
      sleeps: sleeps.filter((sleep) => stack.dependsOn(sleep, assignment)),
    }));
    return need.waiters.flatMap((user) => {
      const pairs = given.map((one) => ({
        ...one,
        user,
        isWaitedFor: one.sleeps.some((sleep) => stack.dependsOn(user, sleep)),
      }));
      // The same right given twice holds as soon as one of the two does.
      return pairs.some(({ isWaitedFor }) => isWaitedFor) ? pairs.filter(({ isWaitedFor }) => isWaitedFor) : pairs;
    });
  });
}

/** Whether a resource waits for another one that is early itself for the same assignment: that one is told. */
function waitsForEarly(stack: Stack, user: Resource, early: readonly Pair[]): boolean {
  const own = early.filter((pair) => pair.user === user).map(({ assignment }) => assignment);
  return early.some((pair) => pair.user !== user && own.includes(pair.assignment) && stack.dependsOn(user, pair.user));
}

function mustOf(missing: readonly Pair[]): string {
  const sleeps = new Set(missing.flatMap((pair) => pair.sleeps.map(({ address }) => address)));
  if (sleeps.size > 0) return `must wait for ${[...sleeps].join(" and ")}`;
  return `must wait for a ${SLEEP} after ${missing.map(({ assignment }) => assignment.address).join(" and ")}`;
}

function example(waits: boolean): Tree {
  const endpoint = {
    type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2025-06-01",
    parent_id: "${azurerm_machine_learning_workspace.ws.id}",
    identity: [{ identity_ids: ["${azurerm_user_assigned_identity.endpoint.id}"] }],
    ...(waits ? { depends_on: [`${SLEEP}.known`] } : {}),
  };
  return {
    resource: {
      azurerm_machine_learning_workspace: { ws: { name: "ws" } },
      azurerm_user_assigned_identity: { endpoint: { name: "id" } },
      azurerm_role_assignment: {
        metrics: {
          principal_id: "${azurerm_user_assigned_identity.endpoint.principal_id}",
          role_definition_name: "AzureML Metrics Writer",
          scope: "${azurerm_machine_learning_workspace.ws.id}",
        },
      },
      [SLEEP]: { known: { depends_on: ["azurerm_role_assignment.metrics"] } },
      azapi_resource: { endpoint },
    },
  };
}
