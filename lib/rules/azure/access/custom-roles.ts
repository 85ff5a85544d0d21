import { CUSTOM_ROLES } from "../../../blueprint/custom-roles";
import { list } from "../../blocks";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import type { Tree } from "../../../terraform/tree";
import { all } from "../read";
import { customRole } from "./roles-of";

const ROLE = "azurerm_role_definition";
const SUBSCRIPTION = /^\/subscriptions\/[0-9a-f-]{36}$/i;
const ACTIONS = ["actions", "not_actions", "data_actions", "not_data_actions"] as const;
const SCORE: readonly string[] = CUSTOM_ROLES["AML Endpoint Scorer"].actions;

/** Rules about roles of one's own. */
export const CUSTOM_ROLE_RULES: readonly Rule[] = [
  {
    id: "azure-custom-role-actions",
    severity: "critical",
    title: "A custom role has the actions of its row in the project's table, each in full.",
    reason:
      "A wildcard takes in what Azure adds later. Of an endpoint it takes in listKeys and token, with which anybody scores; the scorer's role is the score action alone.",
    source: "Learn: Authentication and authorization for online endpoints",
    controls: ["MCSB PA-7", "CIS Azure 3.0.0 2.23"],
    fix: "write the actions out, as in lib/blueprint/custom-roles.ts",
    example: {
      wrong: example(["Microsoft.MachineLearningServices/workspaces/onlineEndpoints/*/action"]),
      right: example(SCORE),
    },
    *check(stack) {
      for (const resource of stack.resources(ROLE)) {
        const name = customRole(resource.content.name);
        const [actions = [], ...others] = ACTIONS.map((kind) =>
          all(resource, `permissions.${kind}`).flatMap(list).map(String),
        );
        const isRight =
          name === undefined
            ? ![...actions, ...others.flat()].some((action) => action.includes("*"))
            : isSame(actions, CUSTOM_ROLES[name].actions) && others.every((kind) => kind.length === 0);
        if (isRight) continue;
        const must = name === undefined ? "must have no wildcards" : `must be exactly those of ${name}`;
        yield { resource, argument: "permissions.actions", found: actions, must };
      }
    },
  },
  {
    id: "azure-custom-role-scopes",
    severity: "high",
    title: "A custom role is defined in a subscription, and can be assigned in the platform's subscriptions only.",
    reason: "In a management group or at the root it could be assigned in subscriptions that are nobody's here.",
    source: "Learn: Azure custom roles",
    controls: ["MCSB PA-7", "CIS Azure 3.0.0 2.23"],
    fix: "set assignable_scopes to the ids of subscriptions, the one in scope among them",
    example: { wrong: example(SCORE, "/"), right: example(SCORE) },
    *check(stack) {
      for (const resource of stack.resources(ROLE)) {
        const argument = wrongScope(resource);
        if (argument === undefined) continue;
        yield { resource, argument, found: resource.content[argument], must: "must be the ids of subscriptions" };
      }
    },
  },
];

/** The argument of a custom role that lets it be assigned elsewhere. */
export function wrongScope(resource: Resource): "scope" | "assignable_scopes" | undefined {
  const isSubscription = (scope: unknown) => typeof scope === "string" && SUBSCRIPTION.test(scope);
  const assignable = all(resource, "assignable_scopes");
  if (assignable.length === 0 || !assignable.every(isSubscription)) return "assignable_scopes";
  return assignable.includes(resource.content.scope)
    ? undefined
    : isSubscription(resource.content.scope)
      ? "assignable_scopes"
      : "scope";
}

function isSame(actions: readonly string[], right: readonly string[]): boolean {
  return actions.length === right.length && right.every((action) => actions.includes(action));
}

function example(actions: readonly string[], scope = "/subscriptions/1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21"): Tree {
  return {
    resource: {
      [ROLE]: {
        example: { name: "AML Endpoint Scorer", scope, assignable_scopes: [scope], permissions: [{ actions }] },
      },
    },
  };
}
