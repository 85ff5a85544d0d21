import { perStack } from "../per-stack";
import type { Stack } from "../stack";
import { tenantOf } from "../tenant";

/**
 * Whether a literal id, name or address is that of something of another tenant than the stack's own. Names of one owner
 * begin with `prefix-instance-tenant--`, and those of the platform with `prefix-instance--`; see `localName` of the
 * blueprint. Names in the stack tell prefix and instance: without them there is no telling.
 */
export function isOfAnotherTenant(stack: Stack, value: unknown): boolean {
  if (typeof value !== "string" || !value.includes("--")) return false;
  const base = platformOf(stack);
  if (base === undefined) return false;
  return value.split("/").some((text) => {
    const owner = ownerIn(text, base);
    return owner !== undefined && owner !== tenantOf(stack)?.toLowerCase();
  });
}

/** The tenant in a name, as in acme-eu of mlp-dev-acme-eu--rg. */
function ownerIn(name: string, base: string): string | undefined {
  const [owner = "", rest] = name.toLowerCase().split("--", 2);
  return rest !== undefined && owner.startsWith(`${base}-`) ? owner.slice(base.length + 1) : undefined;
}

/** Prefix and instance, as in mlp-dev: by the names of groups, or else of whatever is there. */
const platformOf = perStack((stack): string | undefined => {
  const tenant = tenantOf(stack);
  const end = tenant === undefined ? "--" : `-${tenant}--`;
  const named = [...stack.resources("azurerm_resource_group"), ...(tenant === undefined ? [] : stack.all)];
  for (const { content } of named) {
    const [base, rest] = typeof content.name === "string" ? content.name.split(end, 2) : [];
    if (base !== undefined && rest !== undefined) return base.toLowerCase();
  }
  return undefined;
});
