import { shortHash } from "./hash";

/** Whose name it is: the platform's, or a tenant's. */
export interface Owner {
  /** First part of every name. */
  readonly prefix: string;
  /** Second part of every name. */
  readonly instance: string;
  /** The tenant; absent for what belongs to the platform. */
  readonly tenant?: string;
}

/** What a cloud accepts as a name. */
export interface NameRule {
  readonly pattern: RegExp;
  /** The fewest characters. */
  readonly min: number;
  /** The most characters. */
  readonly max: number;
}

/**
 * What Azure accepts as a name, per resource type: the providers' own validators where they have one, Learn "Naming
 * rules and restrictions for Azure resources" otherwise; Microsoft Graph's resource types for what is in Entra.
 */
export const NAME_RULES = {
  actionGroup: { pattern: /^[\w-]+$/, min: 1, max: 260 },
  alert: { pattern: /^[\w-]+$/, min: 1, max: 260 },
  application: { pattern: /^[\w-]+$/, min: 1, max: 256 },
  applicationInsights: { pattern: /^[\w.()-]*[\w()-]$/, min: 1, max: 255 },
  autoscaleSetting: { pattern: /^[\w.()-]*[\w()-]$/, min: 1, max: 260 },
  bastionHost: { pattern: /^[a-zA-Z0-9][\w.-]*\w$/, min: 3, max: 80 },
  budget: { pattern: /^[\w-]+$/, min: 1, max: 63 },
  // A letter must come after the last hyphen (Learn, "Create an Azure Machine Learning compute instance").
  computeInstance: { pattern: /^[a-z](?!.*--)(?!.*-[0-9]*$)[a-z0-9-]*[a-z0-9]$/, min: 3, max: 24 },
  containerRegistry: { pattern: /^[a-zA-Z0-9]+$/, min: 5, max: 50 },
  diagnosticSetting: { pattern: /^[\w-]+$/, min: 1, max: 260 },
  disk: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  federatedCredential: { pattern: /^[a-zA-Z0-9][\w-]*$/, min: 3, max: 120 },
  flowLog: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  identity: { pattern: /^[a-zA-Z0-9][\w-]+$/, min: 3, max: 128 },
  keyVault: { pattern: /^[a-zA-Z](?!.*--)[a-zA-Z0-9-]*[a-zA-Z0-9]$/, min: 3, max: 24 },
  logAnalytics: { pattern: /^[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]$/, min: 4, max: 63 },
  machineLearningWorkspace: { pattern: /^[a-zA-Z0-9][\w-]*$/, min: 3, max: 32 },
  monitorPrivateLinkScope: { pattern: /^[\w.()-]*[\w()-]$/, min: 1, max: 255 },
  natGateway: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  networkInterface: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  networkSecurityGroup: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  onlineEndpoint: { pattern: /^[a-z](?!.*--)[a-z0-9-]*[a-z0-9]$/, min: 3, max: 32 },
  // The account's name is its custom subdomain too: a label of a host name.
  openAiAccount: { pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/, min: 2, max: 63 },
  peering: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  privateDnsZoneLink: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  privateEndpoint: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  publicIp: { pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/, min: 1, max: 80 },
  resourceGroup: { pattern: /^[\w.()-]*[\w()-]$/, min: 1, max: 90 },
  roleDefinition: { pattern: /^[\w-]+( [\w-]+)*$/, min: 1, max: 512 },
  storageAccount: { pattern: /^[a-z0-9]+$/, min: 3, max: 24 },
  virtualMachine: { pattern: /^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$/, min: 1, max: 64 },
  virtualNetwork: { pattern: /^[a-zA-Z0-9][\w.-]*\w$/, min: 2, max: 64 },
} as const satisfies Record<string, NameRule>;

/** A resource type with a rule for its names. */
export type NamedType = keyof typeof NAME_RULES;

/**
 * The name of something that must be unique within its resource group, network or zone only.
 *
 * It is `prefix-instance-tenant--what` for a tenant and `prefix-instance--what` for the platform. A tenant's id can
 * neither contain "--" nor end in "-", so no name of one owner begins with the base of another owner's: `mlp-dev-acme--*`
 * matches nothing of the tenant acme-eu, nor anything of the platform.
 */
export function localName(type: NamedType, owner: Owner, what: string): string {
  return valid(type, `${base(owner)}--${what}`);
}

/**
 * The name of a workspace. A tenant's is `prefix--tenant--ws`: 32 characters are all that there is, so the instance is in
 * its resource group only. With one hyphen after the prefix the workspace of a tenant dev-acme would begin like
 * everything that the tenant acme of the instance dev has.
 */
export function workspaceName(owner: Owner): string {
  return owner.tenant === undefined
    ? localName("machineLearningWorkspace", owner, "ws")
    : valid("machineLearningWorkspace", `${owner.prefix}--${owner.tenant}--ws`);
}

/**
 * The name of a custom role. It must be unique in the Entra tenant (Learn, "Azure custom roles"), where platforms of
 * several subscriptions may have the same prefix and instance: so it ends in a hash of them all.
 */
export function roleName(what: string, owner: Owner, subscriptionId: string): string {
  return valid("roleDefinition", `${base(owner)} ${what} ${shortHash(subscriptionId, base(owner), "role", what)}`);
}

/**
 * The name of a tenant's registration in Microsoft Entra, unique in the Entra tenant like that of a custom role: so it
 * ends in a hash too. Nothing else about it is cut: 256 characters are plenty.
 */
export function applicationName(owner: Owner, subscriptionId: string): string {
  return localName("application", owner, `app-${shortHash(subscriptionId, base(owner), "application")}`);
}

/** How the names that are unique in all of Azure are built; the readable part is cut to fit, the hash never is. */
const GLOBAL_NAMES = {
  storageAccount: { abbreviation: "st", separator: "" },
  containerRegistry: { abbreviation: "cr", separator: "" },
  keyVault: { abbreviation: "kv", separator: "-" },
  openAiAccount: { abbreviation: "oai", separator: "-" },
} as const satisfies Partial<Record<NamedType, { abbreviation: string; separator: string }>>;

/**
 * A name that must be unique in all of Azure. It ends in a hash of the subscription and of the uncut name, so that two
 * tenants whose names are cut to the same letters still differ.
 *
 * @param what tells apart what one owner has several of. Default: nothing
 */
export function globalName(
  type: keyof typeof GLOBAL_NAMES,
  owner: Owner,
  subscriptionId: string,
  what?: string,
): string {
  const { abbreviation, separator } = GLOBAL_NAMES[type];
  const extra = what === undefined ? [] : [what];
  const readable = [abbreviation, owner.prefix, owner.instance, ...(owner.tenant?.split("-") ?? []), ...extra].join(
    separator,
  );
  const hash = shortHash(subscriptionId, base(owner), type, ...extra);
  return valid(type, hashed(readable, separator, NAME_RULES[type].max, hash));
}

/**
 * The name of an online endpoint, `name-tenant-hash`. It is part of a host name that all customers of Azure in a region
 * share, so it ends in a hash of subscription, instance, tenant and name.
 */
export function onlineEndpointName(name: string, owner: Owner, subscriptionId: string): string {
  const hash = shortHash(subscriptionId, base(owner), "onlineEndpoint", name);
  return valid(
    "onlineEndpoint",
    hashed(`${name}-${owner.tenant ?? owner.prefix}`, "-", NAME_RULES.onlineEndpoint.max, hash),
  );
}

/**
 * The name of a compute instance, `name-tenant-cihash`. All customers of Azure in a region share these names, so it ends
 * in a hash of subscription, instance, tenant and name, after "ci", because a letter must come after the last hyphen.
 */
export function computeInstanceName(name: string, owner: Owner, subscriptionId: string): string {
  const hash = shortHash(subscriptionId, base(owner), "computeInstance", name);
  return valid(
    "computeInstance",
    hashed(`${name}-${owner.tenant ?? owner.prefix}`, "-", NAME_RULES.computeInstance.max, `ci${hash}`),
  );
}

/** What every name of an owner begins with, as in mlp-dev-acme. */
export function base({ prefix, instance, tenant }: Owner): string {
  return tenant === undefined ? `${prefix}-${instance}` : `${prefix}-${instance}-${tenant}`;
}

function hashed(readable: string, separator: string, max: number, hash: string): string {
  const cut = readable.slice(0, max - separator.length - hash.length).replace(/-+$/, "");
  return `${cut}${separator}${hash}`;
}

function valid(type: NamedType, name: string): string {
  return fitting(name, type, NAME_RULES[type]);
}

/** The name itself. A name that the cloud would refuse is a mistake in this file or in a schema, not of the user. */
export function fitting(name: string, type: string, { pattern, min, max }: NameRule): string {
  if (name.length < min || name.length > max || !pattern.test(name)) {
    throw new Error(
      `the name "${name}" does not fit the rule for ${type}: ${min} to ${max} characters, ${String(pattern)}`,
    );
  }
  return name;
}
