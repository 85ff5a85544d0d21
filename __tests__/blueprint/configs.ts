import { type HubBlueprint, hubBlueprint } from "../../lib/blueprint/hub";
import { type AzureTenantBlueprint, azureTenantBlueprint } from "../../lib/blueprint/azure-tenant";
import { type WorkspaceStackBlueprint, workspaceStackBlueprint } from "../../lib/blueprint/workspace";
import { type AzurePlatform, type PlatformConfig, platformSchema } from "../../lib/config/platform";
import { type AwsTenant, type AzureTenant, type TenantConfig, tenantSchema } from "../../lib/config/tenant";
import { type Content, platform } from "../support/files";

/** A platform's file, checked and with its defaults. */
export function platformConfig(changes: Parameters<typeof platform>[0] = {}): PlatformConfig {
  return platformSchema.parse(platform(changes));
}

/** A tenant's file, checked and with its defaults. */
export function tenantConfig(content: Content): TenantConfig {
  return tenantSchema.parse(content);
}

/** The file of a platform that is on Azure, checked and with its defaults. */
export function azurePlatform(changes: Parameters<typeof platform>[0] = {}): AzurePlatform {
  const config = platformConfig(changes);
  const { azure } = config;
  if (azure === undefined) throw new Error("the platform is not on Azure");
  return { ...config, azure };
}

/** The file of a tenant that is on Azure, checked and with its defaults. */
export function azureTenant(content: Content): AzureTenant {
  const config = tenantConfig(content);
  const { azure } = config;
  if (azure === undefined) throw new Error("the tenant is not on Azure");
  return { ...config, azure };
}

/** The file of a tenant that is on AWS, checked and with its defaults. */
export function awsTenantConfig(content: Content): AwsTenant {
  const config = tenantConfig(content);
  const { aws } = config;
  if (aws === undefined) throw new Error("the tenant is not on AWS");
  return { ...config, aws };
}

/** The hub of a platform. */
export function hubOf(changes: Parameters<typeof platform>[0] = {}): HubBlueprint {
  return hubBlueprint(azurePlatform(changes));
}

/** The shared workspace's stack of a platform that has one. */
export function workspaceStackOf(changes: Parameters<typeof platform>[0] = {}): WorkspaceStackBlueprint {
  const config = azurePlatform(changes);
  const workspace = workspaceStackBlueprint(config, hubBlueprint(config));
  if (workspace === undefined) throw new Error("the platform has no shared workspace");
  return workspace;
}

/** A tenant of a platform. */
export function tenantOf(content: Content, changes: Parameters<typeof platform>[0] = {}): AzureTenantBlueprint {
  const config = azurePlatform(changes);
  const hub = hubBlueprint(config);
  const shared = workspaceStackBlueprint(config, hub)?.workspace;
  return azureTenantBlueprint(config, hub, shared, azureTenant(content));
}

/** A tenant's blueprint when it is dedicated. Fails the test when it is shared. */
export function dedicatedPlace({
  place,
}: AzureTenantBlueprint): Extract<AzureTenantBlueprint["place"], { isolation: "dedicated" }> {
  if (place.isolation !== "dedicated") throw new Error("the tenant is shared");
  return place;
}

/** A tenant's blueprint when it is shared. Fails the test when it is dedicated. */
export function sharedPlace({
  place,
}: AzureTenantBlueprint): Extract<AzureTenantBlueprint["place"], { isolation: "shared" }> {
  if (place.isolation !== "shared") throw new Error("the tenant is dedicated");
  return place;
}
