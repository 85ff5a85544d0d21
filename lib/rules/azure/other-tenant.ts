import { isMap, type Tree } from "../../terraform/tree";
import type { Place } from "../blocks";
import type { Rule } from "../rule";
import { isOfAnotherTenant } from "./owner";
import { isKnownAzapi } from "./settings/azapi-type";

const PROVIDERS = /^(data\.)?(azurerm|azapi|azuread)_/;

/** What is for people to read, or for Terraform and CDKTF alone. */
const WORDS = ["//", "tags", "description", "display_name", "displayName", "notes", "depends_on", "lifecycle"];

/** Nothing in a tenant's stack is another tenant's. */
export const OTHER_TENANT: Rule = {
  id: "azure-other-tenant",
  severity: "critical",
  title: "No argument names what belongs to another tenant.",
  reason:
    "Whatever is connected to it, assigned on it or written into it crosses the border between two tenants: one reads, changes or pays for what is the other's.",
  source: "docs/decisions/0001-literals-between-stacks.md",
  controls: ["MCSB NS-1", "MCSB PA-7", "MCSB DP-2"],
  fix: "name a resource of this stack, by reference, or one that is shared on purpose",
  example: { wrong: example("mlp-dev-globex--rg"), right: example("mlp-dev--hub-rg") },
  *check(stack) {
    for (const resource of stack.all) {
      if (!PROVIDERS.test(resource.type)) continue;
      // Of ARM types that no rule knows, their own rule tells.
      if (resource.armType !== undefined && !isKnownAzapi(resource)) continue;
      for (const { argument, value } of literals(resource.content, "")) {
        const values = Array.isArray(value) ? value : [value];
        if (!values.some((one) => isOfAnotherTenant(stack, one))) continue;
        yield { resource, argument, found: value, must: "must not be another tenant's" };
      }
    }
  },
};

/** The texts in a value, and the lists of texts as a whole, with where they stand as rules write it. */
function* literals(value: unknown, argument: string): Iterable<Place> {
  if (typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string"))) {
    yield { argument, value };
  } else if (Array.isArray(value)) {
    const several = value.length > 1;
    for (const [index, one] of value.entries()) yield* literals(one, several ? `${argument}[${index}]` : argument);
  } else if (isMap(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (!WORDS.includes(name)) yield* literals(inner, argument === "" ? name : `${argument}.${name}`);
    }
  }
}

function example(group: string): Tree {
  return {
    resource: {
      azurerm_resource_group: { example: { name: "mlp-dev--ml-rg" } },
      azurerm_monitor_private_link_scoped_service: { example: { resource_group_name: group } },
    },
  };
}
