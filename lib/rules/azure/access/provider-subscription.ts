import type { Rule } from "../../rule";
import type { Stack } from "../../stack";
import { subscriptionsOfRoles } from "./roles-of";

const OWN = "1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21";
const OTHER = "3d5b8e60-2a4c-4f7b-8c1d-9e0f6a7b5c42";

/** A stack's providers work in the subscription of the stack. */
export const PROVIDER_SUBSCRIPTION: Rule = {
  id: "azure-provider-subscription",
  severity: "high",
  title: "The providers of a stack work in the subscription in which the stack's roles are assigned.",
  reason: "Resources would be made in another subscription, beside the roles, the budgets and the logs of this one.",
  source: "docs/decisions/0001-literals-between-stacks.md",
  controls: ["MCSB PA-7", "MCSB AM-2"],
  fix: "set subscription_id to that of the stack's role definitions",
  example: { wrong: example(OTHER), right: example(OWN) },
  *check(stack) {
    for (const name of ["azurerm", "azapi"]) {
      for (const resource of stack.resources(`provider.${name}`)) {
        const { alias, subscription_id: found } = resource.content;
        if (alias !== undefined || isOwnSubscription(stack, found)) continue;
        const must = `must be ${[...new Set(subscriptionsOfRoles(stack))].join(" or ")}`;
        yield { resource, argument: "subscription_id", found, must };
      }
    }
  },
};

/** Whether a stack assigns roles in a subscription. A stack that assigns none says nothing of it. */
export function isOwnSubscription(stack: Stack, subscription: unknown): boolean {
  const own = subscriptionsOfRoles(stack);
  return own.length === 0 || own.includes(String(subscription).toLowerCase());
}

function example(subscription_id: string) {
  return {
    provider: { azurerm: [{ subscription_id }] },
    resource: {
      azurerm_role_assignment: {
        example: {
          role_definition_id: `/subscriptions/${OWN}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`,
        },
      },
    },
  };
}
