import type { PlatformConfig } from "../config/platform";
import type { TenantConfig } from "../config/tenant";

/** Tag names that the project sets; a platform's own tags may not use them, in any case: Azure ignores case. */
export const OWN_TAGS = ["platform", "instance", "managedBy", "tenant", "owner", "costCenter"] as const;

/**
 * Most tags that everything can have: private DNS zones and their links take 15, other resources 50 (Learn, "Use tags to
 * organize your Azure resources").
 */
export const MAX_TAGS = 15;

/**
 * Names of tags that everything can have. Private DNS zones drop tags whose names have spaces or special characters or
 * begin with a digit, so that every plan would add them again; storage accounts take 128 characters (same page).
 */
export const TAG_NAME = /^[A-Za-z][\w.-]{0,127}$/;

type Tags = Readonly<Record<string, string>>;

/** Tags of what belongs to the platform. */
export function platformTags({ tags, prefix, instance }: PlatformConfig): Tags {
  return { ...tags, platform: prefix, instance, managedBy: "terraform" };
}

/** Tags of what belongs to a tenant. */
export function tenantTags(platform: PlatformConfig, { tenant, owner, costCenter }: TenantConfig): Tags {
  return { ...platformTags(platform), tenant, owner, costCenter };
}
