import type { PlatformConfig } from "../config/platform";
import type { TenantConfig } from "../config/tenant";

/** Tag names that the project sets; a platform's own tags may not use them, in any case: Azure ignores case. */
export const OWN_TAGS = ["platform", "instance", "managedBy", "tenant", "owner", "costCenter"] as const;

/** Most tags that a resource can have (Learn, "Use tags to organize your Azure resources"). */
export const MAX_TAGS = 50;

type Tags = Readonly<Record<string, string>>;

/** Tags of what belongs to the platform. */
export function platformTags({ tags, prefix, instance }: PlatformConfig): Tags {
  return { ...tags, platform: prefix, instance, managedBy: "terraform" };
}

/** Tags of what belongs to a tenant. */
export function tenantTags(platform: PlatformConfig, { tenant, owner, costCenter }: TenantConfig): Tags {
  return { ...platformTags(platform), tenant, owner, costCenter };
}
