import type { PlatformConfig } from "../config/platform";
import type { TenantConfig } from "../config/tenant";
import type { AzureTenantBlueprint } from "./azure-tenant";
import type { AwsTenantBlueprint } from "./aws-tenant";
import { stateBackend } from "./backend";
import type { StackBlueprint } from "./stack";
import { tenantTags } from "./tags";

/** What a tenant has on each cloud; nothing on a cloud that its file does not name. */
export interface TenantHalves {
  readonly azure?: AzureTenantBlueprint;
  readonly aws?: AwsTenantBlueprint;
}

/** A tenant: one stack, whichever clouds it is on. */
export interface TenantBlueprint extends StackBlueprint, TenantHalves {
  /** The tenant's id. */
  readonly tenant: string;
}

/** The name of a tenant's stack. */
export function tenantStack(tenant: string): string {
  return `tenant-${tenant}`;
}

/** Resolves a tenant whose halves are resolved. */
export function tenantBlueprint(platform: PlatformConfig, config: TenantConfig, halves: TenantHalves): TenantBlueprint {
  const { tenant, lifecycle } = config;
  const stack = tenantStack(tenant);
  return {
    stack,
    backend: stateBackend(platform, stack),
    tags: tenantTags(platform, config),
    tenant,
    retiring: lifecycle === "retiring",
    ...halves,
  };
}
