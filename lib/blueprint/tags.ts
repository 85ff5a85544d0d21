import type { PlatformConfig } from "../config/platform";
import type { TenantConfig } from "../config/tenant";

/** Tag names that the project sets; a platform's own tags may not use them, in any case. */
export const OWN_TAGS = ["platform", "instance", "managedBy", "tenant", "owner", "costCenter"] as const;

/** What everything on a cloud takes for tags. */
export interface TagRules {
  /** Most tags that everything can have. */
  readonly most: number;
  /** What has no room for more. */
  readonly fewest: string;
  /** Names that everything takes. */
  readonly name: RegExp;
  /** What is wrong with other names, and what to write. */
  readonly nameForm: string;
  /** What takes two names that differ in upper and lower case only for one. */
  readonly ignoresCase: string;
  /** Finds what a value may not have. Default: a value is any line of up to 256 characters. */
  readonly oddInValue?: RegExp;
}

/** What each cloud takes for tags. */
export const TAG_RULES: Readonly<Record<"azure" | "aws", TagRules>> = {
  /**
   * Private DNS zones and their links take 15 tags, other resources 50. The zones drop tags whose names have spaces or
   * special characters or begin with a digit, so that every plan would add them again; storage accounts take 128
   * characters (Learn, "Use tags to organize your Azure resources").
   */
  azure: {
    most: 15,
    fewest: "a private DNS zone",
    name: /^[A-Za-z][\w.-]{0,127}$/,
    nameForm:
      'is not a name that every resource takes for a tag; use up to 128 letters, digits, ".", "_" and "-", beginning with a letter',
    ignoresCase: "Azure",
  },
  /**
   * IAM is the strictest: its API Reference, "Tag", for what names and values may hold; IAM User Guide, "Tags for IAM
   * resources", for upper and lower case, the prefix aws: and the number.
   */
  aws: {
    most: 50,
    fewest: "a resource of AWS",
    name: /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu,
    nameForm:
      'is not a name that AWS takes for a tag; use up to 128 letters, digits, spaces and any of _ . : / = + - @, and no "aws:" at its beginning',
    ignoresCase: "IAM",
    oddInValue: /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u,
  },
};

type Tags = Readonly<Record<string, string>>;

/** Tags of what belongs to the platform. */
export function platformTags({ tags, prefix, instance }: PlatformConfig): Tags {
  return { ...tags, platform: prefix, instance, managedBy: "terraform" };
}

/** Tags of what belongs to a tenant. */
export function tenantTags(platform: PlatformConfig, { tenant, owner, costCenter }: TenantConfig): Tags {
  return { ...platformTags(platform), tenant, owner, costCenter };
}
